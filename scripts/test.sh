#!/bin/bash
# Every check, quick ones first; stops at the first that fails. Nothing is skipped silently.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export DATA_DIR="$scratch" DJANGO_SETTINGS_MODULE=config.settings.test
unset DATABASE_URL CACHE_URL EMAIL_URL PORT PUBLIC_PORT PORTAL_HOSTNAME SECRET_KEY BEHIND_HTTPS ADMIN_URL
unset WEB_WORKERS WEB_THREADS PROXY_COUNT

step() {
    printf '\n== %s\n' "$1"
    shift
    "$@"
}

run_pytest() {
    .venv/bin/pytest tests -n auto --maxprocesses 4 --ignore tests/journeys --ignore tests/test_messages.py
    .venv/bin/pytest tests/journeys -m "not look"
}
export -f run_pytest

step "Python packages" scripts/environment.sh dev
step "Packages fit together" .venv/bin/python -m pip check
step "System packages" scripts/system_needs.sh
step "HTML checker" scripts/node_tools.sh
step "Lint" .venv/bin/ruff check .
step "Format" .venv/bin/ruff format --check .
step "Templates" .venv/bin/djlint templates --lint --quiet
step "Migrations are complete" .venv/bin/python manage.py makemigrations --check --dry-run
step "Translations are complete" .venv/bin/pytest tests/test_messages.py
step "Tests and journeys on SQLite" run_pytest
# What a browser sees does not depend on the database: once is enough.
step "Look, access and weight of each page type" .venv/bin/pytest tests/journeys -m look
step "Tests and journeys on PostgreSQL" scripts/postgres.sh bash -euc run_pytest
