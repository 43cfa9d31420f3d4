#!/bin/sh
# Makes .venv with everything in requirements.lock and this package in it (editable).
# Needs nothing but a Python >= 3.11 and, the first time, the package registry. Quick when repeated.
set -eu
cd "$(dirname "$0")/.."
root=$(pwd -P)

say() { echo "set-up: $*" >&2; }

find_python() {
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    say "no Python 3.11 or newer found; install one, or name it: make PYTHON=/path/to/python3"
    exit 1
}

# A .venv that was copied from elsewhere, or whose Python is gone, is made anew.
usable() {
    .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
        grep -qsF "$root/.venv/" .venv/bin/pip
}

if ! usable; then
    python=$(find_python)
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        .ci/system.sh "python$version-venv"
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "Python $version has no venv module; run: apt-get install -y python$version-venv"
        exit 1
    fi
    say "making .venv with Python $version"
    rm -rf .venv
    "$python" -m venv .venv
fi

pip() { .venv/bin/python -m pip --quiet --quiet --disable-pip-version-check "$@"; }

# The lock is complete, so nothing is left to resolve; the resolvers of some older pips, such as
# come with a Python, even stumble over it.
say "installing what requirements.lock names"
if ! pip install --no-deps --require-hashes --requirement requirements.lock; then
    say "could not install the packages of requirements.lock; the first set-up needs the network"
    exit 1
fi
pip install --no-deps --no-build-isolation --editable .
say "done"
