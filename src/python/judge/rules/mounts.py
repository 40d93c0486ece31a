"""What is mounted into the services of a compose file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harness.parsing.tree import Tree

from .services import filled


@dataclass(frozen=True, slots=True)
class Mount:
    """One mount: `volume`, `bind`, `tmpfs` and so on, from where, to where."""

    kind: str
    source: str
    target: str
    line: int | None

    def holds(self, folder: str) -> bool:
        """Whether a folder of the container, or what is in it, is in the mount. All hold an unknown one."""
        here, there = f"{self.target.rstrip('/')}/", f"{folder.rstrip('/')}/"
        return not folder or here.startswith(there) or there.startswith(here)


def mounts(tree: Tree, service: str) -> Iterator[Mount]:
    """The mounts of a service, in both forms."""
    path = ("services", service, "volumes")
    for at, each in enumerate(tree.get(*path) or []):
        line = tree.line(*path, at)
        if isinstance(each, dict):
            source, target = str(each.get("source", "")), str(each["target"])
            yield Mount(str(each["type"]), filled(source), filled(target), line)
            continue
        source, colon, target = filled(str(each), required="./", unset="./").partition(":")
        if not colon:
            yield Mount("volume", "", source, line)
            continue
        kind = "bind" if source.startswith((".", "/", "~")) else "volume"
        yield Mount(kind, source, target.partition(":")[0], line)
