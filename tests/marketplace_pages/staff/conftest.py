from tests.villages import admin, get, kemiren, log_in, other, portal, staff

__all__ = ["admin", "get", "kemiren", "log_in", "other", "portal", "staff"]
