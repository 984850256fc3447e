#!/bin/sh
# Installs what is missing, builds host and modules, starts the host. Arguments go to the host.
set -eu
cd -- "$(dirname -- "$0")"
# shellcheck source=scripts/prerequisites.sh
. scripts/prerequisites.sh

built=artifacts/.built
host=host/bin/Release/net10.0/DrAivBot.Host.dll

# A file or folder (something was deleted) newer than the last build. git gives what it changes the present time.
is_stale() {
    [ -e "$built" ] && [ -e "$host" ] || return 0
    [ -n "$(find host contracts analyzers plugins Directory.*.props Directory.Build.targets global.json .editorconfig BannedSymbols.txt \
        \( -name bin -o -name obj \) -prune -o -newer "$built" -print | head -n 1)" ]
}

# Host and modules without the tests: a filter over the solution, made from what is there.
write_filter() {
    {
        printf '{ "solution": { "path": "../DrAivBot.sln", "projects": ['
        separator=''
        for project in analyzers/*.csproj contracts/*.csproj host/*.csproj plugins/*/*.csproj; do
            printf '%s"%s"' "$separator" "$project"
            separator=', '
        done
        printf '] } }\n'
    } > artifacts/Product.slnf
}

build() {
    mkdir -p artifacts
    write_filter
    # Made now, or the build would make them and so change the project's folder after the mark.
    for project in analyzers contracts host plugins/*/; do
        mkdir -p "$project/bin" "$project/obj"
    done
    # The mark is set before the build: what is saved while it runs is built next time.
    touch artifacts/.building
    # No build servers: Ctrl-C must leave nothing running.
    dotnet build artifacts/Product.slnf -c Release -v quiet --nologo --disable-build-servers >&2
    mv artifacts/.building "$built"
}

require_dotnet
install_missing missing_to_run
if is_stale; then
    say 'Building host and modules…'
    build
fi
exec dotnet "$host" "$@"
