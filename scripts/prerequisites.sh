# shellcheck shell=sh
# Sourced by run.sh and test.sh: what the machine must have, and how to get it.
# A second start finds everything and asks no network.

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

require_dotnet() {
    if ! command -v dotnet >/dev/null 2>&1 && [ -x "${HOME:-/root}/.dotnet/dotnet" ]; then
        PATH="${HOME:-/root}/.dotnet:$PATH"
        export PATH
    fi
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
    # Without this the SDK itself refuses to run on a machine without libicu.
    if [ "$(uname -s)" = Linux ] && ! has_file /usr/lib/libicuuc.so* /usr/lib64/libicuuc.so* /usr/lib/*/libicuuc.so* /usr/local/lib/libicuuc.so*; then
        export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
    fi
    if ! command -v dotnet >/dev/null 2>&1; then
        stop "The .NET 10 SDK is not installed (no 'dotnet' on the PATH). Get it from https://dotnet.microsoft.com/download/dotnet/10.0" \
             "or, on Ubuntu 24.04 and newer: apt-get install dotnet-sdk-10.0"
    fi
    if ! dotnet --list-sdks | grep -q '^10\.'; then
        stop "DrAivBot needs the .NET 10 SDK; 'dotnet --list-sdks' shows: $(dotnet --list-sdks | tr '\n' ' ')" \
             "Get it from https://dotnet.microsoft.com/download/dotnet/10.0"
    fi
}

# Whether any of the paths exists; a pattern without a match is passed as it is, and does not.
has_file() {
    for path in "$@"; do
        [ ! -e "$path" ] || return 0
    done
    return 1
}

# The places where the host looks, in host/Database/Cluster/PostgresBinaries.cs.
has_postgres() {
    for program in /usr/lib/postgresql/*/bin/postgres /usr/pgsql-*/bin/postgres /usr/libexec/postgresql*/postgres \
        /opt/homebrew/opt/postgresql@*/bin/postgres /usr/local/opt/postgresql@*/bin/postgres "$(command -v postgres || true)"; do
        if [ -x "$program" ]; then
            major=$("$program" --version | sed 's/^[^0-9]*//; s/[^0-9].*//')
            [ "${major:-0}" -lt 15 ] || return 0
        fi
    done
    return 1
}

has_font() {
    has_file /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ||
        [ -n "$(find /usr/share/fonts /usr/local/share/fonts /Library/Fonts /System/Library/Fonts /opt/homebrew/share/fonts \
            \( -name 'NotoSans-Regular.?tf' -o -name 'DejaVuSans.ttf' -o -name 'Arial.ttf' \) 2>/dev/null | head -n 1)" ]
}

has_zones() { has_file /usr/share/zoneinfo/Europe/Moscow; }
has_browser() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_emoji() { [ "$(uname -s)" = Darwin ] || [ -n "$(find /usr/share/fonts /usr/local/share/fonts -name 'NotoColorEmoji*' 2>/dev/null | head -n 1)" ]; }
has_python_telegram() { PATH="/usr/bin:$PATH" python3 -c 'import telegram' 2>/dev/null; }
has_python_icalendar() { PATH="/usr/bin:$PATH" python3 -c 'import icalendar, dateutil, pytz' 2>/dev/null; }

# What is missing, as names of Debian packages, one a line.
missing_to_run() {
    # With a server of the operator's own no PostgreSQL is installed or started.
    [ -n "${Database__ConnectionString:-}" ] || has_postgres || echo postgresql
    has_font || echo fonts-noto-core
    has_zones || echo tzdata
}

missing_to_test() {
    has_postgres || echo postgresql
    has_font || echo fonts-noto-core
    has_zones || echo tzdata
    has_browser >/dev/null || echo chromium-headless-shell
    has_emoji || echo fonts-noto-color-emoji
    command -v node >/dev/null || echo nodejs
    command -v npm >/dev/null || echo npm
    has_python_telegram || echo python3-python-telegram-bot
    has_python_icalendar || echo python3-icalendar
}

# install_missing missing_to_run|missing_to_test
install_missing() {
    missing=$("$1" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        other_system "$missing"
        return 0
    fi
    say "Missing on this machine, to be installed by apt-get: $missing"
    if [ "$(id -u)" -eq 0 ]; then
        as_root=''
    elif command -v sudo >/dev/null 2>&1; then
        as_root='sudo'
    else
        stop "This needs root, and there is no sudo here. As root, run:  apt-get update && apt-get install $missing" "Then start again."
    fi
    run_as_root apt-get -q update || stop "apt-get update failed (its words are above). Is there a network? Needed: $missing"
    for package in $missing; do
        case $package in
            postgresql) install_postgres ;;
            chromium-headless-shell) install_browser ;;
            *) apt_install "$package" ;;
        esac
    done
    left=$("$1" | tr '\n' ' ')
    [ -z "$left" ] || stop "Still missing after the installation: $left"
}

run_as_root() { ${as_root:+"$as_root"} "$@"; }

apt_install() {
    run_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" ||
        stop "apt-get could not install: $* (its words are above)."
}

has_candidate() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }

# Only the programs: Debian's package would make a cluster of its own and start it at every boot.
install_postgres() {
    version=$(apt-cache search --names-only '^postgresql-[0-9]+$' | sed 's/^postgresql-\([0-9]*\) .*/\1/' | sort -n | tail -n 1)
    if [ "${version:-0}" -lt 15 ]; then
        stop "This system offers PostgreSQL ${version:-nowhere}, and DrAivBot needs 15 or newer (Ubuntu 22.04 has 14). Take it from postgresql.org:" \
             "  apt-get install -y postgresql-common && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y" \
             "and start again, or set Database__ConnectionString to a server you have."
    fi
    apt_install postgresql-common
    run_as_root sh -s "$version" <<'ROOT' || stop "PostgreSQL could not be installed (apt-get's words are above)."
set -eu
conf=/etc/postgresql-common/createcluster.conf
policy=/usr/sbin/policy-rc.d
before=$(mktemp)
made_policy=''
restore() {
    cat "$before" > "$conf"
    rm -f "$before"
    [ -z "$made_policy" ] || rm -f "$policy"
}
[ -e "$conf" ] || : > "$conf"
cat "$conf" > "$before"
trap restore EXIT
trap 'exit 130' INT TERM
if [ ! -e "$policy" ]; then
    made_policy=yes
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod 755 "$policy"
fi
printf '\ncreate_main_cluster = false\n' >> "$conf"
DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "postgresql-$1" </dev/null
ROOT
}

install_browser() {
    for package in chromium-headless-shell chromium; do
        if has_candidate "$package"; then
            apt_install "$package"
            return 0
        fi
    done
    stop "The browser tests need Chromium, which this system offers only as a snap (Ubuntu) or not at all." \
         "Install it (snap install chromium) or Google Chrome's .deb, and start again."
}

other_system() {
    say "Missing on this machine (names of Debian packages): $1" \
        "Install what corresponds, then start again:" \
        "  macOS:   brew install postgresql@17 font-noto-sans" \
        "  Fedora:  dnf install postgresql-server google-noto-sans-fonts tzdata" \
        "  Arch:    pacman -S postgresql noto-fonts tzdata" \
        "  Alpine:  apk add postgresql17 font-noto tzdata icu-libs" \
        "Going on without it."
}
