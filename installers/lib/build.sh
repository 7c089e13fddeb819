# Building and starting, shared by run.sh and the benchmarks. Sourced after common.sh.

STAMP=$BULKHEAD_HOME/target/built.stamp
WINDOW_CACHE=$BULKHEAD_HOME/target/bulkhead-window.aot
COMMAND_CACHE=$BULKHEAD_HOME/target/bulkhead-command.aot
JAR=$BULKHEAD_HOME/target/bulkhead.jar

# A new or removed file makes its folder newer than the stamp, an edited one is newer itself.
built() {
    [ -f "$JAR" ] && [ -f "$STAMP" ] && [ "$(<"$STAMP")" = "$JAVA_HOME" ] &&
        [ -z "$(cd "$BULKHEAD_HOME" && find pom.xml .mvn src/main assets -newer "$STAMP" -print -quit)" ]
}

build_if_needed() {
    local started
    built && return 0
    need_maven
    started=$(mktemp)
    say "bulkhead: building (only the first time and after changes) ..."
    rm -rf "$STAMP" "$WINDOW_CACHE" "$COMMAND_CACHE" "$BULKHEAD_HOME/target/lib"
    if ! (cd "$BULKHEAD_HOME" && mvn -q -B -DskipTests package) >&2; then
        rm -f "$started"
        fail "the build failed; its messages are above."
    fi
    "$JAVA_HOME/bin/java" "$BULKHEAD_HOME/installers/lib/RenewClasses.java" "$BULKHEAD_HOME"/target/lib/picocli-*.jar >&2 ||
        true # Only speed is lost.
    "$JAVA_HOME/bin/java" -cp "$BULKHEAD_HOME/target/lib/*" "$BULKHEAD_HOME/installers/lib/BinaryStyles.java" "$JAR" >&2 ||
        true # Only speed is lost.
    warm_up
    # The stamp carries the time the build began, so that an edit made meanwhile is seen.
    printf '%s' "$JAVA_HOME" >"$STAMP"
    touch -r "$started" "$STAMP"
    rm -f "$started"
}

# The heap begins small and gives back what it does not use: Java would begin with a sixty-fourth of the machine's memory, ten
# times what most projects need.
# The record of the window is made with the same headers of objects. The C library keeps what compilers gave back unless told.
WINDOW_OPTIONS="-Xms32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UseCompactObjectHeaders"
[ "$(uname -s)" != Linux ] || WINDOW_OPTIONS+=" -XX:TrimNativeHeapInterval=5000"
# GTK would load the machine's OpenGL, of which JavaFX draws nothing through GTK; without a graphics card that is a compiler of
# 45 MB. Each thread would have a heap of its own for what is not Java.
WINDOW_ENVIRONMENT="GDK_GL=disable MALLOC_ARENA_MAX=2"

java_options() {
    JAVA_OPTIONS=(-XX:+UseSerialGC -Xss2m --enable-native-access=ALL-UNNAMED
        --sun-misc-unsafe-memory-access=allow -cp "$JAR:$BULKHEAD_HOME/target/lib/*")
}

# Sets JAVA_OPTIONS as the window or a command is started with: java_options_of CACHE
java_options_of() {
    java_options
    if [ -f "$1" ]; then
        JAVA_OPTIONS=(-XX:AOTCache="$1" -Xlog:aot=off -Xlog:cds=off "${JAVA_OPTIONS[@]}")
    fi
}

# Training runs record which classes a start needs; the next starts map them instead of loading them one by one. Commands
# have a record of their own: it is a quarter as large as that of the window.
warm_up() {
    local scratch
    scratch=$(mktemp -d)
    java_options
    # shellcheck disable=SC2086 # a list of words by intent
    train "$WINDOW_CACHE" $WINDOW_OPTIONS dev.bulkhead.app.WindowRehearsal "$BULKHEAD_HOME/assets/samples/mediaserver" "$scratch"
    train "$COMMAND_CACHE" dev.bulkhead.app.Rehearsal "$BULKHEAD_HOME/assets/samples/mediaserver"
    rm -rf "$scratch"
}

train() {
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$1" "${JAVA_OPTIONS[@]}" "${@:2}" >/dev/null 2>&1 ||
        rm -f "$1" # Only speed is lost.
}

# Starts the window or a command: launch window|command WORDS...
launch() {
    if [ "$1" = command ]; then
        java_options_of "$COMMAND_CACHE"
        # A command is over before what the second compiler makes of it pays, and before anybody could watch it.
        JAVA_OPTIONS+=(-XX:TieredStopAtLevel=1 -XX:-UsePerfData)
    else
        java_options_of "$WINDOW_CACHE"
        # shellcheck disable=SC2086,SC2163 # lists of words by intent
        export $WINDOW_ENVIRONMENT
        # shellcheck disable=SC2206 # a list of words by intent
        JAVA_OPTIONS+=($WINDOW_OPTIONS)
    fi
    shift
    # shellcheck disable=SC2086 # BULKHEAD_JAVA_OPTS is a list of words by intent
    exec "$JAVA_HOME/bin/java" "${JAVA_OPTIONS[@]}" ${BULKHEAD_JAVA_OPTS:-} dev.bulkhead.app.Main "$@"
}
