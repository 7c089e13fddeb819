#!/usr/bin/env bash
# Writes docs/third-party.md anew: every library on the class path with its licence and the checksum of its file. Run it after a
# change of pom.xml and look at the difference before it is committed; LibrariesTest holds what stands there.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

cd "$BULKHEAD_HOME"
need_jdk
need_maven
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for scope in runtime test; do
    mvn -q -B -ntp dependency:build-classpath -DincludeScope=$scope -Dmdep.outputFile="$scratch/$scope" >&2
done
{
    cat <<'END'
# Third-party software

What Bulkhead is run and tested with, as resolved on Linux (x86-64), with the licences that the libraries' own metadata
names. `installers/third-party.sh` writes this file; a test compares it with the class path, file by file.

Beside the libraries, the program carries two typefaces, Inter and JetBrains Mono, both under the SIL Open Font License 1.1
(text: `dev/bulkhead/ui/theme/fonts/OFL.txt` in the program), and icons of Material Design Icons (Apache-2.0) in Ikonli.

END
    "$JAVA_HOME/bin/java" installers/lib/ThirdParty.java "$scratch/runtime" "$scratch/test"
} >"$scratch/list"
cp "$scratch/list" docs/third-party.md
say "bulkhead: docs/third-party.md names $(grep -c '| run |' docs/third-party.md) libraries to run and $(grep -c '| test |' docs/third-party.md) to test with"
