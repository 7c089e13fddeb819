#!/usr/bin/env bash
# Takes every project of the corpus through one iteration after the other on the practice engine, with the answers that are
# proposed or with any that may be chosen, and all the way back: to the same bytes and the same engine, or a sentence says why
# an iteration is not for it. The ordinary tests take a part of them.
#   voyages.sh [NUMBERS [SEED]]     all of them, or those of these numbers (9,18), with other answers for each seed
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

cd "$BULKHEAD_HOME"
need_jdk
export BULKHEAD_REQUIRE_CORPUS=true
quick_build
BULKHEAD_JAVA_OPTS="-Dbulkhead.voyage.every=1 -Dbulkhead.voyage.only=${1:-} -Dbulkhead.voyage.seed=${2:-0} -Dbulkhead.voyage.show=true" \
    quick_run --details=summary --select-class=dev.bulkhead.migrate.CorpusVoyageTest
