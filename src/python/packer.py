"""Turn wheels and Pyodide's standard library into trees of files ready to be packed.

Runs inside Pyodide at build time, because the bytecode must be that of the Python that will load it.
"""

import importlib._bootstrap_external as bootstrap
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

# Never needed by a lesson: translations, geography, the packages' own tests, C sources and type stubs.
LEFT_OUT = (
    "*/locale/[!e]*/*",
    "*/locale/e[!n]/*",
    "*/locale/en_*/*",
    "*.po",
    "*/contrib/gis/*",
    "*/backends/mysql/*",
    "*/backends/oracle/*",
    "*/tests/*",
    "*.pyi",
    "*/py.typed",
    "*.dist-info/RECORD",
    "*.dist-info/WHEEL",
    "*.dist-info/licenses/*",
    "*.dist-info/top_level.txt",
    "*/tzdata/*.py",
    "*.tab",
    "*/tzdata.zi",
    "*/leapseconds",
    # Names and addresses in other languages than English; but accounts are British by default, and filler
    # is Latin.
    "/faker/providers/*/[!el]*/*",
    "/faker/providers/*/l[!a]*/*",
    "/faker/providers/*/e[!n]*/*",
    "/faker/providers/*/en_[!GU]*/*",
    "/faker/sphinx/*",
    # pytest colors Python and differences, and nothing else.
    "/pygments/lexers/[!_dp]*",
    "/pygments/lexers/_[!_m]*",
    "/pygments/lexers/d[!i]*",
    "/pygments/lexers/p[!y]*",
    # The standard library's network clients and installers: there is no network here, and nothing to
    # install. Mainframes and old Macs had code pages of their own.
    *(
        f"/{name}"
        for name in (
            "ftplib.py",
            "imaplib.py",
            "poplib.py",
            "mailbox.py",
            "xmlrpc/*",
            "modulefinder.py",
            "pyclbr.py",
            "tabnanny.py",
            "zipapp.py",
            "wave.py",
            "encodings/mac_*.py",
            "encodings/cp[0378]*.py",
            "encodings/cp1[01]*.py",
            "encodings/cp12[0-46-9]*.py",
        )
    ),
)


def pack_tree(
    archives: list[str],
    root: str,
    strip: str,
    only: list[str],
    without: list[str],
    keep: list[str],
    out: str,
) -> int:
    """Unpack `archives` (zip files) below `out` as they will stand below `root`; return the file count.

    Only members below the folder `strip` are taken, and that prefix is removed; of those, only what
    begins with one of `only` (everything, when that is empty) and with none of `without`. What begins
    with one of `keep` is taken even where such files are left out. Python sources become bytecode that is
    never checked against a source file.
    """
    count = 0
    for archive in archives:
        for name, content in members(archive, strip, tuple(keep)):
            if (only and not name.startswith(tuple(only))) or name.startswith(tuple(without)):
                continue
            target = PurePosixPath(root, name)
            if name.endswith(".py"):
                content = bytecode(content, str(target))
                target = target.with_suffix(".pyc")
            elif name.endswith(".dist-info/METADATA"):
                content = content.partition(b"\n\n")[0] + b"\n"
            path = Path(out + str(target))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            count += 1
    return count


def pack_sources(folder: str, root: str, out: str) -> int:
    """Byte-compile the Python package in `folder` below `out` as it will stand at `root`.

    Returns the number of files.
    """
    sources = sorted(Path(folder).rglob("*.py"))
    for source in sources:
        target = PurePosixPath(root, source.relative_to(folder))
        path = Path(out + str(target.with_suffix(".pyc")))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytecode(source.read_bytes(), str(target)))
    return len(sources)


def members(archive: str, strip: str, keep: tuple[str, ...] = ()) -> Iterator[tuple[str, bytes]]:
    """The wanted files of one zip archive, in a stable order."""
    with zipfile.ZipFile(archive) as opened:
        for name in sorted(opened.namelist()):
            wanted = name.startswith(strip) and not name.endswith("/")
            left_out = any(fnmatch("/" + name, pattern) for pattern in LEFT_OUT)
            if wanted and (name.startswith(keep) or not left_out):
                yield name.removeprefix(strip), opened.read(name)


def bytecode(source: bytes, filename: str) -> bytes:
    """An unchecked hash-based .pyc: the same bytes for the same source, whatever the clock says."""
    code = compile(source, filename, "exec", dont_inherit=True, optimize=0)
    return bytes(bootstrap._code_to_hash_pyc(code, b"\0" * 8, False))  # type: ignore[attr-defined]
