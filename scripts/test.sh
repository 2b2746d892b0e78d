#!/bin/bash
# Every check, quick ones first; stops at the first that fails. Nothing is skipped silently.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DATA_DIR="$scratch" DJANGO_SETTINGS_MODULE=config.settings.test
unset DATABASE_URL CACHE_URL EMAIL_URL PORT PUBLIC_PORT PORTAL_HOSTNAME SECRET_KEY BEHIND_HTTPS ADMIN_URL
unset WEB_WORKERS WEB_THREADS WEB_MEMORY PROXY_COUNT STATEMENT_TIMEOUT BEHIND_POOLER CONN_MAX_AGE
unset PAGE_CACHE PAGE_CACHE_MEMORY_MB PAGE_CACHE_DISK_MB PARTS_REMEMBERED SHARED_CACHE_SECONDS PURGE_URL

step() {
    printf '\n== %s\n' "$1"
    shift
    "$@"
}

tests() {
    .venv/bin/pytest tests -n auto --maxprocesses 4 --ignore tests/journeys --ignore tests/test_messages.py "$@"
}
journeys() { .venv/bin/pytest tests/journeys -m "not look${1:-}"; }
# What no database decides (how words look on paper, what a form says, a script of a page) is asked once.
tests_on_postgresql() { tests -m "not once"; }
journeys_on_postgresql() { journeys " and not once"; }
export -f tests tests_on_postgresql journeys journeys_on_postgresql
# The demo on SQLite is made by the first journey and copied for the others.
export JOURNEY_DEMO="$scratch/journeys"

step "Python packages" scripts/environment.sh dev
step "Packages fit together" .venv/bin/python -m pip check
step "System packages" scripts/system_needs.sh
step "HTML checker" scripts/node_tools.sh
step "Lint" .venv/bin/ruff check .
step "Format" .venv/bin/ruff format --check .
step "Templates" .venv/bin/djlint templates --lint --quiet
step "Migrations are complete" .venv/bin/python manage.py makemigrations --check --dry-run
step "Translations are complete" .venv/bin/pytest tests/test_messages.py
step "Tests on SQLite" tests
step "Tests on PostgreSQL" scripts/postgres.sh bash -euc tests_on_postgresql
# One after the other: a machine of two cores that makes pages for two browsers lets each wait too long.
step "Journeys on SQLite" journeys
step "Journeys on PostgreSQL" scripts/postgres.sh bash -euc journeys_on_postgresql
# What a browser sees does not depend on the database: once is enough.
step "Look, access and weight of each page type" .venv/bin/pytest tests/journeys -m look -n auto --maxprocesses 4
