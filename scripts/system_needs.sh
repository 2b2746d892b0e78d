#!/bin/bash
# What the tests need from the system: Chromium, gettext and PostgreSQL's server. Installs what is missing
# when it may (Debian or Ubuntu, as root or with sudo that asks no password); else says the command and fails.
set -eu

has_chromium() { [ -n "${CHROMIUM:-}" ] || type -P chromium chromium-browser google-chrome >/dev/null; }
has_gettext() { type -P xgettext >/dev/null && type -P msgmerge >/dev/null && type -P msgfmt >/dev/null; }
has_postgres() { type -P initdb >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; }

missing=()
has_chromium || missing+=(chromium)
has_gettext || missing+=(gettext)
has_postgres || missing+=(postgresql)
if [ ${#missing[@]} = 0 ]; then
    exit 0
fi

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo -n)
if ! type -P apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    echo "The tests need: ${missing[*]}. On Debian and Ubuntu:" >&2
    echo "    sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
fi

echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q=2
"${as_root[@]}" apt-get install -y -q=2 --no-install-recommends "${missing[@]}" >/dev/null
