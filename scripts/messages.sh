#!/bin/sh
# Collect the strings of code and templates into locale/id and compile what is translated.
# Strings that are no longer used are dropped; file names stand beside each, without line numbers.
set -eu
cd "$(dirname "$0")/.."
python=${VENV_PYTHON:-.venv/bin/python}

"$python" manage.py makemessages --locale id --no-obsolete --no-wrap --add-location file \
    --ignore "tests/*" --ignore "var/*" --ignore "node_modules/*" --verbosity 0
"$python" manage.py compilemessages --locale id --ignore ".venv" --verbosity 0
