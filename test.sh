#!/bin/sh
# Installs what the tests need, builds everything, runs every test. The last line says: N passed, N failed.
# With arguments, only these test projects:  ./test.sh Host.Tests Company.Tests
set -eu
cd -- "$(dirname -- "$0")"
# shellcheck source=scripts/prerequisites.sh
. scripts/prerequisites.sh

output=$(mktemp)
status=$(mktemp)
trap 'rm -f "$output" "$status"' EXIT
trap 'exit 130' INT TERM

# Shows the command's output, keeps it for the count, answers the command's exit code.
watched() {
    { "$@" 2>&1 && echo 0 > "$status" || echo $? > "$status"; } | tee -a "$output"
    return "$(cat "$status")"
}

# The closing lines of Microsoft.Testing.Platform, in one; a project that broke off counts as one failed.
summary() {
    awk -v code="$1" '
        /^  (failed|succeeded|skipped): [0-9]+$/ { count[$1] += $2 }
        END {
            failed = count["failed:"] + 0
            if (code != 0 && failed == 0) {
                print "Something broke off or held no test (exit code " code ", see above); it counts as one failed."
                failed = 1
            }
            printf "%d passed, %d failed%s\n", count["succeeded:"], failed, count["skipped:"] ? ", " count["skipped:"] " skipped" : ""
        }' "$output"
}

finish() {
    summary "$1"
    exit "$1"
}

require_dotnet
install_missing missing_to_test
if [ -f tests/Sandbox.Tests/Clients/install.sh ]; then
    sh tests/Sandbox.Tests/Clients/install.sh || finish 1
fi
watched dotnet build DrAivBot.sln -c Release -v quiet --nologo || finish $?

code=0
if [ $# -eq 0 ]; then
    watched dotnet test --solution DrAivBot.sln -c Release --no-build || code=$?
fi
for project in "$@"; do
    watched dotnet test --project "tests/$project" -c Release --no-build || code=$?
done
finish "$code"
