#!/usr/bin/env bash
# Runs the tests, in lanes.
#   test.sh                     everything with the whole analysis: unit, architecture, oracle, window and engine tests
#   test.sh fast                pure tests: no other program, no display, no engine, no analysis
#   test.sh oracle              tests that ask Docker Compose, start a shell or kill a Java process
#   test.sh engine              tests on private Docker engines
#   test.sh long                those of them that take their minutes and are left out of all other lanes
#   test.sh display             window tests under a private X server
#   test.sh all [MAVEN WORDS]   as without words
#   test.sh CLASS...            test classes by simple name, after compiling what changed
# What cannot run here is skipped with a loud line; BULKHEAD_REQUIRE_ENGINE=true, BULKHEAD_REQUIRE_DISPLAY=true and
# BULKHEAD_REQUIRE_CORPUS=true turn that into failures.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"
. "$BULKHEAD_HOME/installers/lib/display.sh"

cd "$BULKHEAD_HOME"
need_jdk
started=()
scratch=$(mktemp -d)
memory=
cleanup() {
    local pid
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch" "${memory:-$scratch}"
}
trap cleanup EXIT

properties=()

# Private engines need root (network namespaces, mounts); without them the engine tests skip and say so.
need_engines() {
    if [ "$(uname -s)" = Linux ] && is_root && on_debian; then
        need_packages iptables iproute2 busybox-static procps util-linux ca-certificates
        provide_engines || say "bulkhead: THE ENGINE TESTS HAVE NO ENGINE (reason above)"
    else
        say "bulkhead: THE ENGINE TESTS HAVE NO ENGINE: private engines are started as root on Debian only"
    fi
}

# Mermaid's own parser reads the exported diagrams, where npm can fetch it: exactly the files that the lock names.
provide_mermaid() {
    local folder=target/mermaid
    command -v npm >/dev/null 2>&1 || return 1
    mkdir -p "$folder"
    if ! cmp -s src/test/mermaid/package-lock.json "$folder/provided.json"; then
        cp src/test/mermaid/package.json src/test/mermaid/package-lock.json "$folder/"
        (cd "$folder" && npm ci --no-audit --no-fund --silent >"$scratch/npm.log" 2>&1) || return 1
        cp src/test/mermaid/package-lock.json "$folder/provided.json"
    fi
    properties+=("-Dbulkhead.test.argLine=-Dbulkhead.mermaid=$PWD/$folder")
}

need_mermaid() {
    provide_mermaid || say "bulkhead: THE DIAGRAMS ARE NOT GIVEN TO MERMAID: npm is not here or could not fetch it"
}

# The summary last, over all reports, so that the end of a log says what ran.
summary() {
    local kind=$1 folder=$2
    compgen -G "$folder/*.txt" >/dev/null || return 0
    awk -v kind="$kind" '/^Tests run:/ {
            gsub(",", ""); run += $3; failures += $5; errors += $7; skipped += $9
        } END { printf "[%s] Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", kind, run, failures, errors, skipped }' \
        "$folder"/*.txt
}

with_maven() {
    local code=0
    need_maven
    rm -rf target/surefire-reports target/failsafe-reports
    mvn -B -ntp verify "${properties[@]}" "$@" || code=$?
    echo
    summary Surefire target/surefire-reports
    summary Failsafe target/failsafe-reports
    return "$code"
}

# One lane without analysis, jar and list of parts: lane PROPERTY...
lane() {
    with_maven -Danalysis.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true -Dmdep.skip=true "$@"
}

# What pure tests write is on no disk where memory can hold it: otherwise they mostly wait for it.
fast() {
    [ -w /dev/shm ] && memory=$(mktemp -d /dev/shm/bulkhead-XXXXXX)
    quick_build
    BULKHEAD_JAVA_OPTS="${BULKHEAD_JAVA_OPTS:-} -Djava.io.tmpdir=${memory:-$scratch}" quick_run --details=summary --scan-classpath="$QUICK/test-classes" --include-classname='.*Test' \
        --exclude-tag=oracle --exclude-tag=engine --exclude-tag=display
}

classes() {
    local name found selected=()
    quick_build
    for name in "$@"; do
        found=$(cd "$QUICK/test-classes" && find . -name "$name.class" -print -quit)
        [ -n "$found" ] || fail "there is no test class $name (lanes: fast, oracle, engine, display, all)."
        found=${found#./}
        found=${found%.class}
        selected+=("--select-class=${found//\//.}")
    done
    quick_run --details=tree "${selected[@]}"
}

words="${1:-all}"
case "$words" in
fast) fast ;;
oracle)
    need_engines
    need_mermaid
    lane -Dlane.groups=oracle -Dlane.skip.windows=true -Dlane.skip.engines=true
    ;;
engine)
    need_engines
    lane -Dlane.skip.units=true -Dlane.skip.windows=true
    ;;
long)
    need_engines
    lane -Dlane.skip.units=true -Dlane.skip.windows=true -Dlane.engines=long -Dlane.without=none
    ;;
display)
    start_display
    properties+=("-Dfx.test.argLine=-Dprism.order=sw")
    lane -Dlane.skip.units=true -Dlane.skip.engines=true
    ;;
all | -*)
    [ "$words" != all ] || shift "$(($# > 0 ? 1 : 0))"
    start_display
    properties+=("-Dfx.test.argLine=-Dprism.order=sw")
    need_engines
    need_mermaid
    with_maven "$@"
    ;;
*) classes "$@" ;;
esac
