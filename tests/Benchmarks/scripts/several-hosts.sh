#!/usr/bin/env bash
# several-hosts.sh HOST_DLL DIRECTORY PORT...: a host for each port, all on one database; ends them together.
set -uo pipefail
dll=$1 directory=$2
shift 2
trap 'kill $(jobs -p) 2> /dev/null; wait; exit 0' TERM INT
for port in "$@"; do
    Host__DataDirectory=$directory-$port ASPNETCORE_URLS=http://127.0.0.1:$port dotnet "$dll" &
done
wait
