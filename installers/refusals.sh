#!/usr/bin/env bash
# Compares what Bulkhead calls an error with what an engine refuses: projects of chance, half of them with a mistake, brought up on
# private engines. The ordinary tests try a few.
#   refusals.sh [28|20.10|both [PROJECTS [SEED]]]   200 on both if left out, about a quarter of an hour for each engine; prints
#                                                   each project on which the two differ
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

ready_with_engines
case "${1:-both}" in
28) classes=(Current) ;;
20.10) classes=(2010) ;;
both) classes=(Current 2010) ;;
*) fail "there is no engine '$1' for this (28, 20.10, both)." ;;
esac
code=0
for class in "${classes[@]}"; do
    BULKHEAD_JAVA_OPTS="-Dbulkhead.refusals=${2:-200} -Dbulkhead.refusals.seed=${3:-1}" \
        quick_run --details=summary --select-class="dev.bulkhead.check.engine.EngineRefusals${class}IT" || code=$?
done
exit "$code"
