"""Rules for Dockerfiles."""

from __future__ import annotations

import re

from harness.parsing.tree import Tree

from ..secrets import has_credentials, is_secret
from . import Problem, Rule, rule
from .dockerfile import Instruction, instructions, last_stage, pairs, runs
from .shell import Command, commands

INSTALLS = (
    ("pip", "install"),
    ("uv", "sync"),
    ("poetry", "install"),
    ("pipenv", "install"),
    ("pipenv", "sync"),
    ("pdm", "install"),
    ("pdm", "sync"),
)


@rule("A tag that moves gives another Python at the next build, and nobody has decided so.")
def pinned_base(tree: Tree) -> Problem | None:
    """Every base image has a tag with at least two numbers, or a digest."""
    given: dict[str, str] = {}
    stages: set[str] = set()
    for each in instructions(tree):
        if each.name == "ARG" and each.stage < 0:
            name, _, value = each.text.partition("=")
            given[name] = value.strip("\"'")
        if each.name != "FROM":
            continue
        image = _filled(each.words[0], given)
        if image.lower() not in stages and "@sha256:" not in image and image != "scratch":
            _, _, tag = image.rpartition("/")[2].partition(":")
            if not re.match(r"v?\d+\.\d+", tag):
                return Problem(each.line, f"`{image}` has no exact version")
        if len(each.words) == 3:
            stages.add(each.words[2].lower())
    return None


def _filled(text: str, given: dict[str, str]) -> str:
    for name, value in given.items():
        text = text.replace(f"${{{name}}}", value).replace(f"${name}", value)
    return text


@rule(
    "Docker reuses a layer while nothing before it has changed: with the code in front, each commit installs"
    " all packages again."
)
def packages_before_code(tree: Tree) -> Problem | None:
    """The first installation of a stage comes before its code is copied."""
    found = instructions(tree)
    installs = {each.line: each for each, command in runs(found) if _installs(command)}
    if not installs:
        return Problem(None, "No RUN installs the packages that the project names")
    stages: set[int] = set()
    for install in installs.values():
        if install.stage in stages:
            continue
        stages.add(install.stage)
        for copy in found:
            if copy.stage == install.stage and copy.line < install.line and _copies_code(copy):
                words = f"`{copy.name} {copy.text}` comes before `RUN` in line {install.line}"
                return Problem(copy.line, words)
    return None


def _installs(command: Command) -> bool:
    if not any(command.has(*words) for words in INSTALLS):
        return False
    # Single tools, such as uv itself, are named; the project's packages are in a file.
    if command.has("pip", "install"):
        given = command.words[command.words.index("install") + 1 :]
        return any(
            each in ("-r", "--requirement", ".", "-e") or each.startswith("-r") for each in given
        )
    return True


def _copies_code(copy: Instruction) -> bool:
    if copy.name not in ("COPY", "ADD") or any(flag.startswith("--from") for flag in copy.flags):
        return False
    *sources, _ = copy.words
    return any(
        source.rstrip("/") in (".", "./*", "*") or source.endswith((".py", "/"))
        for source in sources
        if "requirements" not in source
    )


@rule("Whoever breaks into the process is root in the container, and one bug away from the host.")
def not_root(tree: Tree) -> Problem | None:
    """The image ends as another user than root, who exists."""
    found = last_stage(tree)
    users = [each for each in found if each.name == "USER"]
    if not users:
        return Problem(None, "There is no USER in the last stage: the process runs as root")
    last = users[-1]
    name = last.words[0].partition(":")[0].strip("\"'")
    if name in ("root", "0"):
        return Problem(last.line, "The process runs as root")
    if name.isdigit() or name.startswith("$"):
        return None
    for _, command in runs(found):
        if command.words and command.words[0] in ("useradd", "adduser") and name in command.words:
            return None
    return Problem(last.line, f"Nothing has made the user `{name}`: the container does not start")


@rule(
    "Since Debian 13 slim images have no `adduser`: the build ends there. `useradd` is in all of them."
)
def makes_users_with_useradd(tree: Tree) -> Problem | None:
    """No `adduser` or `addgroup` on a Debian image."""
    debian = all("alpine" not in each.text for each in instructions(tree) if each.name == "FROM")
    for each, command in runs(instructions(tree)):
        if debian and command.words and command.words[0] in ("adduser", "addgroup"):
            return Problem(each.line, f"`{command.words[0]}` is not in this image")
    return None


@rule("What stands in a layer is in the image for good: later lines do not undo it.")
def no_secrets(tree: Tree) -> Problem | None:
    """No secret is set, declared as a build argument, or copied."""
    for each in instructions(tree):
        if each.name in ("ENV", "ARG"):
            for name, value in pairs(each):
                if is_secret(name) and (each.name == "ARG" or value):
                    return Problem(each.line, f"`{each.name} {name}` puts a secret into the image")
                if has_credentials(value):
                    return Problem(each.line, f"`{name}` holds a URL with a password")
        if each.name in ("COPY", "ADD"):
            for source in each.words[:-1]:
                if source.rpartition("/")[2].startswith(".env"):
                    return Problem(each.line, f"`{source}` is copied into the image")
    return None


def _start(tree: Tree) -> list[Instruction]:
    found = last_stage(tree)
    last = {each.name: each for each in found if each.name in ("CMD", "ENTRYPOINT")}
    return list(last.values())


@rule(
    "A shell as process 1 does not pass SIGTERM on: the server is killed after the grace period,"
    " in the middle of requests."
)
def exec_form(tree: Tree) -> Problem | None:
    """CMD and ENTRYPOINT are lists, and start no shell that stays."""
    starts = _start(tree)
    if not starts:
        return Problem(None, "The last stage has no CMD")
    for each in starts:
        if not each.exec_form:
            return Problem(each.line, f"`{each.name} {each.text}` is started by a shell")
        shell = each.words[0].rpartition("/")[2] in ("sh", "bash") and "-c" in each.words
        if shell and not each.words[-1].split("&&")[-1].strip().startswith("exec "):
            return Problem(each.line, "The shell stays process 1: write `exec` before the server")
    return None


@rule(
    "`runserver` is for development: it reloads code, serves one machine, and its makers say not to use it."
)
def real_server(tree: Tree) -> Problem | None:
    """The image starts no development server."""
    for each in _start(tree):
        if "runserver" in each.text.replace(",", " ").replace('"', " ").split():
            return Problem(each.line, "The image starts the development server")
    return None


def step_has(step: str, variable: str) -> Rule:
    """A rule: the RUN with this word has this variable, for itself alone."""

    @rule(
        f"The production settings stop without `{variable}`, so the build does, too. Any text will do."
    )
    def given(tree: Tree) -> Problem | None:
        steps = [
            (each, command) for each, command in runs(instructions(tree)) if step in command.words
        ]
        if not steps:
            return Problem(None, f"No RUN calls `{step}`: the image has none of its files")
        for each, command in steps:
            exported = any(
                "export" in other.words
                and any(word.startswith(f"{variable}=") for word in other.words)
                for other in commands(each.text)
            )
            mounted = any("type=secret" in flag for flag in each.flags)
            standing = any(
                name == variable
                for before in instructions(tree)
                if before.name == "ENV" and before.stage == each.stage and before.line < each.line
                for name, value in pairs(before)
                if value
            )
            if not (variable in command.env or exported or mounted or standing):
                return Problem(each.line, f"`{step}` runs without `{variable}`")
        return None

    return given
