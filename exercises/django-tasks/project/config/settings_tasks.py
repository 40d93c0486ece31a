"""The shop with a backend for Django's tasks that keeps them for a worker."""

from .settings import *  # noqa: F403

TASKS = {
    "default": {
        "BACKEND": "django.tasks.backends.dummy.DummyBackend",
        "QUEUES": ["default", "support"],
    },
}
