"""Waiting longer than SQLite does by itself when a crowd writes at once."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import OperationalError

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

TRIES = 3


def patient(act: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Do it again where the database was busy all through its own time of waiting; PostgreSQL never is.

    Only for what is one transaction of its own, and so left nothing half-done.
    """

    @wraps(act)
    def do(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        for _try in range(TRIES - 1):
            try:
                return act(*args, **kwargs)
            except OperationalError as error:
                if "is locked" not in str(error):
                    raise
        return act(*args, **kwargs)

    return do
