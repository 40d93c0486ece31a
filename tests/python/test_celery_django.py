# packs: celery
"""A worker beside Django: it shares the database with the code that sent the tasks."""

from celery import Celery
from django.db import connection, transaction

from harness import celery_worker
from harness.celery_worker import run_worker
from harness.recorder import Recorder
from shop_runs import seeded


def test_tasks_read_and_write_the_database_of_the_run() -> None:
    seeded()
    from shop.models import Order

    app = Celery("shop")
    app.config_from_object("django.conf:settings", namespace="CELERY")
    celery_worker.prepare(app)

    @app.task
    def annotate(pk: int) -> str:
        order = Order.objects.get(pk=pk)
        order.note = "seen"
        order.save(update_fields=["note"])
        return order.note

    first = Order.objects.order_by("pk")[0]
    with transaction.atomic():
        annotate.delay_on_commit(first.pk)
        assert run_worker(app).executions == []
    with Recorder("/project") as recorder:
        run = run_worker(app)
    assert [each.result for each in run.executions] == ["seen"]
    assert len(recorder.result().queries) == 2
    first.refresh_from_db()
    assert first.note == "seen"

    # Inside of a transaction too, as in a test case: it can still be undone.
    with transaction.atomic():
        Order.objects.filter(pk=first.pk).update(note="")
        annotate.delay(first.pk)
        run_worker(app)
        assert Order.objects.get(pk=first.pk).note == "seen"
        transaction.set_rollback(True)
    assert connection.in_atomic_block is False
    assert Order.objects.count() == 50
