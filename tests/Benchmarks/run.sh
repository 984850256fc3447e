#!/usr/bin/env bash
# Measures the host beside the bots that people write today. README.md here says what is measured and how.
#   ./run.sh all                everything, three rounds, about an hour and a half on a quiet machine; then the table and pictures
#   ./run.sh host webhook       one row of our host, half a minute; also: polling fixed half nav nav-polling exact
#   PROFILE=1 ./run.sh host webhook     the same, and what the database did for each update
#   ./run.sh quick              webhook: host, cs-batch and grammy-psql, once
#   ./run.sh setup | webhook | polling | fixed | half | exact | pgbench | scale | memory | soak [minutes] | micro [filter] | company [folder for its files] | report
# ROUNDS, SECONDS_, WARMUP, RATE, QUIET (seconds to wait for a quiet machine), SESSIONS, IN_FLIGHT, HOST_DLL change the defaults.
set -euo pipefail
cd -- "$(dirname -- "$0")"
. scripts/env.sh
. scripts/host.sh
. scripts/postgres.sh
. scripts/rows.sh
SECONDS_=${SECONDS_:-8} WARMUP=${WARMUP:-8} RATE=${RATE:-250} IN_FLIGHT=${IN_FLIGHT:-32} SESSIONS=${SESSIONS:-100000}
# Our /start belongs to the host; with a word behind it, it is a deep link of the module. The rig writes the text into JSON as it is.
START='--start-text /start\u0020bench'
WEBHOOK="--mode webhook --in-flight $IN_FLIGHT"

setup() {
    local want=()
    [ -x "$PG_BIN/pgbench" ] || want+=(postgresql postgresql-contrib)
    command -v node > /dev/null || want+=(nodejs npm)
    command -v python3 > /dev/null || want+=(python3)
    [ -e /usr/lib/python3/dist-packages/telegram ] || want+=(python3-python-telegram-bot python3-psycopg2)
    if [ ${#want[@]} -gt 0 ]; then
        say "Installing ${want[*]}…"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${want[@]}"
    fi
    (cd Peers/Node && npm ci --no-audit --no-fund --silent)
    build
}

require_peers() { [ -d Peers/Node/node_modules ] || setup; }

section_host() {
    case ${1:-webhook} in
        webhook) host webhook host true "$WEBHOOK" ;;
        polling) host polling host true '--mode polling' ;;
        fixed) host fixed host true "--mode webhook --rate $RATE" ;;
        half) host half host true "--mode webhook --rate $(half_rate)" ;;
        nav) host webhook host-nav false "$WEBHOOK" ;;
        nav-polling) host polling host-nav false '--mode polling' ;;
        exact) host exact host true '--mode webhook --in-flight 8 --redeliver 0.05' ;;
        *) say "There is no row $1: webhook, polling, fixed, half, nav, nav-polling, exact."; exit 2 ;;
    esac
}

section_quick() {
    host webhook host true "$WEBHOOK"
    csharp webhook cs-batch turn batch "$WEBHOOK"
    grammy_psql webhook "$WEBHOOK"
}

section_webhook() { # a closed loop: 32 updates in flight
    host webhook host true "$WEBHOOK"
    host webhook host-nav false "$WEBHOOK"
    csharp webhook cs-batch turn batch "$WEBHOOK"
    csharp webhook cs-rls turn_rls rls "$WEBHOOK"
    csharp webhook cs-outbox turn outbox "$WEBHOOK"
    csharp webhook cs-group turn group "$WEBHOOK"
    grammy_psql webhook "$WEBHOOK"
    grammy_tuned webhook "$WEBHOOK"
    telegraf webhook "$WEBHOOK"
    ptb webhook "$WEBHOOK"
}

section_polling() { # a backlog that has no end, 500 updates unanswered at most
    host polling host true '--mode polling'
    host polling host-nav false '--mode polling'
    csharp polling cs-batch turn batch '--mode polling'
    csharp polling cs-group turn group '--mode polling'
    grammy_psql polling '--mode polling'
    grammy_tuned polling '--mode polling'
    telegraf polling '--mode polling'
}

