"""Where a query came from: the learner's lines, and what Django was doing for them.

One walk over the Python stack answers both. It is done for every query, so each code object is
classified once, by its file and name, and afterwards costs one look-up by identity. (Hashing the
code object itself would hash its bytecode each time.)
"""

from __future__ import annotations

import os
from types import CodeType, FrameType
from typing import Any

from .report import Place

IGNORED, LEARNER, TEMPLATE, RELATION, OPERATION, FRAMEWORK, REQUEST = range(7)

# Frames that load a relation or a field because somebody read an attribute. The innermost counts.
_RELATIONS = {
    "ForwardManyToOneDescriptor.fetch_one": "single",
    "ReverseOneToOneDescriptor.fetch_one": "single",
    "GenericForeignKeyDescriptor.fetch_one": "generic",
    "DeferredAttribute.fetch_one": "deferred",
}
# What the learner asked for. The outermost counts: `get_or_create` rather than the `get` in it.
_QUERYSET_METHODS = frozenset(
    [
        "get",
        "count",
        "exists",
        "first",
        "last",
        "earliest",
        "latest",
        "aggregate",
        "contains",
        "create",
        "get_or_create",
        "update_or_create",
        "bulk_create",
        "bulk_update",
        "in_bulk",
        "update",
        "delete",
        "_raw_delete",
        "explain",
        "_iterator",
        "_fetch_all",
    ]
)
_MODEL_METHODS = {"save": "save", "delete": "delete_one", "refresh_from_db": "refresh"}
_WRITES = frozenset(
    ["delete", "delete_one", "save", "create", "bulk_create", "add", "remove", "set", "clear"]
)
_MANAGER_METHODS = frozenset(["add", "remove", "set", "clear"])
# Parts of Django and of REST framework that query on their own account.
_FRAMEWORK_FOLDERS = (
    "django/contrib/",
    "django/core/cache/",
    "django/core/management/",
    "django/core/serializers/",
    "django/db/migrations/",
    "django/test/testcases.py",
    "rest_framework/authtoken/",
    "rest_framework/authentication.py",
)
_OWN_FOLDER = os.path.dirname(os.path.abspath(__file__)).replace(os.sep, "/") + "/"


class Spot:
    """A code object, classified."""

    __slots__ = ("code", "file", "is_get_queryset", "kind", "name", "scope")

    def __init__(self, code: CodeType, kind: int, name: str = "", file: str = "", scope: str = ""):
        self.kind = kind
        self.name = name
        self.file = file
        self.scope = scope
        self.is_get_queryset = code.co_name == "get_queryset"


UNSEEN = Spot((lambda: None).__code__, IGNORED)

# A learner's line as the walk leaves it: (file, line, scope).
RawPlace = tuple[str, int, str]
RawStack = tuple[RawPlace, ...]


# A stack as a walk leaves it, quick to make and to compare: spots, each followed by its line, and
# places of templates, each followed by 0.
TakenStack = tuple[Any, ...]

# What one walk finds: the learner's stack; the kind, name and frame of what Django was doing for
# them; and the request that was being answered, if any.
Walk = tuple[TakenStack, int, str, FrameType | None, Any]


