# shellcheck shell=bash disable=SC2034,SC2153
# Sourced: how our host is started for the rig.
SECRET=bench-secret-0123456789abcdef
TOKEN=7777:BENCH-TOKEN-of-no-bot-at-all-0123456789

# host_settings DATABASE MODE API_PORT HOOK_PORT: environment of a host, as an operator would set it.
host_settings() {
    printf '%s\n' "Telegram__Token=$TOKEN" "Telegram__BaseUrl=http://127.0.0.1:$3" "Telegram__Mode=$2" \
        "Telegram__WebhookUrl=http://127.0.0.1:$4" "Telegram__WebhookSecret=$SECRET" \
        "Database__ConnectionString=Host=127.0.0.1;Port=$PGPORT;Database=$1;Username=bench_owner;Password=bench" \
        "Host__DataDirectory=$WORK/host-$1" "Host__PluginsFile=$WORK/plugins.json" "ASPNETCORE_URLS=http://127.0.0.1:$4"
}

write_plugins() { # SQL
    printf '{ "modules": [ { "id": "bench", "path": "%s", "settings": { "sql": %s } } ] }\n' "$MODULE_DLL" "$1" > "$WORK/plugins.json"
}

# A rebuild only when a source is newer than the last one: the rest of the time it would cost more than the run.
build() {
    local mark=$ROOT/artifacts/bench/.built
    if [ -e "$mark" ] && [ -e "$HOST_DLL" ] && [ -e "$MODULE_DLL" ] && [ -e "$RIG" ] && [ -z "$(find "$ROOT"/{host,contracts,Directory.Build.props,Directory.Packages.props} "$BENCH"/{BenchModule,Rig,Peers/CSharp} \
        \( -name bin -o -name obj \) -prune -o -newer "$mark" -print | head -n 1)" ]; then
        return 0
    fi
    say 'Building…'
    mkdir -p "$ROOT/artifacts/bench"
    local project
    for project in "$ROOT/contracts" "$ROOT/host" "$BENCH/BenchModule" "$BENCH/Rig" "$BENCH/Peers/CSharp"; do mkdir -p "$project/bin" "$project/obj"; done
    touch "$mark.new"
    for project in "$ROOT/host" "$BENCH/BenchModule" "$BENCH/Rig" "$BENCH/Peers/CSharp"; do
        dotnet build "$project" -c Release -v quiet --nologo >&2
    done
    mv "$mark.new" "$mark"
}
