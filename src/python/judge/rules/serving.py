"""Rules for gunicorn and nginx, that each may be right alone and wrong together.

Each test gets the trees by path, and the names that the configuration of gunicorn has set.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from harness.parsing.tree import Tree

from . import Problem, Rule, rule
from .nginx import address, addresses, passes, seconds, upstreams

type Trees = Mapping[str, Tree]
type Names = Mapping[str, Any]

GUNICORN, NGINX = "gunicorn.conf.py", "nginx.conf"
DEFAULTS: Names = {
    "bind": "127.0.0.1:8000",
    "graceful_timeout": 30,
    "keepalive": 2,
    "threads": 1,
    "timeout": 30,
    "worker_class": "sync",
    "workers": 1,
}
# What nginx does when it is told nothing.
READ_TIMEOUT = KEPT_OPEN = 60


def _option(names: Names, option: str) -> Any:
    """What gunicorn works with."""
    value = names.get(option, DEFAULTS[option])
    if option == "worker_class" and value == "sync" and names.get("threads", 1) > 1:
        return "gthread"
    return value


def _at(trees: Trees, option: str, words: str) -> Problem:
    line = trees[GUNICORN].lines.get((option,))
    return Problem(line, words, GUNICORN)


def connections(*, least: int, most: int) -> Rule:
    """A rule: as many requests at a time as there may be connections to the database, on any machine."""

    @rule(
        "Each thread of each worker holds a connection of its own: workers times threads is what the database"
        " has to have, and processors have no part in that."
    )
    def fits(trees: Trees, names: Names) -> Problem | None:
        workers, threads = _option(names, "workers"), _option(names, "threads")
        product = f"{workers} workers with {threads} threads are {workers * threads} connections"
        if workers * threads > most:
            return _at(trees, "workers", f"{product}; the database has {most}")
        if workers * threads < least:
            return _at(trees, "workers", f"{product}: less than the {least} requests at a time")
        return None

    return fits


def workers_are(count: int) -> Rule:
    """A rule: the environment decides on the number of workers."""

    @rule(
        "A machine of another size should need another variable, not another version of the code."
    )
    def decided(trees: Trees, names: Names) -> Problem | None:
        # Gunicorn reads the variable by itself when the file is silent.
        workers = names.get("workers", count)
        if workers == count and type(workers) is int:
            return None
        return _at(trees, "workers", f"`workers` is {workers!r}, and WEB_CONCURRENCY says {count}")

    return decided


def only_nginx(trees: Trees, names: Names) -> Problem | None:
    """Gunicorn listens where nginx asks, and nobody else can."""
    given = _option(names, "bind")
    binds = [address(each) for each in ([given] if isinstance(given, str) else given)]
    for bind in binds:
        if not bind.startswith(("unix:", "127.0.0.1:", "::1")):
            return _at(trees, "bind", f"Gunicorn listens on `{bind}`, for everybody on the network")
    tree = trees[NGINX]
    for place in passes(tree):
        for server in addresses(tree, place):
            if address(server.args[0]) not in binds:
                words = f"nginx asks `{server.args[0]}`, and gunicorn listens on {', '.join(binds)}"
                return Problem(server.line, words, NGINX)
    return None if passes(tree) else Problem(None, "There is no `proxy_pass`", NGINX)


ONLY_NGINX = rule("Whoever reaches gunicorn without nginx can send any header that Django trusts.")(
    only_nginx
)


def waits_longest(*, longest: int, patience: int) -> Rule:
    """A rule: gunicorn lets the longest request end, and nginx waits for it, but not forever."""

    @rule(
        "Who waits outside must wait longer than who works inside: else nginx answers 504 while the"
        " worker goes on, for nobody."
    )
    def waits(trees: Trees, names: Names) -> Problem | None:
        timeout = _option(names, "timeout")
        one_at_a_time = _option(names, "worker_class") == "sync"
        if one_at_a_time and 0 < timeout <= longest:
            return _at(
                trees,
                "timeout",
                f"A sync worker is killed after {timeout} s; {longest} s are allowed",
            )
        if timeout == 0:
            return _at(trees, "timeout", "With 0 a worker that hangs is never replaced")
        for place in passes(trees[NGINX]):
            found = place.find("proxy_read_timeout")
            read = seconds(found.args) if found else READ_TIMEOUT
            line = found.line if found else place.target.line
            inside = max(longest, timeout) if one_at_a_time else longest
            if read <= inside:
                words = f"nginx gives up after {read:g} s; inside, {inside} s are allowed"
                return Problem(line, words, NGINX)
            if read > patience:
                return Problem(line, f"nginx waits {read:g} s: no visitor does", NGINX)
        return None

    return waits


def keeps_open_longer(trees: Trees, names: Names) -> Problem | None:
    """Gunicorn keeps idle connections open for longer than nginx."""
    if _option(names, "worker_class") == "sync":
        return None  # it closes after each answer, and says so
    tree = trees[NGINX]
    for group in upstreams(tree).values():
        kept = group.find("keepalive")
        if not kept or kept[-1].args == ["0"]:
            continue
        found = group.find("keepalive_timeout")
        nginx = seconds(found[-1].args) if found else KEPT_OPEN
        gunicorn = _option(names, "keepalive")
        if gunicorn <= nginx:
            words = (
                f"Gunicorn closes an idle connection after {gunicorn} s, nginx after {nginx:g} s"
            )
            return _at(trees, "keepalive", words)
    return None


KEEPS_OPEN_LONGER = rule(
    "Who sends must be the first to close: else nginx sends a request into a connection that was just closed,"
    " and answers 502."
)(keeps_open_longer)


def ends_in_time(*, longest: int, killed_after: int) -> Rule:
    """A rule: a worker that is told to stop has time for its requests, and is done before it is killed."""

    @rule("A deployment should end no request: not by giving up on it, and not by being killed.")
    def ends(trees: Trees, names: Names) -> Problem | None:
        grace = _option(names, "graceful_timeout")
        if grace < longest:
            words = f"A worker that is to stop has {grace} s; a request may take {longest} s"
            return _at(trees, "graceful_timeout", words)
        if grace >= killed_after:
            words = f"A worker has {grace} s to stop, and is killed after {killed_after} s"
            return _at(trees, "graceful_timeout", words)
        return None

    return ends