section_fixed() { # a load that every bot carries: CPU and latency where nobody is saturated
    local open="--mode webhook --rate $RATE"
    host fixed host true "$open"
    csharp fixed cs-batch turn batch "$open"
    csharp fixed cs-group turn group "$open"
    grammy_psql fixed "$open"
    grammy_tuned fixed "$open"
    telegraf fixed "$open"
}

# Half of what cs-batch reached in this run's webhook rows.
half_rate() { python3 scripts/half.py "$RESULTS/webhook.jsonl" "${HALF:-}"; }

section_half() {
    local open WARMUP=20 # below saturation the host's code takes longer to be compiled for good, and each compiling shows in p99
    open="--mode webhook --rate $(half_rate)"
    host half host true "$open"
    csharp half cs-batch turn batch "$open"
    csharp half cs-group turn group "$open"
}

section_exact() { # 5 % of the updates come twice, as after a lost 200
    local twice='--mode webhook --in-flight 8 --redeliver 0.05'
    host exact host true "$twice"
    csharp exact cs-batch turn batch "$twice"
    grammy_psql exact "$twice"
    grammy_tuned exact "$twice"
    telegraf exact "$twice"
}

section_pgbench() { # the database alone, the same statements
    limit tx turn 32 pgbench-tx
    limit pipeline turn 32 pgbench-pipeline
    limit rls-pipeline turn_rls 32 pgbench-rls-pipeline
    limit outbox turn 32 pgbench-outbox
    limit group32 turn 8 pgbench-group32 32
}

section_scale() { # how cost grows: stored sessions, then hosts
    local count WARMUP=30 # each host compiles the same code for itself, on the same cores
    for count in 1000 100000 1000000; do
        SESSIONS=$count host scale "sessions-$count" true "$WEBHOOK --users $((count < 10000 ? count : 10000)) --stride $((count < 10000 ? 1 : count / 10000))"
    done
    for count in 1 2 3; do
        HOSTS=$count host scale "hosts-$count" true "$WEBHOOK"
    done
}

section_memory() { # 100,000 sessions stored, 10,000 users active: every one of them writes some times
    SECONDS_=${MEMORY_SECONDS:-60} host memory host true "--mode webhook --rate ${MEMORY_RATE:-1000} --rss-every 5"
}

section_soak() {
    SECONDS_=$((60 * ${1:-30})) host soak host true "--mode webhook --rate ${SOAK_RATE:-200} --rss-every 20 --drain 30"
    python3 scripts/soak.py "$RESULTS/soak.jsonl"
}

# A company of 10,000: what the database does for each screen, and what its picture and workbook take.
section_company() { dotnet run --project Company -c Release -- "$@"; }
section_micro() { dotnet run --project Micro -c Release -- --join --filter "${1:-*}" --artifacts "$WORK/micro"; }

section_report() { python3 scripts/report.py "$RESULTS" "$ROOT/docs/images" "$(machine)" | tee "$RESULTS/report.md"; }

machine() {
    printf '%s, %s cores; Linux %s; PostgreSQL %s; .NET %s; node %s; commit %s' \
        "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$(nproc)" "$(uname -r | cut -d- -f1)" \
        "$("$PG_BIN/postgres" --version | grep -oE '[0-9]+(\.[0-9]+)*' | head -1)" "$(dotnet --version)" "$(node --version 2> /dev/null || echo none)" \
        "$(git rev-parse --short HEAD 2> /dev/null || echo unknown)"
}

section_all() {
    local name round
    setup
    mkdir -p "$RESULTS/earlier"
    find "$RESULTS" -maxdepth 1 -name '*.jsonl' -exec mv -f {} "$RESULTS/earlier/" \;
    export ROUNDS=${ROUNDS:-3} QUIET=${QUIET:-60}
    for name in webhook polling fixed half exact pgbench; do
        for ((round = 1; round <= ROUNDS; round++)); do
            say "== $name, round $round of $ROUNDS"
            "section_$name"
        done
    done
    section_scale
    section_memory
    section_report
}

section=${1:-}
case $section in
    setup) setup ;;
    report | micro | company) "section_$section" "${@:2}" ;;
    host | scale | memory | soak)
        build
        postgres_up
        "section_$section" "${@:2}"
        ;;
    quick | webhook | polling | fixed | half | exact | pgbench | all)
        require_peers
        build
        postgres_up
        "section_$section"
        ;;
    *)
        sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac
