"""Settings, addresses and the application server."""

import sys

import pysqlite3
from pysqlite3 import dbapi2

from config.unused_api import leave_out

# Systems bring an SQLite that may damage a database to which several processes write (before 3.51.3: "the
# WAL-reset bug"). Django and Wagtail find this one under the usual name; see docs/decisions/0046-sqlite.md.
sys.modules |= {"sqlite3": pysqlite3, "sqlite3.dbapi2": dbapi2}

leave_out()
