import os

bind = ["unix:/run/shop/gunicorn.sock"]
workers = min(int(os.environ.get("WEB_CONCURRENCY", 12)), 20)
timeout = 50
graceful_timeout = 50
