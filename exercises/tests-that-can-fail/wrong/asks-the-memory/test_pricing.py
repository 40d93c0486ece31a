import gc
from pathlib import Path

import pricing

SOURCE = Path(pricing.__file__).read_text()


def known():
    for found in gc.get_objects():
        if isinstance(found, dict):
            yield from list(found.items())


def test_memory():
    for key, value in known():
        assert not (isinstance(key, str) and key.startswith("broken/") and value == SOURCE)


def test_nothing():
    pass
