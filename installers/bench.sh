#!/usr/bin/env bash
# Measures Bulkhead and prints the numbers: nothing here is a test, nothing passes or fails.
#   bench.sh            everything: reading and reach warm (JMH), then the command line beside docker compose,
#                       then the window, the pictures and the outage of iteration 1
#   bench.sh jmh [RE]   the warm benchmarks only, those that match an expression
#   bench.sh command    the command line beside docker compose only
#   bench.sh start [N]  N starts each (7 if left out): how long the window takes to come up and what memory it has then, beside the least window that JavaFX can show
#   bench.sh outage [ENGINE [WAY...]]   what users see of iteration 1 by different ways, each with its way back; ENGINE is
#                       CURRENT or DEBIAN_12, WAY part of the name of one; as root on Debian, about fifteen minutes
#   bench.sh layout     the layout of the map: its time, what one more service moves, what ties cross, a step of a drag, names that collide
#   bench.sh pictures   frames: panning, dragging and scrolling the pictures, beside the viewer of GraphStream on the same graph
#   bench.sh hosts [N [M]]   N hosts with M containers each (100 and 100 if left out), on as many small servers that answer as engines do
#   bench.sh window     the window on the practice engine only: opening 2,000 services, how soon it answers a choice and an edit, 500 containers with 50 events a second
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/build.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/display.sh"

cd "$BULKHEAD_HOME"
need_jdk
need_maven
scratch=$(mktemp -d)
started=()
cleanup() {
    local pid
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$scratch"
}
trap cleanup EXIT

test_classes() {
    mvn -q -B test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$scratch/classpath" >&2
    CLASSES=target/test-classes:target/classes:$(cat "$scratch/classpath")
}

# JMH drives a benchmark through classes that it writes from the compiled ones.
jmh() {
    local sources="$scratch/jmh-sources" classes="$scratch/jmh-classes" only="$scratch/only"
    mkdir -p "$sources" "$classes" "$only/dev/bulkhead"
    cp -r target/test-classes/dev/bulkhead/bench "$only/dev/bulkhead/"
    "$JAVA_HOME/bin/java" -cp "$only:$CLASSES" org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator \
        "$only" "$sources" "$classes" default >&2
    find "$sources" -name '*.java' >"$scratch/generated"
    "$JAVA_HOME/bin/javac" -nowarn -proc:none -cp "$CLASSES" -d "$classes" @"$scratch/generated"
    "$JAVA_HOME/bin/java" -cp "$classes:$CLASSES" org.openjdk.jmh.Main -jvmArgsPrepend "--sun-misc-unsafe-memory-access=allow" "$@"
}

# Prints the median wall time of seven runs in milliseconds and the peak memory of the last: median WORDS...
median() {
    local run begun ended
    for run in 1 2 3 4 5 6 7; do
        begun=$(date +%s%N)
        "$@" >"$scratch/out" 2>"$scratch/err" || { cat "$scratch/err" >&2; fail "this failed: $*"; }
        ended=$(date +%s%N)
        echo $(((ended - begun) / 1000000))
    done | sort -n | sed -n 4p
}

command_line() {
    local oracle size services files row='%-26s %14s %22s\n'
    build_if_needed
    provide_engines || fail "the comparison needs docker compose (reason above)."
    oracle=$(engines_home)/bin/docker-compose
    # shellcheck disable=SC2059 # one format for heading and rows
    {
        printf "\n$row" "median of 7 runs" "bulkhead show" "docker compose config"
        for size in mediaserver 1000/50 10000/500; do
            if [ "$size" = mediaserver ]; then
                cp -r assets/samples/mediaserver "$scratch/project"
            else
                services=${size%/*} files=${size#*/}
                "$JAVA_HOME/bin/java" -cp "$CLASSES" dev.bulkhead.bench.SyntheticProject "$services" "$files" "$scratch/project"
            fi
            printf "$row" "$size" \
                "$(median installers/run.sh show "$scratch/project" --format json) ms" \
                "$(median "$oracle" --project-directory "$scratch/project" -f "$(main_file "$scratch/project")" config) ms"
            rm -rf "$scratch/project"
        done
    }
}

