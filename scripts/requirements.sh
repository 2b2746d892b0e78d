#!/bin/sh
# Compile requirements*.in into requirements*.txt, with hashes, for every system and Python from 3.11 on.
# What is pinned stays pinned; `scripts/requirements.sh --upgrade` takes newer releases.
set -eu
cd "$(dirname "$0")/.."

compile() {
    .venv/bin/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command "make requirements" --output-file "$@"
}

compile requirements.txt requirements.in "$@"
compile requirements-dev.txt requirements-dev.in "$@"
