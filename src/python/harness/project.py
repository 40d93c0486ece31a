"""Open a Django project in this interpreter: its files, its settings, its database."""

from __future__ import annotations

import importlib

# `invalidate_caches` imports it at its first call: do that before the snapshot.
import importlib.metadata  # pyright: ignore[reportUnusedImport]
import importlib.util
import linecache
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import django

from . import database
from .request import Files, Opening, Project

ROOT = "/project"


class ProjectError(Exception):
    """A project, or a request, that cannot be served: the author's fault, never the learner's."""


@dataclass(slots=True)
class Opened:
    """What this interpreter holds for the rest of its life."""

    project: Project
    # Modules that `open_project` imported; what a run imports on top is the learner's.
    modules: frozenset[str]
    # The database, migrated and still empty.
    blank: bytes


_opened: Opened | None = None


def opened() -> Opened | None:
    """The project that this interpreter has opened, if any."""
    return _opened


def open_project(opening: Opening, changed: Files | None = None) -> Opened:
    """Write the files, set Django up, make the tables, seed. Once in an interpreter's life.

    `changed` are the learner's own versions of project files; the apps that they touch get their tables
    from the models, because the project's migrations no longer tell what those are.
    """
    global _opened
    if _opened is not None:
        raise ProjectError(f"the project {_opened.project.name!r} is open in this Python already")
    project, changed = opening.project, changed or {}
    set_up(project, {**project.files, **changed})
    if changed:
        _check_models()
    if project.tables is None or changed:
        database.create_tables(unmigrated=_apps_without_migrations(changed))
        blank = database.save()
    else:
        blank = database.unpack(project.tables)
        database.load(blank)
    database.fill(project.seeder, opening.seed)
    for name in project.preload:
        importlib.import_module(name)
    _opened = Opened(project, frozenset(sys.modules), blank)
    return _opened


def set_up(project: Project, files: Files) -> None:
    """Write the files and set Django up with their settings and models; no database is touched."""
    write_files(files)
    if ROOT not in sys.path:
        sys.path.insert(0, ROOT)
    os.environ["DJANGO_SETTINGS_MODULE"] = project.settings
    _stand_in_for_servers()
    django.setup()


def _stand_in_for_servers() -> None:
    """Where the packs bring the client of a server, let it find one in this process."""
    if importlib.util.find_spec("redis") and importlib.util.find_spec("fakeredis"):
        from . import redis_server

        redis_server.install()


def write_files(files: Files) -> None:
    """Write files below the root, and make that the working folder, whatever stood there before."""
    for path, text in files.items():
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise ProjectError(f"{path!r} would lie outside of the project")
        target = Path(ROOT, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        # Bytes, as a text file would refuse what cannot be encoded, such as a lone surrogate.
        target.write_bytes(text.encode("utf-8", "replace"))
    os.makedirs(ROOT, exist_ok=True)
    os.chdir(ROOT)
    importlib.invalidate_caches()
    linecache.clearcache()


def remove_files(paths: Iterable[str]) -> None:
    """Take files away again."""
    for path in paths:
        Path(ROOT, path).unlink(missing_ok=True)


def is_loaded(path: str) -> bool:
    """Whether a module of this interpreter comes from the file."""
    file = f"{ROOT}/{path}"
    return any(getattr(module, "__file__", None) == file for module in list(sys.modules.values()))


def forget_modules(keep: Iterable[str]) -> None:
    """Unload the modules below the root, so that the next import reads their files again."""
    kept = set(keep)
    for name, module in list(sys.modules.items()):
        path = getattr(module, "__file__", None)
        if name not in kept and isinstance(path, str) and path.startswith(f"{ROOT}/"):
            del sys.modules[name]
    importlib.invalidate_caches()


def _apps_without_migrations(changed: Files) -> set[str]:
    """Labels of the apps with changed models but no migration of the learner's own."""
    from django.apps import apps

    labels: set[str] = set()
    for config in apps.get_app_configs():
        folder = os.path.relpath(config.path, ROOT)
        own = [path for path in changed if path.startswith(f"{folder}/")]
        migrated = any(path.startswith(f"{folder}/migrations/") for path in own)
        if own and not migrated:
            labels.add(config.label)
    return labels


def _check_models() -> None:
    """Raise what Django's own checks find wrong with the models, as `manage.py migrate` would."""
    from django.core.management.base import BaseCommand

    BaseCommand().check(tags=["models"], databases=None)
