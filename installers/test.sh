#!/usr/bin/env bash
# Runs every test: unit, architecture, window (under a private X server) and engine (against private Docker engines).
# What cannot run here is skipped with a loud line; BULKHEAD_REQUIRE_ENGINE=true turns those of the engine into failures.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"

cd "$BULKHEAD_HOME"
need_jdk
need_maven
started=()
scratch=$(mktemp -d)
cleanup() {
    local pid
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT

properties=()

# A display of our own, so that no test types into somebody's window.
start_display() {
    need_packages xvfb openbox libgtk-3-0\|libgtk-3-0t64 libgl1 libxtst6 libxxf86vm1 fontconfig fonts-dejavu-core
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -r 3>"$scratch/display" 2>"$scratch/xvfb.log" &
    started+=("$!")
    for _ in $(seq 100); do
        [ -s "$scratch/display" ] && break
        sleep 0.1
    done
    [ -s "$scratch/display" ] || { cat "$scratch/xvfb.log" >&2; fail "the X server for the window tests did not start."; }
    DISPLAY=:$(tr -d '[:space:]' <"$scratch/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    openbox >"$scratch/openbox.log" 2>&1 &
    started+=("$!")
    properties+=("-Dfx.test.argLine=-Dprism.order=sw")
}

start_display

# Private engines need root (network namespaces, mounts); without them the engine tests skip and say so.
if [ "$(uname -s)" = Linux ] && is_root && on_debian; then
    need_packages iptables iproute2 busybox-static procps util-linux ca-certificates
    provide_engines || say "bulkhead: THE ENGINE TESTS HAVE NO ENGINE (reason above)"
else
    say "bulkhead: THE ENGINE TESTS HAVE NO ENGINE: private engines are started as root on Debian only"
fi

# Mermaid's own parser reads the exported diagrams, where npm can fetch it.
provide_mermaid() {
    local folder=target/mermaid
    command -v npm >/dev/null 2>&1 || return 1
    mkdir -p "$folder"
    if ! cmp -s src/test/mermaid/package.json "$folder/provided.json"; then
        cp src/test/mermaid/package.json "$folder/"
        (cd "$folder" && npm install --no-audit --no-fund --no-package-lock --silent >"$scratch/npm.log" 2>&1) || return 1
        cp src/test/mermaid/package.json "$folder/provided.json"
    fi
    properties+=("-Dbulkhead.test.argLine=-Dbulkhead.mermaid=$PWD/$folder")
}

provide_mermaid || say "bulkhead: THE DIAGRAMS ARE NOT GIVEN TO MERMAID: npm is not here or could not fetch it"

code=0
mvn -B -ntp verify "${properties[@]}" "$@" || code=$?

# The summary last, over all reports, so that the end of a log says what ran.
summary() {
    local kind=$1 folder=$2
    [ -d "$folder" ] || return 0
    awk -v kind="$kind" '/^Tests run:/ {
            gsub(",", ""); run += $3; failures += $5; errors += $7; skipped += $9
        } END { printf "[%s] Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", kind, run, failures, errors, skipped }' \
        "$folder"/*.txt
}
echo
summary Surefire target/surefire-reports
summary Failsafe target/failsafe-reports
exit "$code"
