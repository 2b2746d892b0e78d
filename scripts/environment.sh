#!/bin/sh
# Make .venv and install the pinned requirements; `environment.sh dev` adds those of tests and development.
# A copy of what was installed last is kept in .venv, so that a second run has nothing to do.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "$1" >&2
    exit 1
}

# The distribution's own first: it is compiled for speed, which one compiled on the machine seldom is.
candidates=${PYTHON:-/usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

make_venv() {
    complaint="Python 3.11 or newer is needed, and was not found. Name yours: PYTHON=/path/to/python3 make run"
    for candidate in $candidates; do
        is_new_enough "$candidate" || continue
        if has_venv "$candidate"; then
            echo "Making the virtual environment in .venv"
            "$candidate" -m venv --clear .venv
            return
        fi
        complaint="Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install -y python3-venv"
    done
    fail "$complaint"
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
