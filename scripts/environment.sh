#!/bin/sh
# Make .venv and install the pinned requirements; `environment.sh dev` adds those of tests and development.
# A copy of what was installed last is kept in .venv, so that a second run has nothing to do.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "$1" >&2
    exit 1
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer is needed, and was not found. Name yours: PYTHON=/path/to/python3 make run"
}

make_venv() {
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install -y python3-venv"
    echo "Making the virtual environment in .venv"
    "$python" -m venv --clear .venv
}

install() {
    requirements=$1
    installed=.venv/installed-$requirements
    cmp -s "$requirements" "$installed" && return
    echo "Installing $requirements"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements"
    cp "$requirements" "$installed"
}

.venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
install requirements.txt
if [ "${1:-}" = dev ]; then
    install requirements-dev.txt
fi
