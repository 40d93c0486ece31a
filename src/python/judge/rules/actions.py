"""Rules for workflows of GitHub Actions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from harness.parsing.tree import Tree

from . import Problem, Rule, rule
from .shell import commands
from .workflow import Step, steps


@rule(
    "Without that, the first to hear of a forgotten migration is the server that has not got the column."
)
def checks_migrations(tree: Tree) -> Problem | None:
    """`makemigrations --check` runs, each time."""
    last: Problem | None = None
    for step in steps(tree):
        for command in step.manage():
            if command.words[:1] == ["makemigrations"]:
                if "--check" in command.words and step.certain:
                    return None
                words = "It does not run each time"
                if "--check" not in command.words:
                    words = "`makemigrations` without `--check` ends well, whatever it finds"
                last = Problem(step.line, words)
    return last or Problem(None, "No step calls `makemigrations --check`")


def checks_deploy(settings: str) -> Rule:
    """A rule: `check --deploy` fails on warnings, with these settings."""

    @rule(
        "Its exit code is 0 with warnings, unless `--fail-level WARNING` says so; and only the settings of"
        " production tell about production."
    )
    def checked(tree: Tree) -> Problem | None:
        last: Problem | None = None
        for step in steps(tree):
            for command in step.manage():
                words = command.words
                if words[:1] != ["check"] or "--deploy" not in words:
                    continue
                used = _option(words, "--settings") or command.env.get("DJANGO_SETTINGS_MODULE")
                if used != settings:
                    last = Problem(
                        step.line, f"`check --deploy` looks at {used or 'the default settings'}"
                    )
                elif (_option(words, "--fail-level") or "").upper() not in (
                    "WARNING",
                    "INFO",
                    "DEBUG",
                ):
                    last = Problem(step.line, "`check --deploy` does not fail on warnings")
                elif not step.certain:
                    last = Problem(step.line, "It does not run each time")
                else:
                    return None
        return last or Problem(None, "No step calls `check --deploy`")

    return checked


def _option(words: list[str], name: str) -> str | None:
    for at, word in enumerate(words):
        if word.startswith(f"{name}="):
            return word.partition("=")[2]
        if word == name and at + 1 < len(words):
            return words[at + 1]
    return None


@rule("A check that cannot fail the build is read by nobody.")
def failures_count(tree: Tree) -> Problem | None:
    """No `continue-on-error`, no `|| true`, no `set +e`."""
    for name, job in tree.data["jobs"].items():
        if job.get("continue-on-error", False) not in (False, "false"):
            return Problem(tree.line("jobs", name, "continue-on-error"), "The job may fail unseen")
    for step in steps(tree):
        if step.data.get("continue-on-error", False) not in (False, "false"):
            return Problem(step.line, "`continue-on-error` passes over the failure of this step")
        called = list(commands(str(step.data.get("run", ""))))
        for each in called:
            if each.then in ("||", "|"):
                return Problem(step.line, f"The failure of `{each.text}` is passed over")
            if each.words[:2] == ["set", "+e"] or each.words[:2] == ["exit", "0"]:
                return Problem(step.line, f"`{each.text}` passes over failures")
    return None


def env_reaches(variable: str) -> Rule:
    """A rule: every step that starts Django has this variable."""

    @rule(f"Settings that read `{variable}` stop without it, or silently take another value.")
    def reached(tree: Tree) -> Problem | None:
        tested = False
        for step in steps(tree):
            managed = list(step.manage())
            pytests = [each for each in step.commands() if each.words[:1] == ["pytest"]]
            tests = [*pytests, *(each for each in managed if each.words[:1] == ["test"])]
            tested = tested or bool(tests and step.certain)
            for command in [*managed, *pytests]:
                if not command.env.get(variable):
                    return Problem(step.line, f"`{command.text}` runs without `{variable}`")
        return None if tested else Problem(None, "No step runs the tests, each time")

    return reached


@rule(
    "A container that has started is not a database that answers: the first tests fail on some days."
)
def service_is_ready(tree: Tree) -> Problem | None:
    """Every service has a health check, and an image of a fixed version."""
    found = False
    for name, job in tree.data["jobs"].items():
        for service, data in job.get("services", {}).items():
            found = True
            line = tree.line("jobs", name, "services", service)
            if "--health-cmd" not in str(data.get("options", "")):
                return Problem(line, f"The service `{service}` has no health check to wait for")
            if not re.match(r"\d", str(data["image"]).rpartition("/")[2].partition(":")[2]):
                return Problem(line, f"`{data['image']}` is another database next year")
    return None if found else Problem(None, "There is no service for the database")


@rule("What is only tested on the main branch is tested after it was merged.")
def tests_pull_requests(tree: Tree) -> Problem | None:
    """Pull requests start it, without the rights of the main branch."""
    events = tree.data.get("on")
    names = [events] if isinstance(events, str) else list(events or [])
    if "pull_request_target" in names:
        words = "`pull_request_target` runs a stranger's code with your secrets"
        return Problem(tree.line("on"), words)
    if "pull_request" in names or "merge_group" in names:
        return None
    return Problem(tree.line("on"), "Pull requests do not start it")


@rule("Each action and each package that runs here has the token: give it what the job needs.")
def reads_only(tree: Tree) -> Problem | None:
    """The token may read, and write nothing."""
    outer = tree.data.get("permissions")
    for name, job in tree.data["jobs"].items():
        given = job.get("permissions", outer)
        where = ("jobs", name, "permissions") if "permissions" in job else ("permissions",)
        if given is None:
            return Problem(tree.line("jobs", name), f"The job `{name}` has the default permissions")
        rights = [given] if isinstance(given, str) else list(given.values())
        if any("write" in str(right) for right in rights):
            return Problem(tree.line(*where), "The token may write")
    return None


def current_actions(least: Mapping[str, int]) -> Rule:
    """A rule: actions have a fixed version; of those named, at least this major one."""

    @rule(
        "A branch moves, and what it holds tomorrow runs with your token. Only a hash never moves."
    )
    def fixed(tree: Tree) -> Problem | None:
        for step in steps(tree):
            uses = str(step.data.get("uses", ""))
            if not uses or uses.startswith(("./", "docker://")):
                continue
            name, _, version = uses.partition("@")
            if re.fullmatch(r"[0-9a-f]{40}", version):
                continue
            found = re.fullmatch(r"v(\d+)(\.\d+)*", version)
            if not found:
                return Problem(step.line, f"`{uses}` follows a branch")
            if not name.startswith("actions/"):
                return Problem(step.line, f"`{uses}` is a stranger's: name the commit by its hash")
            if int(found[1]) < least.get(name, 0):
                words = f"`{uses}` needs a Node that the runners no longer have: v{least[name]} is current"
                return Problem(step.line, words)
        return None

    return fixed


def before(first: str, second: str) -> Rule:
    """A rule: where both run in one job, this command comes before that one."""

    @rule(
        f"`{first}` takes seconds: whoever made a slip should not wait for the tests to hear of it."
    )
    def ordered(tree: Tree) -> Problem | None:
        seen: dict[tuple[str, str], Step] = {}
        for step in steps(tree):
            for command in step.commands():
                for word in (first, second):
                    if command.words[:1] == [word]:
                        seen.setdefault((step.job, word), step)
        if not any(word == first for _, word in seen):
            return Problem(None, f"No step calls `{first}`")
        for (job, word), step in seen.items():
            late = seen.get((job, second))
            if word == first and late and late.at < step.at:
                return Problem(step.line, f"`{first}` comes after `{second}`")
        return None

    return ordered