class Walker:
    """Walks stacks for the project at `root`, down to the frame that started the recording."""

    def __init__(self, root: str) -> None:
        self.root = os.path.join(os.path.abspath(root), "")
        # By the identity of code objects, which are kept alive; None for what is of no interest.
        self._spots: dict[int, Spot | None] = {}
        self._codes: list[CodeType] = []
        self.floor: FrameType | None = None

    def walk(self, frame: FrameType | None) -> Walk:
        """The learner's places from `frame` outwards, and the operation that they asked for."""
        spot_of = self._spots.get
        floor = self.floor
        places: list[Any] = []
        found = IGNORED
        name = ""
        doing: FrameType | None = None
        request: Any = None
        locked = False
        while frame is not None:
            code = frame.f_code
            spot = spot_of(id(code), UNSEEN)
            if spot is UNSEEN:
                spot = self._classify(code)
            if spot is not None:
                kind = spot.kind
                if kind == LEARNER:
                    places.append(spot)
                    places.append(frame.f_lineno)
                    locked = True
                elif kind == TEMPLATE:
                    place = self._template_place(frame)
                    if place is not None:
                        places.append(place)
                        places.append(0)
                        locked = True
                elif kind == REQUEST:
                    if request is None:
                        request = frame.f_locals.get("request")
                elif not locked:
                    if found != RELATION:
                        found, name, doing = kind, spot.name, frame
                        locked = kind == FRAMEWORK
                    elif kind == OPERATION and spot.name in _WRITES:
                        # Django followed the relation itself, in order to delete or to save.
                        found, locked = FRAMEWORK, True
            if frame is floor:
                break
            frame = frame.f_back
        return tuple(places), found, name, doing, request

    def is_template(self, frame: FrameType) -> bool:
        """Whether a frame renders a node of a template."""
        return self._kind(frame) == TEMPLATE

    def is_learners(self, frame: FrameType) -> bool:
        """Whether a frame runs the learner's code."""
        return self._kind(frame) == LEARNER

    def _kind(self, frame: FrameType) -> int:
        spot = self._spots.get(id(frame.f_code), UNSEEN)
        return IGNORED if spot is None else spot.kind

    def nearest(self, frame: FrameType | None, manager_class: type) -> RawPlace | None:
        """The nearest learner's line that is not inside a manager's own `get_queryset`."""
        spots = self._spots
        while frame is not None:
            code = frame.f_code
            spot = spots.get(id(code), UNSEEN)
            if spot is UNSEEN:
                spot = self._classify(code)
            if spot is not None and spot.kind == LEARNER:
                if not (
                    spot.is_get_queryset and isinstance(frame.f_locals.get("self"), manager_class)
                ):
                    return (spot.file, frame.f_lineno, spot.scope)
            if frame is self.floor:
                return None
            frame = frame.f_back
        return None

    def _template_place(self, frame: FrameType) -> RawPlace | None:
        node = frame.f_locals.get("self")
        name = getattr(getattr(node, "origin", None), "name", None)
        line = getattr(getattr(node, "token", None), "lineno", None)
        if not isinstance(name, str) or not isinstance(line, int) or name.startswith("<"):
            return None
        if name.startswith(self.root):
            return (name[len(self.root) :], line, "")
        # Templates of installed packages have a path too, but not one of the learner's.
        return None if os.path.isabs(name) else (name, line, "")

    def _classify(self, code: CodeType) -> Spot | None:
        spot = _classify(code, self.root)
        self._codes.append(code)
        self._spots[id(code)] = kept = None if spot.kind == IGNORED else spot
        return kept


def _classify(code: CodeType, root: str) -> Spot:
    file = code.co_filename
    if file.startswith(root):
        return Spot(code, LEARNER, "", file[len(root) :].replace(os.sep, "/"), _scope(code))
    path = file.replace(os.sep, "/")
    owner, _, method = code.co_qualname.rpartition(".")
    if path.startswith(_OWN_FOLDER):
        # Queries for showing a value are the harness's own.
        return Spot(code, FRAMEWORK if path.endswith("/value.py") else IGNORED, "shown")
    if "/django/db/models/" in path or "/django/contrib/contenttypes/" in path:
        if relation := _RELATIONS.get(code.co_qualname):
            return Spot(code, RELATION, relation)
        if owner in ("QuerySet", "RawQuerySet") and method in _QUERYSET_METHODS:
            return Spot(code, OPERATION, method)
        if owner == "RawQuerySet" and method == "iterator":
            return Spot(code, OPERATION, "_iterator")
        if owner == "Model" and method in _MODEL_METHODS:
            return Spot(code, OPERATION, _MODEL_METHODS[method])
        if owner.endswith(".ManyRelatedManager") and method in ("count", "exists"):
            # Asked of the table in between, by a queryset that knows nothing of the relation.
            return Spot(code, OPERATION, method)
        if owner.endswith("Manager") and method in _MANAGER_METHODS:
            return Spot(code, OPERATION, method)
        if owner == "ContentTypeManager":
            return Spot(code, FRAMEWORK, "contenttypes")
        return Spot(code, IGNORED)
    if path.endswith("/django/template/base.py") and code.co_name == "render_annotated":
        return Spot(code, TEMPLATE)
    if path.endswith("/django/core/handlers/base.py") and code.co_name in (
        "get_response",
        "get_response_async",
    ):
        return Spot(code, REQUEST)
    if any(f"/{folder}" in path for folder in _FRAMEWORK_FOLDERS):
        return Spot(code, FRAMEWORK, "framework")
    return Spot(code, IGNORED)


def _scope(code: CodeType) -> str:
    """The function's name as a learner knows it: without marks for nesting and generators."""
    parts = [part for part in code.co_qualname.split(".") if not part.startswith("<")]
    return ".".join(parts) or "<module>"


def read_stack(taken: TakenStack) -> RawStack:
    """The places of a stack that a walk took."""
    return tuple(
        (each.file, line, each.scope) if isinstance(each, Spot) else each
        for each, line in zip(taken[::2], taken[1::2], strict=True)
    )


def place_of(raw: RawPlace) -> Place:
    """A place of the report."""
    return Place(*raw)


def without_repeats(stack: RawStack) -> RawStack:
    """The same lines, each once: recursion repeats them, and a generator runs on its caller's."""
    return tuple(dict.fromkeys(stack))
