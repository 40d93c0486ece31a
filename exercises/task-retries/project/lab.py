"""Runs a real worker of Celery in this process, and says what it did."""

from config.celery import app

from harness import celery_worker

celery_worker.prepare(app)


def work(failing=None):
    """Run a worker until nothing is left; print each attempt."""
    run = celery_worker.run_worker(app)
    if not run.executions:
        print("The worker found nothing to do.")
    for each in run.executions:
        words = f" {each.result!r}" if each.state in ("FAILURE", "RETRY") else ""
        name = each.task.rpartition(".")[2]
        print(f"after {each.at:6.0f} s  {name}{each.args}  {each.state}{words}")
