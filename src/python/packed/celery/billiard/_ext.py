"""Billiard without processes: what asks for them is told so, as on other platforms that have none.

The original looks for a C module and raises ImportError, which `celery.beat` does not expect.
"""

supports_exec = False
_billiard = None
win32 = None


def ensure_multiprocessing() -> None:
    """Say that there are no processes."""
    raise NotImplementedError("multiprocessing not supported")


def ensure_SemLock() -> None:
    """Say that there are no locks between processes."""
    raise ImportError("there are no processes here, so there are no locks between them")
