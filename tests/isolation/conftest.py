"""The fixtures of `tests/sites`, for the tests of the walls between villages."""

from tests.sites.conftest import get, kemiren, log_in, portal

__all__ = ["get", "kemiren", "log_in", "portal"]
