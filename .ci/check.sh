#!/bin/sh
# The checks, all or those named: lint, format, types, contracts. Every one is run, even after
# one has failed, so that a single run shows all there is to mend.
set -u
cd "$(dirname "$0")/.."

check() {
    case $1 in
        lint) .venv/bin/python -m ruff check . ;;
        format) .venv/bin/python -m ruff format --check . ;;
        types) .venv/bin/python -m mypy ;;
        contracts) .venv/bin/lint-imports --no-logo ;;
        *) echo "check: no such check; there are: lint, format, types, contracts" >&2; return 2 ;;
    esac
}

[ $# -gt 0 ] || set -- lint format types contracts
failed=""
for name in "$@"; do
    echo "check: $name"
    check "$name" || failed="$failed $name"
done
[ -z "$failed" ] || { echo "check: failed:$failed" >&2; exit 1; }
