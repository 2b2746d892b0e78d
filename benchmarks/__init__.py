"""Measurements that are run by hand; `make bench` runs them on PostgreSQL."""
