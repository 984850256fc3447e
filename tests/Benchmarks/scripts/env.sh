# shellcheck shell=bash disable=SC2034,SC2153
# Sourced by the other scripts: where things are. Everything stays below this folder.
BENCH=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ROOT=$(cd "$BENCH/../.." && pwd)
WORK=$BENCH/.work
RESULTS=${RESULTS:-$BENCH/results}
PG_BIN=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)}
PG_OS_USER=${PG_OS_USER:-postgres} # the server refuses to run as root
PG_DATA=$WORK/pg
export PGHOST=127.0.0.1 PGUSER=bench_owner PGPASSWORD=bench
HOST_DLL=${HOST_DLL:-$ROOT/host/bin/Release/net10.0/DrAivBot.Host.dll}
MODULE_DLL=$ROOT/artifacts/bench/bench/DrAivBot.Bench.dll
RIG=$BENCH/Rig/bin/Release/net10.0/DrAivBot.Rig.dll
CSPEER=$BENCH/Peers/CSharp/bin/Release/net10.0/CSharpPeer.dll

as_pg() { if [ "$(id -u)" = 0 ]; then runuser -u "$PG_OS_USER" -- "$@"; else "$@"; fi; }
admin() { psql -qX -v ON_ERROR_STOP=1 "$@"; }
ask() { psql -XAtq "$@"; }
say() { printf '%s\n' "$*" >&2; }

# Free ports of this machine, one a line.
free_ports() { python3 -c '
import socket, sys
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print("\n".join(str(s.getsockname()[1]) for s in held))' "$1"; }
