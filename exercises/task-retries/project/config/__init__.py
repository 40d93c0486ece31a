"""The shop's web process uses the same Celery app as its workers."""

from .celery import app as celery_app

__all__ = ["celery_app"]
