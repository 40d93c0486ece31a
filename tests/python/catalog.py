"""Read projects and exercises from the repository, as the site's build does."""

import tomllib
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
EXERCISES = REPOSITORY / "exercises"


def files_of(folder: Path, leave_out: tuple[str, ...] = ()) -> dict[str, str]:
    """The texts of the files below a folder, by path relative to it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in leave_out and "__pycache__" not in path.parts
    }


def project_of(name: str) -> dict[str, Any]:
    """A project as `protocol.ts` has it."""
    folder = EXERCISES / "projects" / name
    return tomllib.loads((folder / "project.toml").read_text("utf-8")) | {
        "files": files_of(folder, leave_out=("project.toml",))
    }


def opening_of(name: str, size: int = 50, number: int = 7) -> dict[str, Any]:
    """An opening as `protocol.ts` has it."""
    return {"project": project_of(name), "seed": {"size": size, "number": number}}


def exercise_of(slug: str) -> dict[str, Any]:
    """The manifest of an exercise."""
    return tomllib.loads((EXERCISES / slug / "exercise.toml").read_text("utf-8"))
