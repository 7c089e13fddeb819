#!/usr/bin/env bash
# The campaign of mishaps on the practice engine: at every point of a run whatever can go wrong there, then on or back, and
# the comparison with what was. Prints what was tried and what passed. The ordinary tests try a sample of it.
#   campaign.sh [EVERY [SEED [GOAL]]]     every attempt if left out; FOUNDATION, RECREATION, PORTS, RETIREMENT or FILES
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

cd "$BULKHEAD_HOME"
need_jdk
quick_build
BULKHEAD_JAVA_OPTS="-Dbulkhead.campaign.every=${1:-1} -Dbulkhead.campaign.seed=${2:-5} -Dbulkhead.campaign.goal=${3:-}" \
    quick_run --details=summary --select-class=dev.bulkhead.migrate.campaign.CampaignIT
