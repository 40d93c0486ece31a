# Only nginx, on this machine.
bind = "127.0.0.1:8000"
worker_class = "gthread"
# 16 requests at a time, each with a connection; the database has 20 for us.
workers = 4
threads = 4
# A sign of life, not a limit on requests: that one is nginx's, and the database's.
timeout = 30
# The longest request takes 45 s, systemd kills after 60.
graceful_timeout = 50
# Longer than nginx keeps an idle connection, so that nginx is the one that closes it.
keepalive = 75
