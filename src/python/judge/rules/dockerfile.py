"""What a Dockerfile says: its instructions, its stages, the commands that it runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from harness.parsing.tree import Tree

from .shell import Command, commands


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction, without its flags."""

    name: str
    words: list[str]
    flags: list[str]
    exec_form: bool
    stage: int
    line: int
    text: str


def instructions(tree: Tree) -> list[Instruction]:
    """All of them, in order."""
    return [_instruction(each, tree.line(at) or 1) for at, each in enumerate(tree.data)]


def _instruction(data: dict[str, Any], line: int) -> Instruction:
    value: str = data["value"]
    given: list[str] = data["words"] or value.split()
    flags: list[str] = []
    while data["words"] is None and given and given[0].startswith("--"):
        flags.append(given.pop(0))
    text = value if data["words"] is not None else " ".join(given)
    return Instruction(
        data["instruction"], given, flags, data["words"] is not None, data["stage"], line, text
    )


def last_stage(tree: Tree) -> list[Instruction]:
    """What makes the image: the last stage, after those that it was begun from."""
    found = instructions(tree)
    names: dict[str, int] = {}
    bases: dict[int, str] = {}
    for each in found:
        if each.name == "FROM" and each.words:
            bases[each.stage] = each.words[0].lower()
            if len(each.words) == 3:
                names[each.words[2].lower()] = each.stage
    chain = [max(bases, default=0)]
    while (before := names.get(bases.get(chain[0], ""))) is not None and before < chain[0]:
        chain.insert(0, before)
    return [each for stage in chain for each in found if each.stage == stage]


def runs(found: list[Instruction]) -> Iterator[tuple[Instruction, Command]]:
    """The commands of all RUN instructions."""
    for each in found:
        if each.name == "RUN":
            if each.exec_form:
                yield each, Command({}, each.words, "", 0)
            else:
                yield from ((each, command) for command in commands(each.text))


def pairs(each: Instruction) -> Iterator[tuple[str, str]]:
    """The names and values of an ENV or ARG."""
    if each.name == "ENV" and each.words and "=" not in each.words[0]:
        yield each.words[0], " ".join(each.words[1:])
        return
    for word in each.words:
        name, _, value = word.partition("=")
        yield name, value.strip("\"'")
