#!/bin/sh
# Install the checkers that come from npm into tests/tools: the Nu HTML checker, pinned in package-lock.json, and
# with `node_tools.sh lighthouse` Lighthouse, too. A second run has nothing to do.
set -eu
cd "$(dirname "$0")/../tests/tools"
# Apart from the lock file: nothing that `make test` needs depends on it.
lighthouse=12.8.2

# No scripts of packages: the HTML checker's would fetch a Java of its own, and Debian has one.
quietly="--ignore-scripts --no-audit --no-fund --loglevel=error"
if ! cmp -s package-lock.json node_modules/installed; then
    echo "Installing the HTML checker from npm"
    npm ci $quietly
    cp package-lock.json node_modules/installed
fi
if [ "${1:-}" = lighthouse ] && [ ! -x lighthouse/node_modules/.bin/lighthouse ]; then
    echo "Installing Lighthouse from npm"
    # In a folder of its own: npm removes what the lock file of a folder does not ask for.
    npm install --prefix lighthouse --no-save --no-package-lock $quietly "lighthouse@$lighthouse"
fi
