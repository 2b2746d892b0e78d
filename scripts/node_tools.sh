#!/bin/sh
# Install the checkers that come from npm into tests/tools: the Nu HTML checker, and with `node_tools.sh all`
# Lighthouse, too. Their versions are pinned in package-lock.json; a second run has nothing to do.
set -eu
cd "$(dirname "$0")/../tests/tools"

wanted=checker
without="--omit=dev"
if [ "${1:-}" = all ]; then
    wanted=all
    without=""
fi
for kind in all "$wanted"; do
    cmp -s package-lock.json "node_modules/installed-$kind" && exit 0
done
echo "Installing the checkers from npm"
# No scripts of packages: the HTML checker's would fetch a Java of its own, and Debian has one.
npm ci $without --ignore-scripts --no-audit --no-fund --loglevel=error
cp package-lock.json "node_modules/installed-$wanted"