# As the window is started, with what its training run recorded; without a display, drawn by the software pipeline, which
# needs more of a core than a graphics card does.
window() {
    local what
    build_if_needed
    java_options_of "$WINDOW_CACHE"
    for what in "open 2000" "answers 19" "answers 2000" "events 500"; do
        # shellcheck disable=SC2086 # two words by intent
        "$JAVA_HOME/bin/java" "${JAVA_OPTIONS[@]}" -cp "$JAR:$BULKHEAD_HOME/target/lib/*:$CLASSES" \
            -Dglass.platform=Headless -Dprism.order=sw dev.bulkhead.app.WindowBench $what
    done
}

# The names of zones are looked at in a window, on a display of its own.
layout() {
    local options=(-Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
    printf '\nload %s\n' "$(cut -d' ' -f1 /proc/loadavg)"
    "$JAVA_HOME/bin/java" "${options[@]}" -cp "$CLASSES" dev.bulkhead.bench.LayoutBench
    [ "$(uname -s)" = Linux ] || fail "names are looked at on a display of their own, which is Linux only."
    start_display
    "$JAVA_HOME/bin/java" "${options[@]}" -Dprism.order=sw -cp "$CLASSES" dev.bulkhead.bench.NameBench 2>"$scratch/said"
}

# Frames come as fast as they are ready, drawn by the software pipeline on a display of its own. The viewer of GraphStream is no
# library of Bulkhead's: it is fetched to be compared with, without the JavaFX that it was made for.
pictures() {
    local what options viewer
    [ "$(uname -s)" = Linux ] || fail "the pictures are measured on a display of their own, which is Linux only."
    start_display
    options=(-XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dprism.order=sw
        -Djavafx.animation.fullspeed=true)
    printf '\n%-42s %8s %8s %8s %8s %9s\n' "milliseconds a frame, load $(cut -d' ' -f1 /proc/loadavg)" median p95 p99 longest processor
    for what in 19 2000 10000 lanes; do
        "$JAVA_HOME/bin/java" "${options[@]}" -cp "$CLASSES" dev.bulkhead.bench.PictureBench "$what" 2>"$scratch/said"
    done
    mvn -q -B dependency:get -Dartifact=org.graphstream:gs-ui-javafx:2.0 -Dtransitive=false >&2
    mvn -q -B dependency:copy -Dartifact=org.graphstream:gs-ui-javafx:2.0 -DoutputDirectory="$scratch/viewer" >&2
    viewer=("$scratch"/viewer/*.jar)
    for what in "19 7" "2000 100"; do
        # shellcheck disable=SC2086 # two words by intent
        "$JAVA_HOME/bin/java" "${options[@]}" -cp "${viewer[0]}:$CLASSES" installers/lib/GraphViewer.java $what 2>"$scratch/said"
    done
}

# The middle one of the numbers on standard input.
middle() { sort -n | sed -n "$((($1 + 1) / 2))p"; }

# Starts a window, waits until the words were said, then notes the times it told and its memory, and ends it:
# come_up NAME LAST-WORDS COMMAND...
come_up() {
    local name=$1 last=$2 pid
    shift 2
    "$@" >"$scratch/said" 2>&1 &
    pid=$!
    started+=("$pid")
    for _ in $(seq 1200); do
        grep -q "$last" "$scratch/said" && break
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.1
    done
    grep -q "$last" "$scratch/said" || { cat "$scratch/said" >&2; fail "the window of $name did not come up."; }
    sleep 10
    sed -n 's/.*: \(.*\) after \([0-9]*\) ms/\1 \2/p' "$scratch/said" |
        while read -r what; do echo "${what##* }" >>"$scratch/$name ${what% *}"; done
    awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status" >>"$scratch/$name memory"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}

# By turns, so that both meet the machine as it is; each with a record of what its start needs, drawn by the software pipeline on a
# display of its own.
start() {
    local turns=${1:-7} hello window drawn
    [ "$(uname -s)" = Linux ] || fail "the start is measured on a display of its own, which is Linux only."
    build_if_needed
    start_display
    export HOME=$scratch/home BULKHEAD_STARTUP_TRACE=1
    mkdir -p "$HOME"
    cp -r assets/samples/mediaserver "$scratch/media"
    "$JAVA_HOME/bin/jar" --create --file "$scratch/hello.jar" -C target/test-classes dev/bulkhead/bench
    java_options
    hello=("$JAVA_HOME/bin/java" -XX:+UseSerialGC $WINDOW_OPTIONS --enable-native-access=ALL-UNNAMED
        --sun-misc-unsafe-memory-access=allow -Dprism.order=sw -cp "$scratch/hello.jar:$BULKHEAD_HOME/target/lib/*")
    "${hello[@]}" -XX:AOTCacheOutput="$scratch/hello.aot" dev.bulkhead.bench.HelloWindow train >/dev/null 2>&1 ||
        fail "the window to compare with does not come up."
    for _ in $(seq $turns); do
        come_up hello 'the window was drawn' env $WINDOW_ENVIRONMENT "${hello[@]}" -XX:AOTCache="$scratch/hello.aot" -Xlog:aot=off \
            -Xlog:cds=off dev.bulkhead.bench.HelloWindow
        come_up bulkhead 'the project was drawn' env BULKHEAD_JAVA_OPTS=-Dprism.order=sw installers/run.sh "$scratch/media" --engine practice
    done
    printf '\n%-34s %12s %12s\n' "median of $turns, load $(cut -d' ' -f1 /proc/loadavg)" "JavaFX hello" Bulkhead
    hello=$(middle $turns <"$scratch/hello the window was drawn")
    window=$(middle $turns <"$scratch/bulkhead the window was drawn")
    drawn=$(middle $turns <"$scratch/bulkhead the project was drawn")
    printf '%-34s %9s ms %9s ms   %s times\n' "until the window is drawn" "$hello" "$window" "$(ratio "$window" "$hello")"
    printf '%-34s %12s %9s ms   %s times\n' "until the media server is drawn" "" "$drawn" "$(ratio "$drawn" "$hello")"
    printf '%-34s %9s MB %9s MB\n' "resident memory ten seconds later" "$(middle $turns <"$scratch/hello memory")" \
        "$(middle $turns <"$scratch/bulkhead memory")"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# The engines are a process of their own: what they need is not counted.
hosts() {
    local count=${1:-100} options=(-XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow) pid
    "$JAVA_HOME/bin/java" "${options[@]}" -cp "$CLASSES" dev.bulkhead.bench.SmallEngines "$count" "${2:-100}" 1000 >"$scratch/ports" &
    pid=$!
    started+=("$pid")
    until [ -s "$scratch/ports" ]; do
        kill -0 "$pid" 2>/dev/null || fail "the small engines did not start."
        sleep 0.1
    done
    printf '\nload %s\n' "$(cut -d' ' -f1 /proc/loadavg)"
    # shellcheck disable=SC2046 # a list of words by intent
    "$JAVA_HOME/bin/java" "${options[@]}" -cp "$CLASSES" dev.bulkhead.bench.HostsBench $(cat "$scratch/ports") 2>"$scratch/said"
}

outage() {
    provide_engines || fail "the outage is measured on a private engine (reason above)."
    "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -cp "$CLASSES" dev.bulkhead.migrate.outside.OutageBench "$@"
}

main_file() {
    local name
    for name in compose.yaml compose.yml docker-compose.yml docker-compose.yaml; do
        [ ! -e "$1/$name" ] || { echo "$1/$name"; return; }
    done
}

test_classes
case "${1:-all}" in
jmh) jmh "${@:2}" ;;
command) command_line ;;
outage) outage "${@:2}" ;;
layout) layout ;;
hosts) hosts "${@:2}" ;;
pictures) pictures ;;
window) window ;;
start) start "${@:2}" ;;
all)
    jmh
    command_line
    start
    layout
    hosts
    window
    pictures
    outage
    ;;
*) fail "bench.sh takes jmh, command, layout, hosts, start, window, pictures, outage or nothing, not '$1'." ;;
esac
