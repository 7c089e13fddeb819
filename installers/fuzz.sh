#!/usr/bin/env bash
# Feeds the reader and the patcher with bytes that a coverage-guided fuzzer (Jazzer, from Maven Central) makes of the
# samples and traps. A find ends the run and stands in target/fuzz/finds: mend the cause and copy the file to
# src/test/resources/fuzz, where FuzzFindsTest keeps it.
#   fuzz.sh reader|patcher [SECONDS]
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

JAZZER_VERSION=0.30.0
case "${1:-}" in
reader) target=dev.bulkhead.fuzz.ReaderFuzz ;;
patcher) target=dev.bulkhead.fuzz.PatcherFuzz ;;
*) fail "fuzz.sh takes reader or patcher, and for how many seconds (600 if left out)." ;;
esac
seconds=${2:-600}

cd "$BULKHEAD_HOME"
need_jdk
need_maven
work=target/fuzz
mkdir -p "$work/corpus/$1" "$work/seeds" "$work/finds/$1" "$work/jazzer"
mvn -q -B test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$work/classpath" >&2
for part in jazzer jazzer-api; do
    [ -e "$work/jazzer/$part-$JAZZER_VERSION.jar" ] ||
        mvn -q -B dependency:copy -Dartifact="com.code-intelligence:$part:$JAZZER_VERSION" -DoutputDirectory="$PWD/$work/jazzer" >&2
done

# Seeds: the samples' files and every trap of the reader's tests.
find assets/samples -name '*.yml' | while IFS= read -r file; do cp "$file" "$work/seeds/$(tr / _ <<<"$file")"; done
csplit -s -z -f "$work/seeds/trap" -b '%04d' src/test/resources/compose/traps.txt '/^=== /' '{*}'
sed -i -e '/^=== /d' -e '/^!! /d' -e '/^@@ /d' -e '0,/^--- /{/^--- /d}' -e 's/^--- /#=== /' "$work"/seeds/trap*
cp src/test/resources/fuzz/* "$work/seeds/" 2>/dev/null || true

"$JAVA_HOME/bin/java" -Xss1m -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "target/test-classes:target/classes:$(cat "$work/classpath"):$work/jazzer/*" com.code_intelligence.jazzer.Jazzer \
    --target_class="$target" --instrumentation_includes='dev.bulkhead.**:org.snakeyaml.**' \
    --disabled_hooks='com.code_intelligence.jazzer.sanitizers.**' \
    --reproducer_path="$work/finds" \
    "$work/corpus/$1" "$work/seeds" -artifact_prefix="$work/finds/$1/" \
    -max_total_time="$seconds" -max_len=4096 -timeout=120 -rss_limit_mb=3000 -print_final_stats=1
