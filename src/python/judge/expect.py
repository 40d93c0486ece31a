"""The words of `checks.py`: what is tried out, on which data, and what must hold.

    def check(expect):
        report = expect.call("report:order_report", at=[(30, 4021), (120, 977)], of="orders")
        report.same_result_as_solution("Returns the same report")
        report.queries(at_most=2, title="Uses at most 2 queries")

Saying so only writes a plan down: probes, which interpreters of their own carry out, and requirements,
which are ruled on here afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from harness.project import ProjectError
from harness.request import Seed

from .calls import Call
from .request import Files
from .ruling import Subject
from .scripts import Script

if TYPE_CHECKING:
    # Each kind is imported when a check asks for it: the snapshot holds what every grading needs.
    from .caches import Cached
    from .files import ConfigFiles
    from .forms import Review
    from .migrations import Migration
    from .models import Models
    from .races import Arguments, Race
    from .settings import Settings
    from .suites import Tests
    from .tasks import Background
    from .visits import Http


class Expect:
    """What `check` receives."""

    def __init__(self, support: Files, shift: int = 0, files: Files | None = None) -> None:
        self.subjects: list[Subject] = []
        # Of a challenge, by the titles of the checks; empty elsewhere.
        self.worth: dict[str, int] = {}
        # The submission, to be read and never run; empty while probes are only planned.
        self._files: Files = files or {}
        self._support = support
        self._shift = shift

    def points(self, worth: Mapping[str, int]) -> None:
        """Make it a challenge: each check is one defect to mend, and worth points, by its title."""
        self.worth = dict(worth)

    def call(
        self,
        function: str,
        *args: Any,
        at: Sequence[tuple[int, int]],
        of: str = "rows",
        **kwargs: Any,
    ) -> Call:
        """Call `module:function` for each (size, seed number) of `at`, each time in a new Python.

        The arguments must be such as JSON has.
        """
        call = Call(function, args, kwargs, [self._seed(pair) for pair in at], of)
        self.subjects.append(call)
        return call

    def stream(
        self, function: str, *args: Any, at: Sequence[tuple[int, int]], of: str = "rows"
    ) -> Call:
        """Call a generator, or what else yields items one by one, and take them all.

        As `call`; the result is the list of the items. `flat_memory` is for streams only.
        """
        call = Call(function, args, {}, [self._seed(pair) for pair in at], of, "stream")
        self.subjects.append(call)
        return call

    def script(
        self,
        function: str,
        *,
        doing: str,
        data: tuple[int, int] | None = None,
        opened: bool = True,
        **params: Any,
    ) -> Script:
        """Call a function of your own, `file.py:function` in `support/`, with the submission beside it.

        `doing` says to the learner what it does: "Two customers bought the last item".
        """
        file, _, name = function.partition(":")
        if file not in self._support:
            raise ProjectError(f"there is no support/{file}")
        seed = self._seed(data) if data else None
        script = Script(file, name, doing, seed, opened, params)
        self.subjects.append(script)
        return script

    def review(self) -> Review:
        """Judge the marks that the learner set in the files of a pull request."""
        from .forms import Review

        review = Review(self._files)
        self.subjects.append(review)
        return review

    def predict(
        self,
        question: str,
        *,
        title: str,
        because: str,
        answer: str | int | None = None,
        queries_of: str = "",
        at: tuple[int, int] = (0, 0),
        unit: str = "queries",
    ) -> None:
        """Compare the answer to a question with `answer`, or with the queries of a call.

        `queries_of` is `module:function`, called with the data of `at`.
        """
        from .forms import Predicted, Prediction

        call = Call(queries_of, (), {}, [self._seed(at)], "rows") if queries_of else None
        self.subjects.append(
            Prediction(
                Predicted(title, question, unit, answer, because, self._files),
                call.probes[0] if call else None,
                call.tried[0] if call else "",
            )
        )

    def race(
        self,
        function: str,
        a: Arguments,
        b: Arguments,
        *,
        data: tuple[int, int],
        state: str,
        prepare: str | None = None,
        may_raise: Sequence[str] = (),
        shows: Sequence[str] = (),
    ) -> Race:
        """Have two callers call `module:function`, one with the arguments `a` (a list, or a
        dict of keyword arguments), one with `b`, at once.

        B comes before each query of A in turn. `state` and `prepare` are functions of yours in
        `support/`: what they find afterwards, and what to do beforehand. `may_raise` names the errors
        that a caller may get, `shows` the columns whose values the steps show.
        """
        from .races import Race

        files = {"state": state, "prepare": prepare}
        for name in filter(None, files.values()):
            self.support(name.partition(":")[0])
        race = Race(function, (a, b), self._seed(data), files, may_raise, shows)
        self.subjects.append(race)
        return race

    def models(self, *apps: str, migrated: bool = False) -> Models:
        """Look at the models of some apps, and try rows out on their tables.

        The tables come from the models or, when `migrated`, from the migrations.
        """
        from .models import Models

        models = Models(apps, migrated)
        self.subjects.append(models)
        return models

    def settings(
        self, module: str, *, doing: str, env: Mapping[str, str] | None = None
    ) -> Settings:
        """Start Django with a settings module, with these variables in its environment and no others.

        `doing` says so to the learner: "Production was started with all its variables".
        """
        from .settings import Settings

        settings = Settings(module, env or {}, doing)
        self.subjects.append(settings)
        return settings

    def http(self, *, data: tuple[int, int], setup: str | None = None) -> Http:
        """Send requests: see `Http`. `setup` is a function of `support/` that returns names for `{name}`."""
        from .visits import Http

        http = Http(self._seed(data), setup, self._support)
        self.subjects.append(http)
        return http

    def tests(self, *files: str, right: Sequence[str], broken: Mapping[str, str]) -> Tests:
        """Run the learner's tests on several implementations: see `Tests`."""
        from .suites import Tests

        tests = Tests(files, right, broken, self._support)
        self.subjects.append(tests)
        return tests

    def cache(self, *, data: tuple[int, int], counted: Sequence[str] = ()) -> Cached:
        """A scenario around the cache; calls of the `counted` functions of yours are counted."""
        from .caches import Cached

        cached = Cached(self._seed(data), counted)
        self.subjects.append(cached)
        return cached

    def tasks(
        self,
        *,
        data: tuple[int, int],
        app: str | None = None,
        modules: Sequence[str] = (),
        counted: Sequence[str] = (),
    ) -> Background:
        """A scenario around the tasks in these modules: those of a Celery `app`, else Django's own."""
        from .tasks import Background

        background = Background(self._seed(data), app, modules, counted)
        self.subjects.append(background)
        return background

    def file(self, *paths: str) -> ConfigFiles:
        """Read configuration files of the submission by their parsers, to be judged by rules."""
        from .files import ConfigFiles

        files = ConfigFiles(paths)
        self.subjects.append(files)
        return files

    def migration(
        self,
        app: str,
        *,
        after: str,
        run: bool = True,
        postgres: bool = False,
        sqlite: bool = False,
    ) -> Migration:
        """Look at the migrations of an app that follow on `after`, and run them on rows.

        Their SQL is shown for PostgreSQL (which needs the packs `psycopg` and `postgres`) and for SQLite.
        """
        from .migrations import Migration

        # SQLite's stands beside PostgreSQL's: what ran here, and what would run there.
        dialects = ["sqlite"] if sqlite or postgres else []
        migration = Migration(app, after, run, dialects + ["postgres"] * postgres)
        self.subjects.append(migration)
        return migration

    def support(self, path: str) -> str:
        """The text of a file in `support/`."""
        if path not in self._support:
            raise ProjectError(f"there is no support/{path}")
        return self._support[path]

    def _seed(self, pair: tuple[int, int]) -> Seed:
        size, number = pair
        return Seed(size, number + self._shift)
