"""The readiness of a village for tourism: what it has, and what is missing."""

from .criteria import Criterion

__all__ = ["Criterion"]
