#!/usr/bin/env bash
# Measures the host beside its peers. README.md here says what is measured.
#   ./run.sh host webhook     one row of our host, half a minute; also: polling fixed half nav nav-polling exact
#   PROFILE=1 ./run.sh host webhook    the same, and what the database did for each update
set -euo pipefail
cd -- "$(dirname -- "$0")"
. scripts/env.sh
. scripts/host.sh
. scripts/postgres.sh
SECONDS_=${SECONDS_:-8} WARMUP=${WARMUP:-8} RATE=${RATE:-250} IN_FLIGHT=${IN_FLIGHT:-32} SESSIONS=${SESSIONS:-100000}

# rig FILE LABEL "RIG OPTIONS" COMMAND...: one run, one JSON line.
rig() {
    local file=$RESULTS/$1.jsonl label=$2 options=$3
    shift 3
    # shellcheck disable=SC2086
    dotnet "$RIG" --label "$label" --out "$file" --id-file "$WORK/next-update-id" --bot-log "$WORK/logs/$label.log" --warmup "$WARMUP" \
        --seconds "$SECONDS_" --api-port "$API_PORT" --hook-port "$HOOK_PORT" --watch "pg=$PG_PID" $options -- "$@" 9>&- &
    CHILD=$!
    wait $CHILD || say "  (exit $?; see $WORK/logs/$label.log)"
    REPLIED=$(tail -1 "$file" | python3 -c "import json,sys; print(json.loads(sys.stdin.read())['replied'])")
}

ports() { { read -r API_PORT; read -r HOOK_PORT; } < <(free_ports 2); }

# host FILE LABEL SQL "RIG OPTIONS": our host, from its own DLL, with the bench module from its own.
host() {
    local file=$1 label=$2 sql=$3 options=$4 mode=Webhook rows database=${HOST_DATABASE:-host_$SESSIONS}
    postgres_up
    host_database "$database" "$SESSIONS"
    clean_host "$database"
    write_plugins "$sql"
    ports
    [[ $options != *polling* ]] || mode=Polling
    [ -z "${PROFILE:-}" ] || admin -d "$database" -c 'create schema if not exists profile' -c 'create extension if not exists pg_stat_statements schema profile' -c 'select profile.pg_stat_statements_reset()' > /dev/null
    # shellcheck disable=SC2046
    rig "$file" "$label" "--start-text /start\\u0020bench $options" env $(host_settings "$database" $mode "$API_PORT" "$HOOK_PORT") dotnet "$HOST_DLL"
    [ -z "${PROFILE:-}" ] || psql -X -d "$database" -v replied="$REPLIED" -f sql/profile.sql
    [ "$sql" = true ] || return 0
    rows=$(ask -d "$database" -c "select count(*) || '/' || count(distinct (user_id, n)) from bench.events")
    [ "$rows" = "$REPLIED/$REPLIED" ] || say "  ($label: $REPLIED replies, but rows/distinct $rows)"
}

section_host() {
    case ${1:-webhook} in
        webhook) host webhook host true "--mode webhook --in-flight $IN_FLIGHT" ;;
        polling) host polling host true '--mode polling' ;;
        fixed) host fixed host true "--mode webhook --rate $RATE" ;;
        half) host half host true "--mode webhook --rate ${HALF:-1000}" ;;
        nav) host webhook host-nav false "--mode webhook --in-flight $IN_FLIGHT" ;;
        nav-polling) host polling host-nav false '--mode polling' ;;
        exact) host exact host true '--mode webhook --in-flight 8 --redeliver 0.05' ;;
        *) say "No row $1."; exit 2 ;;
    esac
}

build
"section_$1" "${@:2}"
