#!/bin/sh
# Makes requirements.lock from pyproject.toml: exact versions, the hashes of every file of a
# release, no index address. Run it on Python 3.11, the oldest promised: newer ones may choose
# releases that 3.11 cannot install. Local wheel folders and extra indexes are left out, as their
# files may carry hashes that the public registry does not serve.
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-.venv/bin/python}
version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
if [ "$version" != 3.11 ]; then
    echo "lock: $python is Python $version; the lock is made on 3.11 (PYTHON=python3.11 make lock)" >&2
    exit 1
fi

unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL PIP_CONSTRAINT
PIP_CONFIG_FILE=/dev/null "$python" -m piptools compile --quiet --extra dev \
    --generate-hashes --allow-unsafe --strip-extras --constraint .ci/constraints.txt \
    --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
    --no-header --no-annotate --output-file requirements.lock "$@" pyproject.toml
