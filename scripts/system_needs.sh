#!/bin/bash
# What the tests need from the system: Chromium, gettext, the servers of PostgreSQL and Redis, and Java and
# npm for the HTML checker; or, with arguments, commands whose packages have the same names. Installs what is
# missing when it may (Debian or Ubuntu, as root or with sudo that asks no password); else says the command and
# fails.
set -eu

has() { type -P "$1" >/dev/null; }
# Debian's has no window and takes half the time; elsewhere the whole browser does as well.
has_chromium() {
    [ -n "${CHROMIUM:-}" ] || has chromium-headless-shell || has chromium-browser || has google-chrome ||
        { has chromium && ! has apt-get; }
}
has_gettext() { has xgettext && has msgmerge && has msgfmt; }
has_postgres() { has initdb || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; }
has_redis() { has redis-server; }
has_java() { has java && java -version >/dev/null 2>&1; }

missing=()
tests_need() {
    has_chromium || missing+=(chromium-headless-shell)
    has_gettext || missing+=(gettext)
    has_postgres || missing+=(postgresql)
    has_redis || missing+=(redis-server)
    has_java || missing+=(default-jre-headless)
    has npm || missing+=(npm)
}
if [ $# = 0 ]; then
    tests_need
fi
for name in "$@"; do
    has "$name" || missing+=("$name")
done
if [ ${#missing[@]} = 0 ]; then
    exit 0
fi

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
if ! has apt-get || ! "${as_root[@]}" true 2>/dev/null; then
    echo "Needed: ${missing[*]}. On Debian and Ubuntu:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
fi

echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q=2
"${as_root[@]}" apt-get install -y -q=2 --no-install-recommends "${missing[@]}" >/dev/null
