#!/bin/sh
# Installs the client libraries that drive the sandbox in the conformance tests. Called by the test script; needs npm.
set -eu
cd "$(dirname "$0")"
for client in grammy telegraf node-telegram-bot-api; do
  npm ci --prefix "$client" --ignore-scripts --no-audit --no-fund --loglevel=error
done
python3=${PYTHON3:-/usr/bin/python3}
"$python3" -W ignore -c 'import telegram' 2>/dev/null || {
  echo "python-telegram-bot is missing for $python3: install it with apt-get install python3-python-telegram-bot" >&2
  exit 1
}
