"""Configuration files, read by parsers: Dockerfile, YAML, nginx, TOML, INI, `.env` and Python settings.

YAML, nginx and Dockerfiles need the pack `files`.
"""

from __future__ import annotations

import importlib
from pathlib import PurePosixPath

from .tree import Fault, Tree

__all__ = ["Fault", "Tree", "UnknownFormat", "parse"]

# Which module reads a file, by its name or its ending.
NAMES = {
    ".env": "env",
    ".coveragerc": "ini",
    ".dockerignore": "ignore",
    ".flake8": "ini",
    "Containerfile": "docker",
    "Dockerfile": "docker",
    "supervisord.conf": "ini",
}
ENDINGS = {
    ".cfg": "ini",
    ".conf": "nginx",
    ".dockerfile": "docker",
    ".env": "env",
    ".ini": "ini",
    ".py": "python",
    ".toml": "toml",
    ".yaml": "yaml",
    ".yml": "yaml",
}
# Names that have something behind a dot: `.env.example`, `Dockerfile.dev`.
BEGINNINGS = {".env.": "env", "Dockerfile.": "docker"}


class UnknownFormat(ValueError):
    """A file whose name tells no format that is known here."""


def parse(name: str, text: str) -> Tree:
    """Read a file by the format that its name tells. Errors of syntax are faults of the tree."""
    tree = Tree(name)
    reader = importlib.import_module(f"{__name__}.{_format(PurePosixPath(name))}")
    reader.read(tree, text)
    return tree


def _format(path: PurePosixPath) -> str:
    if found := NAMES.get(path.name) or ENDINGS.get(path.suffix.lower()):
        return found
    for beginning, found in BEGINNINGS.items():
        if path.name.startswith(beginning):
            return found
    raise UnknownFormat(f"no parser for {path.name}")
