"""Shortcuts for queries that come the way that others of their call site came.

In a loop, one instruction of the learner's code sends the same SQL again and again, through the same
functions of Django. A route remembers how far up the stack the learner's innermost frame was, and
every instruction from there outwards. Where those are in place again, and so is the function of
Django that was asked, what a walk found the last time holds: the frames between need no look.
"""

from __future__ import annotations

import sys
from types import CodeType, FrameType

from .places import FRAMEWORK, Walk, Walker

_getframe = sys._getframe


class Route:
    """One way from a learner's line to the database."""

    __slots__ = ("_asked", "_asked_code", "_chain", "_depth", "_floor", "_walk")

    def __init__(
        self,
        walk: Walk,
        floor: FrameType,
        depth: int,
        chain: tuple[tuple[CodeType, int], ...],
        asked: int,
    ) -> None:
        self._walk = walk[:3]
        self._floor = floor
        self._depth = depth
        self._chain = chain
        self._asked = asked
        self._asked_code = walk[3].f_code if walk[3] is not None else None

    def again(self) -> Walk | None:
        """What a walk from the caller's caller would find; None when the way is another one."""
        try:
            frame = _getframe(self._depth)
        except ValueError:  # the stack is not that deep
            return None
        for code, instruction in self._chain:
            if frame is None or frame.f_code is not code or frame.f_lasti != instruction:
                return None
            frame = frame.f_back
        if frame is not self._floor:
            return None
        stack, kind, name = self._walk
        if self._asked_code is None:
            return stack, kind, name, None, None
        asked = _getframe(self._asked)
        return (stack, kind, name, asked, None) if asked.f_code is self._asked_code else None


def route_of(walk: Walk, walker: Walker, start: FrameType, above: int) -> Route | None:
    """The route of a walk that began at `start`, `above` frames up from where it will be used.

    None where frames have more to say than their instructions: in templates, in requests, in parts
    of Django that query on their own account, and in threads.
    """
    _, kind, _, asked_frame, request = walk
    if kind == FRAMEWORK or request is not None:
        return None
    frame: FrameType | None = start
    depth = asked = 0
    chain: list[tuple[CodeType, int]] = []
    number = above
    while frame is not None and frame is not walker.floor:
        if walker.is_template(frame):
            return None
        if frame is asked_frame:
            asked = number
        if not chain and walker.is_learners(frame):
            depth = number
        if depth:
            chain.append((frame.f_code, frame.f_lasti))
        frame = frame.f_back
        number += 1
    if frame is None or not chain or (asked_frame is not None and not 0 < asked < depth):
        return None
    return Route(walk, frame, depth, tuple(chain), asked)
