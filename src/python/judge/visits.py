"""`expect.http`: visitors send requests to the submission, in an order, on data that it has not seen.

    web = expect.http(data=(30, 9), setup="world.py:make")
    anna = web.user("anna")
    with web.check("Customers see their own orders, and no others"):
        anna.get("/orders/{own}/").status(200).queries(at_most=2)
        anna.get("/orders/{other}/").status(404)
        web.anonymous.get("/orders/").status(401, 403)

Nothing is sent while this is read, so there are no values yet: `{name}` stands for what `setup` returned
under that name, or for what an earlier response keeps (`keep(order="id")`).
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from harness.project import ProjectError
from harness.request import Seed

from .demands import Demands
from .http_exhibit import Step
from .request import Files, Probe
from .responses import Response
from .ruling import Subject


class Http(Subject):
    """One scenario: its visitors share a database, and every step finds what those before it left."""

    def __init__(self, seed: Seed, setup: str | None, support: Files) -> None:
        self._plan: list[dict[str, Any]] = []
        self._visitors: list[dict[str, Any]] = []
        self._authors: list[str] = []
        self._support = support
        self._steps: list[Step] = []
        self._open: Demands | None = None
        self._every: list[Demands] = []
        given = {
            "seed": [seed.size, seed.number],
            "setup": setup and self.author(setup),
            "steps": self._plan,
            "visitors": self._visitors,
            "authors": self._authors,
        }
        super().__init__([Probe("http", given)], [], ["The requests were sent"])

    def user(
        self, username: str, *, called: str | None = None, csrf: bool = False, api: bool = False
    ) -> Visitor:
        """Somebody who is signed in. `csrf` checks tokens, as browsers have it; `api` needs no session."""
        about = {"username": username, "csrf": csrf, "api": api}
        return self._visitor(about, called or username)

    @property
    def anonymous(self) -> Visitor:
        """Somebody who is not signed in, with a browser of their own."""
        return self.visitor()

    def visitor(
        self, *, called: str = "anonymous", csrf: bool = False, api: bool = False
    ) -> Visitor:
        """The same, with a name in messages."""
        return self._visitor({"username": None, "csrf": csrf, "api": api}, called)

    def _visitor(self, about: dict[str, Any], who: str) -> Visitor:
        self._visitors.append(about)
        return Visitor(self, len(self._visitors) - 1, who)

    def call(self, function: str, *, doing: str, **params: Any) -> Response:
        """Between requests, call a function of your own, `file.py:function` in `support/`.

        `doing` says what it does: "The database went away", "The orders in the database".
        """
        step = {"do": "call", "function": self.author(function), "params": params}
        return self.add(step, Step("", "", "", doing))

    @contextmanager
    def check(self, title: str) -> Generator[None]:
        """What is demanded in this block is one check, with this title."""
        self._open = self._demands(title)
        try:
            yield
        finally:
            self._open = None

    def demands(self, title: str) -> Demands:
        """Where a demand belongs: in the check that is being written, or in one of its own."""
        return self._open or self._demands(title)

    def _demands(self, title: str) -> Demands:
        demands = Demands(title, self._steps, [] if self._every else self._every)
        self._every.append(demands)
        self.requirements.append(demands)
        return demands

    def add(self, planned: dict[str, Any], step: Step) -> Response:
        """Plan one more step."""
        self._plan.append(planned)
        self._steps.append(step)
        return Response(self, len(self._plan) - 1, step, planned)

    def author(self, function: str) -> str:
        """Note that a function of the author's is called."""
        file = function.partition(":")[0]
        if file not in self._support:
            raise ProjectError(f"there is no support/{file}")
        self._authors.append(function)
        return function


class Visitor:
    """Sends requests; each keeps the cookies that the ones before it got."""

    def __init__(self, scenario: Http, number: int, who: str) -> None:
        self._scenario = scenario
        self._number = number
        self._who = who

    def get(self, path: str, **how: Any) -> Response:
        """See `send`."""
        return self.send("GET", path, **how)

    def head(self, path: str, **how: Any) -> Response:
        """See `send`."""
        return self.send("HEAD", path, **how)

    def post(self, path: str, **how: Any) -> Response:
        """See `send`."""
        return self.send("POST", path, **how)

    def put(self, path: str, **how: Any) -> Response:
        """See `send`."""
        return self.send("PUT", path, **how)

    def patch(self, path: str, **how: Any) -> Response:
        """See `send`."""
        return self.send("PATCH", path, **how)

    def delete(self, path: str, **how: Any) -> Response:
        """See `send`."""
        return self.send("DELETE", path, **how)

    def send(
        self,
        method: str,
        path: str,
        *,
        query: dict[str, Any] | None = None,
        json: Any = None,
        form: dict[str, Any] | None = None,
        body: str | None = None,
        content_type: str | None = None,
        headers: dict[str, str] | None = None,
        secure: bool = False,
        address: str | None = None,
        made: tuple[str, dict[str, Any]] | None = None,
        about: str = "",
    ) -> Response:
        """Send a request.

        `made` is a function of `support/` and its arguments: it returns parts of the request (`headers`,
        `body`, ...) when the request is sent, for what a plan cannot hold, such as a signature.
        `about` sets it apart in messages: "an old signature".
        """
        if query:
            path = f"{path}?{urlencode(query, safe='{}')}"
        function, params = made or (None, {})
        planned = {
            "do": "request",
            "visitor": self._number,
            "method": method,
            "path": path,
            "json": json,
            "form": form,
            "body": body,
            "content_type": content_type,
            "headers": headers or {},
            "secure": secure,
            "address": address,
            "made": function and {"function": self._scenario.author(function), "params": params},
            "keep": {},
        }
        return self._scenario.add(planned, Step(method, path, self._who, about=about))
