#!/usr/bin/env bash
# Makes random edits of fields in every project of the corpus and asks Docker Compose after each whether only the named
# path changed; all are undone at the end, to the same bytes. The ordinary tests try a few; this tries many.
#   edits.sh [EDITS_PER_PROJECT [SEED]]      20 for each if left out
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

cd "$BULKHEAD_HOME"
need_jdk
export BULKHEAD_REQUIRE_CORPUS=true
quick_build
BULKHEAD_JAVA_OPTS="-Dbulkhead.fields.every=1 -Dbulkhead.fields.edits=${1:-20} -Dbulkhead.fields.seed=${2:-7}" \
    quick_run --details=summary --select-class=dev.bulkhead.workspace.RandomFieldEditsOracleTest
