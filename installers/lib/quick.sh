# Compiling what changed and running tests without Maven, for an answer in seconds. Sourced after common.sh.

QUICK=target/quick/target

# The libraries of the tests, asked of Maven only when pom.xml changed.
quick_libraries() {
    local wanted
    wanted=$(cksum pom.xml)
    if [ "$(cat "$QUICK/pom" 2>/dev/null)" != "$wanted" ]; then
        need_maven
        mkdir -p "$QUICK"
        mvn -q -B -ntp dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$PWD/$QUICK/libraries" >&2
        rm -f "$QUICK"/*.sources
        printf '%s' "$wanted" >"$QUICK/pom"
    fi
    cat "$QUICK/libraries"
}

quick_build() {
    mkdir -p "$QUICK/resources/manual"
    ln -sfn "$PWD/assets" "$QUICK/resources/assets"
    ln -sfn "$PWD/docs/manual/rules" "$QUICK/resources/manual/rules"
    LIBRARIES=$(quick_libraries)
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1500m installers/lib/QuickBuild.java "$QUICK" "$LIBRARIES"
}

# Runs tests on what was built: quick_run OPTION-OF-THE-CONSOLE-LAUNCHER...
# Paths are absolute, since tests start this program again in other folders.
quick_run() {
    # shellcheck disable=SC2086 # lists of words by intent
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx2g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -Dglass.platform=Headless -Dprism.order=sw ${BULKHEAD_JAVA_OPTS:-} \
        -cp "$PWD/$QUICK/test-classes:$PWD/$QUICK/classes:$PWD/src/test/resources:$PWD/src/main/resources:$PWD/$QUICK/resources:$LIBRARIES" \
        org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors "$@"
}
