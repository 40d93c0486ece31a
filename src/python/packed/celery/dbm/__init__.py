"""Enough of `dbm`, which Pyodide leaves out, for `celery.beat` to be imported: it keeps no files here."""


class error(OSError):
    """A database that cannot be opened."""


def open(file: str, flag: str = "r", mode: int = 0o666) -> object:
    """Refuse: a schedule lives in memory here."""
    raise error(f"{file} cannot be opened: there is no dbm in this Python")
