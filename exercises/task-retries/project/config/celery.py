"""The Celery app of the shop."""

from celery import Celery

app = Celery("shop")
app.conf.update(
    broker_url="memory://localhost/",
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    worker_redirect_stdouts=False,
)
app.set_default()
