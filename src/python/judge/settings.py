"""`expect.settings`: Django is started with the learner's settings, in several environments."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Any

from .deploy import READS
from .deploy_rulings import DeployMessages
from .request import Probe
from .ruling import Subject
from .secrets import secret_texts
from .settings_rulings import Condition, HasSettings, Refuses
from .site_rulings import Answers, Logs
from .source_rulings import CodeWithoutSecrets, KnownSettings
from .starts import Start

type Changes = Mapping[str, str | None]


class Settings(Subject):
    """A settings module, started in one environment and in variations of it.

    Each environment is a probe of its own: what the check gives, and nothing of the reader's machine.
    """

    def __init__(self, module: str, env: Mapping[str, str], doing: str) -> None:
        super().__init__([], [], [], judges_errors=True)
        self._module = module
        self._env = dict(env)
        self._doing = doing
        self._secrets = secret_texts(env)
        self._logs: list[Logs] = []
        self._start({})

    def has(self, title: str, *, env: Changes | None = None, **settings: Any) -> None:
        """Demand values: `DEBUG=False`, or deeper, `DATABASES__default__CONN_MAX_AGE=60`.

        `env` changes the environment for this; None takes a variable away.
        """
        names = {path.partition("__")[0] for path in settings}
        self.requirements.append(HasSettings(title, self._start(env or {}, names), settings))

    def that(
        self,
        title: str,
        condition: Callable[[dict[str, Any]], bool | str],
        *,
        reads: Collection[str],
        env: Changes | None = None,
    ) -> None:
        """Demand that `condition`, called with the settings that it `reads`, returns True."""
        self.requirements.append(Condition(title, self._start(env or {}, reads), condition))

    def answers(
        self,
        title: str,
        condition: Callable[[dict[str, Any]], bool | str],
        *paths: str,
        headers: Mapping[str, str] | None = None,
        secure: bool = False,
    ) -> None:
        """Demand that `condition` holds for the site's answer to the last of these visits, by one visitor.

        It is called with a dict: status, headers (names in small letters), cookies (each a dict of its
        attributes in small letters, and its value), body, and before, the answers before this one; and
        returns True or what is wrong.
        """
        start = self._start({})
        visit = {"paths": list(paths), "headers": dict(headers or {}), "secure": secure}
        params = self.probes[start.number].params
        visits = [*params["visits"], visit]
        self.probes[start.number] = replace(
            self.probes[start.number], params=params | {"visits": visits}
        )
        self.requirements.append(Answers(title, start, len(visits) - 1, paths[-1], condition))

    def logs(
        self,
        title: str,
        condition: Callable[[list[list[str]]], bool | str],
        *records: Mapping[str, Any],
        env: Changes | None = None,
    ) -> None:
        """Demand that `condition` holds for the lines that each of these records becomes.

        A record has logger, level and message, and may have extra (a dict) and error (the message of an
        exception); or it has visit, a path that is asked for. `condition` is called with a list of lines for
        each, from standard output and error.
        """
        start = self._start(env or {})
        params = self.probes[start.number].params
        logs = [*params["logs"], [dict(record) for record in records]]
        self.probes[start.number] = replace(
            self.probes[start.number], params=params | {"logs": logs}
        )
        shows = [] if self._logs else self._logs
        rule = Logs(title, start, len(logs) - 1, condition, records, shows)
        self._logs.append(rule)
        self.requirements.append(rule)

    def known_settings_only(self, title: str, *, prefixes: Collection[str]) -> None:
        """Demand that no file sets a name that begins so and that this Django does not know."""
        self.requirements.append(KnownSettings(title, tuple(prefixes)))

    def check_messages(
        self, title: str, *, none_of: Collection[str] = (), only: Collection[str] | None = None
    ) -> None:
        """Demand that `check --deploy` warns of `none_of` these, or of nothing but `only` these.

        A message that is silenced counts as one: it is still true.
        """
        start = self._start({}, READS, check=True)
        self.requirements.append(DeployMessages(title, start, frozenset(none_of), only))

    def fails_without(
        self, *names: str, title: str | None = None, empty: Collection[str] = ()
    ) -> None:
        """Demand that nothing starts while one of these is missing, and that the error names it.

        Those of `empty` are also tried out as an empty text.
        """
        listed = ", ".join(f"`{name}`" for name in names)
        starts = [(name, self._start({name: None})) for name in names]
        starts += [(name, self._start({name: ""})) for name in empty]
        self.requirements.append(Refuses(title or f"Does not start without {listed}", starts))

    def fails_with(self, title: str, **env: str) -> None:
        """Demand that each of these values, given alone, stops the start with an error that names it."""
        starts = [(name, self._start({name: value})) for name, value in env.items()]
        self.requirements.append(Refuses(title, starts))

    def no_secrets_in_code(self, title: str, *, but: Collection[str] = ()) -> None:
        """Demand that no Python file, `but` these, holds a secret."""
        self.requirements.append(CodeWithoutSecrets(title, tuple(self._secrets), frozenset(but)))

    def _start(self, changes: Changes, names: Collection[str] = (), check: bool = False) -> Start:
        """The probe for such an environment: one that is planned already where that serves."""
        env = {name: text for name, text in (self._env | dict(changes)).items() if text is not None}
        tried = self._doing
        if changes:
            tried += f", but {' and '.join(map(_told, changes.items()))}"
        for number, probe in enumerate(self.probes):
            if probe.params["env"] == env and probe.params["check"] == check:
                names = sorted({*probe.params["names"], *names})
                self.probes[number] = replace(probe, params=probe.params | {"names": names})
                return Start(number, self._module, tried, tuple(self._secrets))
        params = {"module": self._module, "env": env, "names": sorted(names), "check": check}
        params |= {"visits": [], "logs": []}
        self.probes.append(Probe("settings", params, opened=False))
        self.tried.append(tried)
        return Start(len(self.probes) - 1, self._module, tried, tuple(self._secrets))


def _told(change: tuple[str, str | None]) -> str:
    name, text = change
    if text is None:
        return f"without `{name}`"
    return f"with `{name}={text}`" if text else f"with an empty `{name}`"
