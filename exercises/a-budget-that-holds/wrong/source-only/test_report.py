import inspect

import report


def test_source():
    assert "select_related" in inspect.getsource(report)
    assert "items__product" in inspect.getsource(report)
