"""Runs what Django's tasks left to a worker, in this process."""

from django.tasks import default_task_backend
from django.tasks.backends.immediate import ImmediateBackend


def work():
    """Run each waiting task; print what became of it."""
    waiting = list(default_task_backend.results)
    default_task_backend.clear()
    for result in sorted(waiting, key=lambda each: -each.task.priority):
        ImmediateBackend("default", {})._execute_task(result)
        errors = [each.exception_class_path for each in result.errors]
        task = result.task
        queue = f"queue {task.queue_name}, priority {task.priority}"
        print(f"{task.name}{tuple(result.args)}  {queue}: {result.status.value} {errors or ''}")
