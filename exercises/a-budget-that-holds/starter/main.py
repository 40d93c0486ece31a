import pytest

# The options leave out what takes time and is not needed here.
pytest.main(["-v", "--no-header", "--no-migrations", "-p", "no:cacheprovider", "test_report.py"])
