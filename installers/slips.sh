#!/usr/bin/env bash
# Compares what Bulkhead refuses with what docker compose refuses: projects of the corpus with one slip of the pen each (a key
# misspelt, moved, doubled or gone, a value of another type or shape, or none). The ordinary tests try a few.
#   slips.sh [SLIPS [SEED]]     3000 if left out, about a quarter of an hour; prints each on which the two differ
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

cd "$BULKHEAD_HOME"
need_jdk
export BULKHEAD_REQUIRE_CORPUS=true BULKHEAD_REQUIRE_ENGINE=true
quick_build
BULKHEAD_JAVA_OPTS="-Dbulkhead.slips=${1:-3000} -Dbulkhead.slips.seed=${2:-1} -Dbulkhead.slips.show=true" \
    quick_run --details=summary --select-class=dev.bulkhead.compose.load.RefusalOracleTest
