# shellcheck shell=bash disable=SC2034,SC2153
# Sourced: one row of the table each. The rig's options come as one argument.

ports() { { read -r API_PORT; read -r HOOK_PORT; } < <(free_ports 2); }

# rig FILE LABEL "OPTIONS" COMMAND...: one run, one JSON line in results/FILE.jsonl; REPLIED says how many answers came.
rig() {
    local file=$RESULTS/$1.jsonl label=$2 options=$3
    shift 3
    # shellcheck disable=SC2086
    dotnet "$RIG" --label "$label" --out "$file" --id-file "$WORK/next-update-id" --bot-log "$WORK/logs/$label.log" --warmup "$WARMUP" \
        --seconds "$SECONDS_" --api-port "$API_PORT" --hook-port "$HOOK_PORT" --watch "pg=$PG_PID" $options -- "$@" 9>&- &
    CHILD=$!
    wait $CHILD || say "  ($label: exit $?; see $WORK/logs/$label.log)"
    CHILD=
    REPLIED=$(tail -1 "$file" 2> /dev/null | python3 -c 'import json,sys; print(json.loads(sys.stdin.read() or "{}").get("replied", 0))')
}

# once FILE COMMAND...: in rounds, again (once) when other work on the machine got in the way.
once() {
    local file=$RESULTS/$1.jsonl try
    shift
    for try in 1 2; do
        [ "${QUIET:-0}" = 0 ] || python3 scripts/quiet.py "$WORK" "$QUIET"
        "$@"
        [ "${ROUNDS:-1}" = 1 ] && break
        tail -1 "$file" | python3 -c 'import json,sys; sys.exit(json.loads(sys.stdin.read())["foreignCores"] > 0.25)' && break
    done
    return 0
}

# host FILE LABEL SQL "OPTIONS": our host from its own DLL, with the bench module from its own.
host() { once "$1" host_once "$@"; }
host_once() {
    local file=$1 label=$2 sql=$3 options=$4 mode=Webhook rows database=${HOST_DATABASE:-host_$SESSIONS}
    host_database "$database" "$SESSIONS"
    clean_host "$database"
    write_plugins "$sql"
    ports
    [[ $options != *polling* ]] || mode=Polling
    [ -z "${PROFILE:-}" ] || profile_begins "$database"
    local settings
    mapfile -t settings < <(host_settings "$database" $mode "$API_PORT" "$HOOK_PORT")
    if [ "${HOSTS:-1}" = 1 ]; then
        rig "$file" "$label" "$START $options" env "${settings[@]}" dotnet "$HOST_DLL"
    else
        local hooks
        mapfile -t hooks < <(free_ports "$HOSTS")
        rig "$file" "$label" "$START $options --hook-ports $(IFS=,; echo "${hooks[*]}") --ready-webhooks $HOSTS" \
            env "${settings[@]}" bash scripts/several-hosts.sh "$HOST_DLL" "$WORK/host-$database" "${hooks[@]}"
    fi
    [ -z "${PROFILE:-}" ] || psql -X -d "$database" -v replied="$REPLIED" -f sql/profile.sql
    [ "$sql" = true ] || return 0
    rows=$(ask -d "$database" -c "select count(*) || '/' || count(distinct (user_id, n)) from bench.events")
    [ "$rows" = "$REPLIED/$REPLIED" ] || say "  ($label: $REPLIED answers, but $rows rows/distinct rows)"
}

profile_begins() {
    admin -d "$1" -c 'create schema if not exists profile' -c 'create extension if not exists pg_stat_statements schema profile' \
        -c 'select profile.pg_stat_statements_reset()' > /dev/null
}

# peer FILE LABEL DATABASE "OPTIONS" COMMAND...
peer() { once "$1" peer_once "$@"; }
peer_once() {
    local file=$1 label=$2 database=$3 options=$4 rows
    shift 4
    peer_databases
    clean_peer "$database"
    ports
    export PG_CONNECTION="$PG_POOL;Database=$database" DATABASE_URL="postgres://${DB_USER:-bot_app}@127.0.0.1:$PGPORT/$database"
    rig "$file" "$label" "$options" "$@"
    rows=$(ask -d "$database" -c "select count(*) || '/' || count(distinct update_id) from events")
    [ "$rows" = "$REPLIED/$REPLIED" ] || say "  ($label: $REPLIED answers, but $rows rows/distinct rows)"
}
csharp() { peer "$1" "$2" "$3" "$5" env STORE="$4" dotnet "$CSPEER"; } # FILE LABEL DATABASE STORE "OPTIONS"
grammy_psql() { DB_USER=bench_owner peer "$1" grammy-psql turn_kv "$2" env SESSION=psql node Peers/Node/grammy.mjs; } # its storage makes its table
grammy_tuned() { peer "$1" grammy-tuned turn "$2" env SESSION=tuned node Peers/Node/grammy.mjs; }
telegraf() { peer "$1" telegraf turn_kv "$2" node Peers/Node/telegraf.mjs; }
ptb() { [ ! -e /usr/lib/python3/dist-packages/telegram ] || peer "$1" python-telegram-bot turn "$2" /usr/bin/python3 -W ignore Peers/Python/bot.py; }

# limit SCRIPT DATABASE CLIENTS LABEL [UPDATES_A_TRANSACTION]: the same statements with nothing around them.
limit() { once pgbench limit_once "$@"; }
limit_once() {
    local script=$1 database=$2 clients=$3 label=$4 each=${5:-1} work=$WORK/pgbench command
    peer_databases
    clean_peer "$database"
    rm -f "$work".*
    command=("$PG_BIN/pgbench" -h 127.0.0.1 -p "$PGPORT" -U bot_app -n -M prepared -c "$clients" -j 1 -D "data=$(cat pgbench/session.json)" \
        -D "payload=$(cat pgbench/payload.json)" -f "pgbench/$script.sql")
    "${command[@]}" -T 1 "$database" > /dev/null 2>&1
    python3 scripts/measure.py --label "$label" --watch "pg=$PG_PID" --log "$work" --per-tx "$each" --clients "$clients" --out "$RESULTS/pgbench.jsonl" \
        -- "${command[@]}" -T "${PGBENCH_SECONDS:-4}" --log --log-prefix="$work" "$database"
}
