"""What `make run` and a real server use; docs/deploy.md lists the environment."""

from .base import *
from .base import PUBLIC_PORT, env

SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_COOKIE_HTTPONLY = True

# Behind HTTPS (PUBLIC_PORT=443) the front server says so in X-Forwarded-Proto.
if env.bool("BEHIND_HTTPS", default=PUBLIC_PORT == 443):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=60 * 60 * 24 * 30)
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
