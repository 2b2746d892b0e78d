#!/bin/bash
# Run a command with DATABASE_URL naming a private PostgreSQL server, which is thrown away afterwards.
# Example: scripts/postgres.sh .venv/bin/pytest tests/sites
set -eu

# Debian keeps each version's programs in a folder of their own; elsewhere they are on the PATH.
newest=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
[ -x "$newest" ] || newest=$(readlink -f "$(type -P initdb || true)")
if [ ! -x "$newest" ]; then
    echo "PostgreSQL's server is not installed. On Debian and Ubuntu: sudo apt-get install -y postgresql" >&2
    exit 1
fi
binaries=$(dirname "$newest")
folder=$(mktemp -d)

# PostgreSQL refuses to run as root.
as_owner() { "$@"; }
if [ "$(id -u)" = 0 ]; then
    owner=nobody
    id postgres >/dev/null 2>&1 && owner=postgres
    chown "$owner" "$folder"
    as_owner() { (cd "$folder" && setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups "$@"); }
fi

free_port() {
    "$(dirname "$0")/../.venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

stop() {
    if [ -f "$folder/data/postmaster.pid" ]; then
        as_owner "$binaries/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null || true
    fi
    rm -rf "$folder"
}
trap stop EXIT

start() {
    as_owner "$binaries/initdb" -D "$folder/data" --username=kampung --auth=trust --no-sync \
        --encoding=UTF8 --locale=C.UTF-8 &&
        as_owner "$binaries/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "$options" start &&
        as_owner "$binaries/createdb" -h "$folder" -p "$port" -U kampung kampung
}

port=$(free_port)
# It lives for one run of the tests, so speed counts and safety on disk does not.
options="-p $port -k $folder -c listen_addresses=127.0.0.1"
# For a crowd that comes at once (tests/culture/test_crowd.py).
options="$options -c max_connections=300"
options="$options -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
if ! output=$(start 2>&1); then
    echo "PostgreSQL did not start:" >&2
    echo "$output" >&2
    cat "$folder/log" >&2 || true
    exit 1
fi

DATABASE_URL="postgres://kampung@127.0.0.1:$port/kampung" "$@"
