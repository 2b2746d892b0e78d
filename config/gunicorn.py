"""How the application server runs; `manage.py serve` gives the address and the number of workers."""

import os

from gunicorn.http import message

wsgi_app = "config.wsgi:application"
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 10
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
# Heartbeats in memory: a slow disk must not look like a dead worker.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
# As much as Python's own server takes, so that a whole page pasted into the search field gets an answer.
message.MAX_REQUEST_LINE = limit_request_line = 65_536
accesslog = None
loglevel = os.environ.get("LOG_LEVEL", "warning")
