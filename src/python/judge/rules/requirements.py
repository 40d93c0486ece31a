"""What a requirement says: a package, and the versions of it that will do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from harness.parsing.tree import Tree

type Version = tuple[int, ...]

_FORM = re.compile(
    r"\s*(?P<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^]]*\])?\s*"
    r"(?:@\s*(?P<url>\S+)|\(?(?P<bounds>[^;()]*)\)?)\s*(?:;.*)?"
)
_BOUND = re.compile(r"\s*(?P<sign>===|[=!~<>]=|[<>])\s*v?(?P<version>[\w.+!-]+(?:\.\*)?)\s*")


@dataclass(frozen=True, slots=True)
class Bound:
    """One condition on a version."""

    sign: str
    version: Version
    # `==6.1.*`
    any_rest: bool

    def fits(self, version: Version) -> bool:
        """Whether a version meets it. Releases are compared; what is before a release is passed over."""
        size = len(self.version)
        begins = _filled(version, size)[:size] == self.version
        both = max(size, len(version))
        given, own = _filled(version, both), _filled(self.version, both)
        match self.sign:
            case "==" | "===":
                return begins if self.any_rest else given == own
            case "!=":
                return not begins if self.any_rest else given != own
            case "~=":
                return given >= own and _filled(version, size)[: size - 1] == self.version[:-1]
            case "<=":
                return given <= own
            case ">=":
                return given >= own
            case "<":
                return given < own
            case _:
                return given > own


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package that is needed."""

    name: str
    bounds: tuple[Bound, ...]
    url: str

    def allows(self, version: Version) -> bool:
        """Whether a version will do."""
        return all(each.fits(version) for each in self.bounds)

    @property
    def least(self) -> Version | None:
        """The version that it begins at; None when any old one will do."""
        found = [
            each.version for each in self.bounds if each.sign in ("==", "===", "~=", ">=", ">")
        ]
        return max(found, default=None)


def requirement(text: str) -> Requirement:
    """Read one, as `django[argon2]>=6.1,<6.2; os_name == "posix"`."""
    found = _FORM.fullmatch(text)
    if not found:
        raise ValueError(text)
    return Requirement(normal(found["name"]), bounds(found["bounds"] or ""), found["url"] or "")


def bounds(text: str) -> tuple[Bound, ...]:
    """Read conditions, as `>=3.12,<4`."""
    listed: list[Bound] = []
    for each in filter(str.strip, text.split(",")):
        found = _BOUND.fullmatch(each)
        if not found:
            raise ValueError(text)
        any_rest = found["version"].endswith(".*")
        listed.append(Bound(found["sign"], version(found["version"].removesuffix(".*")), any_rest))
    return tuple(listed)


def version(text: str) -> Version:
    """The numbers of a release."""
    found = re.match(r"\d+(?:\.\d+)*", text.strip())
    if not found:
        raise ValueError(text)
    return tuple(map(int, found[0].split(".")))


def normal(name: str) -> str:
    """The one way to write the name of a package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(tree: Tree) -> list[Requirement]:
    """What a project needs to run."""
    return [requirement(each) for each in tree.get("project", "dependencies", default=[])]


def grouped(tree: Tree) -> set[str]:
    """The packages in groups: those of the standard, and those of Poetry."""
    groups: dict[str, list[Any]] = tree.get("dependency-groups", default={})
    found = {
        requirement(each).name
        for group in groups.values()
        for each in group
        if isinstance(each, str)
    }
    poetry: dict[str, Any] = tree.get("tool", "poetry", "group", default={})
    return found | {normal(each) for group in poetry.values() for each in group["dependencies"]}


def _filled(version: Version, size: int) -> Version:
    return version + (0,) * (size - len(version))
