#!/usr/bin/env bash
# Brings projects up on stand-ins for their images, imports them, brings the import up on an engine that never saw them, and
# compares what both engines tell of containers, networks and volumes: the media server and every project of the corpus that
# comes up, on both engines. The ordinary tests take a few.
#   imports.sh [ENGINE [PATTERN]]     ENGINE: current, 20.10 or both (default); PATTERN: only places of the corpus that match
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

ready_with_engines
export BULKHEAD_REQUIRE_CORPUS=true
case "${1:-both}" in
both) releases="CURRENT DEBIAN_12" ;;
current) releases=CURRENT ;;
20.10) releases=DEBIAN_12 ;;
*) fail "there is no engine $1 (current, 20.10, both)." ;;
esac
code=0
for release in $releases; do
    BULKHEAD_JAVA_OPTS="-Dbulkhead.imports.engine=$release -Dbulkhead.imports.only=${2:-}" \
        quick_run --details=summary --select-class=dev.bulkhead.workspace.imported.ImportedProjectsWalk || code=1
done
exit "$code"
