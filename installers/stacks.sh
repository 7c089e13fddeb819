#!/usr/bin/env bash
# Compares what check --target swarm tells with what a real docker stack deploy does on a private engine: every key of the tables, and
# projects of the corpus. The ordinary tests try a few.
#   stacks.sh [PROJECTS [SEED]]    100 projects if left out, about three minutes; prints each key and project on which the two differ
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

ready_with_engines
BULKHEAD_JAVA_OPTS="-Dbulkhead.stacks.cases=10000 -Dbulkhead.stacks.projects=${1:-100} -Dbulkhead.stacks.seed=${2:-1}" \
    quick_run --details=summary --select-class="dev.bulkhead.check.stack.StackDeployIT"
