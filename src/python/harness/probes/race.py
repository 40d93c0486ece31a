"""Two callers of one function, interleaved at every query of the first."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from .. import database, project
from ..claim import Claim
from ..errors import describe
from ..interleaving import Step, told
from ..plain import NotPlain, plain
from ..plain_json import bare
from ..probing import Performance, Refused, Watched, open_with_files, reseed
from ..request import ProbeRequest, Seed
from ..sessions import Session, Waits, lay_out, takes_a_turn

# B comes before so many of A's queries at most, and in any case after A.
MOST = 24


class Race(Watched):
    """Claims what came of each interleaving: B runs to its end before A's first query, its second, ...

    The last interleaving has B come after A. Each starts from the same database, and each caller has
    modules of its own, as two processes have: a lock in Python keeps nobody out.
    """

    def __init__(self, request: ProbeRequest, saved: bytes, state: Callable[[], Any]) -> None:
        super().__init__(request, self._race)
        self._params = request.probe.params
        self._saved = saved
        self._state = state
        self._runs: list[dict[str, Any]] = []
        self._steps: list[Step] = []
        self._locks = False

    def _race(self) -> None:
        for turn in (*range(1, MOST + 1), None):
            run = self._interleave(turn)
            self._runs.append(run)
            if run["last"]:
                return

    def _interleave(self, turn: int | None) -> dict[str, Any]:
        lay_out(self._saved)
        self._steps = []
        first, second = Session("A", self._watch), Session("B", self._watch)
        calls = [self._importing(), self._importing()]
        place: Step | None = None
        answer: dict[str, Any] | None = None
        turns = 0

        def before(session: Session, sql: str, params: Any) -> None:
            nonlocal turns, place, answer
            if session is not first or not takes_a_turn(sql):
                return
            turns += 1
            if turns == turn:
                place = told(sql, params, "A", shows=self._params["shows"])
                first.step_aside()
                answer = self._answer(second, calls[1], self._params["second"])

        self._before = before
        mine = self._answer(first, calls[0], self._params["first"])
        waited = second.waits
        if answer is None or waited:
            second.close()
            second = Session("B", self._watch)
            answer = self._answer(second, calls[1], self._params["second"])
        self._locks = self._locks or first.locks or second.locks
        return {
            "last": place is None,
            "place": place,
            "waited": waited,
            "a": mine,
            "b": answer,
            "state": self._final(),
            "steps": self._steps,
        }

    def _importing(self) -> tuple[Callable[..., Any], dict[str, ModuleType]]:
        """The function, with modules that nobody else has."""
        opened = project.opened()
        assert opened is not None
        project.forget_modules(opened.modules)
        known = set(sys.modules)
        module = importlib.import_module(self._params["module"])
        own = {name: each for name, each in sys.modules.items() if name not in known}
        return getattr(module, self._params["function"]), own

    def _answer(
        self,
        session: Session,
        call: tuple[Callable[..., Any], dict[str, ModuleType]],
        args: list[Any] | dict[str, Any],
    ) -> dict[str, Any]:
        """What a caller got: a value or an error."""
        function, modules = call
        before = {name: sys.modules.get(name) for name in modules}
        sys.modules.update(modules)
        try:
            with session.current():
                named = isinstance(args, dict)
                result = function(**args) if named else function(*args)
                value = bare(plain(result))
            answer, effect = {"returned": value, "raised": None}, f"returned {value!r}"
        except NotPlain as reason:
            answer, effect = {"returned": str(reason), "raised": None}, f"returned {reason}"
        except (Exception, Waits) as error:
            raised = self._raised(error)
            answer, effect = {"returned": None, "raised": raised}, f"raised {raised['type']}"
        finally:
            sys.modules.update({name: each for name, each in before.items() if each})
            session.close()
        if session.waits:
            self._steps[-1]["effect"] = "has to wait for the other"
        else:
            self._steps.append(told("", (), session.name, effect))
        return answer

    def _raised(self, error: BaseException) -> dict[str, Any]:
        cause = error.__cause__ if isinstance(error, Waits) and error.__cause__ else error
        described = describe(cause, self.trial.sources)
        frame = described.frames[-1] if described.frames else None
        return {
            "type": described.type,
            "message": described.message,
            "file": frame.file if frame else None,
            "line": frame.line if frame else None,
            "scope": frame.scope if frame else "",
        }

    def _final(self) -> Any:
        reader = Session("-", lambda _session, _sql, _params, run: run())
        try:
            with reader.current():
                return bare(plain(self._state()))
        finally:
            reader.close()

    def _watch(self, session: Session, sql: str, params: Any, run: Callable[[], Any]) -> Any:
        self._before(session, sql, params)
        if not takes_a_turn(sql):
            return run()
        step = told(sql, params, session.name, shows=self._params["shows"])
        self._steps.append(step)
        value = run()
        step["effect"] = session.effect(sql, params, self._params["shows"])
        return value

    def collect(self) -> Claim:
        """The same, without findings: one caller twice is no query in a loop."""
        claim = super().collect()
        claim.report.findings = []
        return claim

    def facts(self) -> dict[str, Any]:
        return {"runs": self._runs, "locks": self._locks}


def arrange(request: ProbeRequest) -> Performance:
    """`params`: module, function, first, second, size, number, prepare, state, shows."""
    if error := open_with_files(request):
        return Refused(request, error)
    params = request.probe.params
    reseed(request, Seed(params["size"], params["number"]))
    if params["prepare"]:
        _support(request, params["prepare"])()
    state = _support(request, params["state"])
    return Race(request, database.save(), state)


def _support(request: ProbeRequest, name: str) -> Callable[[], Any]:
    """A function of the author's; its source is never written to a file."""
    file, _, function = name.partition(":")
    module = ModuleType("probe")
    exec(compile(request.support[file], f"<{file}>", "exec"), vars(module))
    found: Callable[[], Any] = getattr(module, function)
    return found
