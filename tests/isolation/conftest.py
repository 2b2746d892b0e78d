"""The fixtures of the sites' tests: whole villages and clients that are logged in."""

from tests.sites.conftest import get, kemiren, log_in, portal

__all__ = ["get", "kemiren", "log_in", "portal"]
