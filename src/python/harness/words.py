"""Small pieces of sentences that hints are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from types import FrameType
from typing import Any


def did_you_mean(name: str, choices: Iterable[str]) -> str:
    """`` Did you mean `customer`?``, or nothing when no choice comes close."""
    matches = get_close_matches(name, list(dict.fromkeys(choices)), n=1, cutoff=0.6)
    return f" Did you mean `{matches[0]}`?" if matches else ""


def listed(names: Iterable[str], most: int = 12) -> str:
    """Names in backticks, with commas; a long list is cut."""
    every = list(names)
    text = ", ".join(f"`{name}`" for name in every[:most])
    return f"{text}, …" if len(every) > most else text


def frames(error: BaseException) -> Iterator[FrameType]:
    """The frames of an error's traceback, innermost first."""
    traceback, found = error.__traceback__, list[FrameType]()
    while traceback is not None:
        found.append(traceback.tb_frame)
        traceback = traceback.tb_next
    yield from reversed(found)


def field_names(model: Any) -> list[str]:
    """What can be named in a filter on `model`."""
    return sorted(field.name for field in model._meta.get_fields())


def model_of_table(table: str) -> Any:
    """The model whose rows a table holds, or None."""
    from django.apps import apps

    models = apps.get_models(include_auto_created=True) if apps.models_ready else []
    return next((model for model in models if model._meta.db_table == table), None)
