#!/bin/sh
# Makes the packages for module teams: contracts with analyzers, host, kit, tool, template.
#   scripts/pack.sh [folder, by default artifacts/packages] [more arguments for dotnet pack, such as --no-build]
set -eu
cd -- "$(dirname -- "$0")/.."
output=${1:-artifacts/packages}
[ $# -eq 0 ] || shift

for what in contracts host tests/kit 'host -p:HostAsTool=true' templates; do
    # shellcheck disable=SC2086 # Project and property are two words.
    dotnet pack $what -c Release -v quiet --nologo -o "$output" "$@"
done
