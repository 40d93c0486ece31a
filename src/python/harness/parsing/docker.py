"""Dockerfiles: a list of instructions. Here-documents are not understood."""

from __future__ import annotations

import io
import json
from typing import Any

from dockerfile_parse import DockerfileParser

from .tree import Tree

INSTRUCTIONS = {
    *("ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL"),
    *("MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"),
}


def read(tree: Tree, text: str) -> None:
    """Each instruction is `{instruction, value, words, stage}`.

    `words` is the list of the exec form (`CMD ["a", "b"]`), None in the shell form. `stage` counts the FROMs
    from 0; it is -1 before the first.
    """
    tree.data = []
    parser = DockerfileParser(fileobj=io.BytesIO(text.encode()), env_replace=False)
    stage = -1
    for found in parser.structure:
        name, value, line = found["instruction"], found["value"], found["startline"] + 1
        if name == "COMMENT":
            continue
        if name not in INSTRUCTIONS:
            tree.fault(line, f"unknown instruction: {name}")
        elif not value:
            tree.fault(line, f"{name} needs an argument")
        elif stage < 0 and name not in {"FROM", "ARG"}:
            tree.fault(line, f"{name} before the first FROM")
        stage += name == "FROM"
        tree.lines[(len(tree.data),)] = line
        tree.data.append(
            {"instruction": name, "value": value, "words": _words(value), "stage": stage}
        )
    if stage < 0 and not tree.faults:
        tree.fault(1, "there is no FROM")


def _words(value: str) -> list[str] | None:
    try:
        found: Any = json.loads(value)
    except ValueError:
        return None
    return found if isinstance(found, list) else None
