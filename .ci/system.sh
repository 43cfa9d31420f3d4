#!/bin/sh
# Brings the system packages that pip cannot: Graphviz and a Chinese font for the pictures, and
# any package named as an argument; "browser" stands for Chromium, in which the tests look at
# pages. As root on Debian or Ubuntu it installs what is missing; for others it prints the
# command. It never fails: reading and finding work without these.
set -u

has_chinese_font() {
    if command -v fc-list >/dev/null 2>&1; then
        [ -n "$(fc-list :lang=zh family 2>/dev/null | head -n 1)" ]
    else
        [ -n "$(find /usr/share/fonts /usr/local/share/fonts -iname '*cjk*' 2>/dev/null | head -n 1)" ]
    fi
}

has_browser() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
        command -v google-chrome >/dev/null 2>&1
}

missing=""
for name in "$@"; do
    case $name in
        browser) has_browser || missing="$missing chromium" ;;
        *) missing="$missing $name" ;;
    esac
done
command -v dot >/dev/null 2>&1 || missing="$missing graphviz"
has_chinese_font || missing="$missing fonts-noto-cjk"
missing=$(echo $missing)
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "system: please install what your system calls: $missing" >&2
    exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "system: for pictures and the tests of pages, run: sudo apt-get install -y $missing" >&2
    exit 0
fi

echo "system: installing $missing" >&2
export DEBIAN_FRONTEND=noninteractive
apt() {
    timeout 300 apt-get -qq -o Acquire::Retries=1 -o Acquire::http::Timeout=15 \
        -o Acquire::https::Timeout=15 -o DPkg::Lock::Timeout=60 "$@" </dev/null >/dev/null
}
# An update that fails may still leave lists good enough to install from.
apt update || true
if ! apt install -y --no-install-recommends $missing; then
    echo "system: that did not work; later run: apt-get update && apt-get install -y $missing" >&2
fi
exit 0
