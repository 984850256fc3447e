# shellcheck shell=bash disable=SC2034,SC2153
# Sourced: the private PostgreSQL cluster of the benchmarks, on a free port, gone when the script ends.

postgres_up() {
    [ -z "${PGPORT:-}" ] || return 0
    mkdir -p "$WORK/logs" "$RESULTS"
    exec 9> "$WORK/lock"
    flock -n 9 || { say "Another run uses $WORK. Wait for it."; exit 1; }
    [ -d "$PG_DATA" ] || postgres_create
    export PGPORT
    PGPORT=$(free_ports 1)
    trap postgres_down EXIT
    trap 'exit 130' INT TERM
    (cd / && as_pg "$PG_BIN/pg_ctl" -D "$PG_DATA" -o "-p $PGPORT ${PROFILE:+-c shared_preload_libraries=pg_stat_statements}" -l "$PG_DATA/server.log" -w start > /dev/null 9>&-)
    PG_PID=$(as_pg head -1 "$PG_DATA/postmaster.pid")
    PG_POOL="Host=127.0.0.1;Port=$PGPORT;Username=bot_app;Maximum Pool Size=32;Max Auto Prepare=32;Auto Prepare Min Usages=2;No Reset On Close=true"
}

postgres_create() {
    say 'Making a database cluster…'
    install -d -m 700 -o "$(id -u "$([ "$(id -u)" = 0 ] && echo "$PG_OS_USER" || id -un)")" "$PG_DATA"
    as_pg "$PG_BIN/initdb" -D "$PG_DATA" -U bench_owner -A trust -E UTF8 --locale=C.UTF-8 > /dev/null
    as_pg tee -a "$PG_DATA/postgresql.conf" > /dev/null << CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 512MB
fsync = on
full_page_writes = on
synchronous_commit = on
max_wal_size = 4GB
checkpoint_timeout = 30min # no timed checkpoint inside a run
jit = off
autovacuum_naptime = 5min
log_min_messages = fatal
CONF
}

postgres_down() {
    if [ -n "${CHILD:-}" ] && kill "$CHILD" 2> /dev/null; then wait "$CHILD" 2> /dev/null || true; fi
    [ -z "${PG_PID:-}" ] || (cd / && as_pg "$PG_BIN/pg_ctl" -D "$PG_DATA" -m fast -w stop > /dev/null) || true
}

has_database() { [ "$(ask -d postgres -c "select count(*) from pg_database where datname = '$1'")" = 1 ]; }

# host_database NAME USERS: our own schema with the bench module, USERS sessions, a company for every 200.
host_database() {
    local name=$1 users=$2
    if has_database "$name" && migrate_host "$name" && [ "$(ask -d "$name" -c 'select count(*) from core.sessions')" = "$users" ]; then
        ask -d "$name" -c "update core.sessions set expires_at = now() + interval '24 hours' where expires_at < now() + interval '6 hours'" > /dev/null
        return 0
    fi
    say "Seeding database $name with $users sessions…"
    rm -f "$WORK/migrated-$name"
    admin -d postgres -c "drop database if exists $name with (force)" -c "create database $name" 2> /dev/null
    migrate_host "$name" || { cat "$WORK/logs/migrate.log" >&2; say 'The host did not make its schema.'; exit 1; }
    PGOPTIONS='-c client_min_messages=warning' admin -d "$name" -v users="$users" -v companies="$((users < 200 ? 1 : users / 200))" -f sql/host-seed.sql > /dev/null
}

# The host itself makes its schema; it needs no Telegram for that. Once for each build of host and module. False when the
# database was made by a build with other migrations.
migrate_host() {
    local name=$1 mark=$WORK/migrated-$1 build try
    build=$(stat -c '%n %Y' "$HOST_DLL" "$MODULE_DLL" "$PG_DATA/PG_VERSION")
    [ "$(cat "$mark" 2> /dev/null)" != "$build" ] || return 0
    write_plugins true
    local settings
    mapfile -t settings < <(host_settings "$name" Polling 1 0)
    env "${settings[@]}" dotnet "$HOST_DLL" > "$WORK/logs/migrate.log" 2>&1 9>&- &
    CHILD=$!
    for ((try = 0; try < 300; try++)); do
        ! grep -q 'cannot be reached' "$WORK/logs/migrate.log" || break
        kill -0 $CHILD 2> /dev/null || break
        sleep 0.1
    done
    kill $CHILD 2> /dev/null || true
    wait $CHILD 2> /dev/null || true
    CHILD=
    grep -q 'cannot be reached' "$WORK/logs/migrate.log" || return 1
    [ "$(ask -d "$name" -c "select to_regclass('bench.events') is not null")" = t ] || return 1
    printf '%s\n' "$build" > "$mark"
}

clean_host() { # empties what grows; the sessions stay as they are
    admin -d "$1" -c 'truncate bench.events, core.inbox, core.outbox, core.seen, core.set_aside' -c 'vacuum core.sessions' -c 'vacuum core.live_messages'
}

peer_databases() {
    has_database turn_kv && return 0
    say 'Seeding the databases of the peers…'
    [ "$(ask -d postgres -c "select count(*) from pg_roles where rolname = 'bot_app'")" = 1 ] || admin -d postgres -c 'create role bot_app login'
    local name
    for name in turn turn_rls turn_kv; do admin -d postgres -c "drop database if exists $name with (force)" 2> /dev/null; done
    admin -d postgres -c 'create database turn'
    admin -d turn -f "$BENCH/sql/peers-schema.sql" -f "$BENCH/sql/peers-seed.sql" -f "$BENCH/sql/peers-roles.sql"
    admin -d postgres -c 'create database turn_rls template turn' -c 'create database turn_kv template turn'
    admin -d turn_rls -f "$BENCH/sql/peers-rls.sql"
    admin -d turn_kv -f "$BENCH/sql/peers-key-value.sql" -f "$BENCH/sql/peers-roles.sql" -c 'drop table sessions'
    admin -d postgres -c checkpoint
    for name in turn turn_rls; do admin -d $name -c 'update sessions set updated_at = now() where telegram_id % 10 = 1' -c 'vacuum (analyze)'; done
    admin -d turn_kv -c 'update grammy_sessions set value = value where key::bigint % 10 = 1' -c 'vacuum (analyze)'
}

clean_peer() {
    admin -d "$1" -c 'truncate events, outbox' -c "vacuum $([ "$1" = turn_kv ] && echo grammy_sessions || echo sessions)"
}
