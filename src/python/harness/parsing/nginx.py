"""nginx's configuration: a list of directives, with nginx's own rules for their arguments."""

from __future__ import annotations

import tempfile
from pathlib import Path as File
from pathlib import PurePosixPath
from typing import Any

import crossplane

from .tree import Path, Tree


def read(tree: Tree, text: str) -> None:
    """Each directive is `{directive, args}`, and one with braces has a `block` of directives besides.

    Where a directive may stand is checked in `nginx.conf` only: other files are included somewhere.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".conf", delete=False) as file:
        file.write(text)
    try:
        found: Any = crossplane.parse(
            file.name,
            single=True,
            check_ctx=PurePosixPath(tree.file).name == "nginx.conf",
        )
    finally:
        File(file.name).unlink()
    for error in found["errors"]:
        # "<message> in <file>:<line>", of a file that is gone.
        message = str(error["error"]).partition(f" in {file.name}")[0]
        tree.fault(error["line"] or 1, message)
    tree.data = _block(found["config"][0]["parsed"], (), tree)


def _block(directives: list[dict[str, Any]], path: Path, tree: Tree) -> list[dict[str, Any]]:
    block: list[dict[str, Any]] = []
    for at, each in enumerate(directives):
        here = (*path, at)
        tree.lines[here] = each["line"]
        made: dict[str, Any] = {"directive": each["directive"], "args": list(each["args"])}
        if "block" in each:
            made["block"] = _block(each["block"], (*here, "block"), tree)
        block.append(made)
    return block
