#!/usr/bin/env bash
# The campaign of mishaps: at every point of a run whatever can go wrong there, then on or back, and the comparison with what
# was. Prints what was tried and what passed. The ordinary tests try a sample of it.
#   campaign.sh [practice [EVERY [SEED [GOAL]]]]   on the practice engine: every attempt, or every n-th
#   campaign.sh 28|20.10 [MINUTES [SEED [GOAL]]]   on a private engine, with processes that are really killed: one attempt of
#                                                  each kind, then a second, for an hour a goal or as long as is said
# GOAL is FOUNDATION, RECREATION, PORTS, CERTIFICATES, AUTHENTICATION, SECRETS, ROTATION, MONITORING, HARDENING, RETIREMENT or
# FILES; all of them if left out, on an engine those whose images stand-ins can take the place of. BULKHEAD_CAMPAIGN_KINDS=PORT_TAKEN,...
# makes some mishaps only.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

# A number alone is meant for the practice engine.
case "${1:-practice}" in
practice) class=CampaignIT measure=every amount=${2:-1} ;;
28) class=EngineCampaignCurrentIT measure=minutes amount=${2:-60} ;;
20.10) class=EngineCampaign2010IT measure=minutes amount=${2:-60} ;;
*[!0-9]*) fail "there is no world '$1' to go on a campaign in (practice, 28, 20.10)." ;;
*)
    class=CampaignIT measure=every amount=$1
    set -- practice "$@"
    ;;
esac
seed=${3:-5}
goals=${4:-}

cd "$BULKHEAD_HOME"
need_jdk
if [ "$class" != CampaignIT ]; then
    need_packages iptables iproute2 busybox-static procps util-linux ca-certificates
    provide_engines || fail "no private engine can be had here (reason above)."
    export BULKHEAD_REQUIRE_ENGINE=true
    [ -n "$goals" ] || goals='FOUNDATION RECREATION PORTS SECRETS ROTATION RETIREMENT FILES'
fi
quick_build

options="${BULKHEAD_JAVA_OPTS:-} -Dbulkhead.campaign.$measure=$amount -Dbulkhead.campaign.seed=$seed"
options+=" -Dbulkhead.campaign.kinds=${BULKHEAD_CAMPAIGN_KINDS:-}"
# What is written again and again for each attempt at practice is on no disk where memory can hold it.
if [ "$class" = CampaignIT ] && [ -w /dev/shm ]; then
    memory=$(mktemp -d /dev/shm/bulkhead-XXXXXX)
    trap 'rm -rf "$memory"' EXIT
    options+=" -Djava.io.tmpdir=$memory"
fi
code=0
for goal in ${goals:-''}; do
    BULKHEAD_JAVA_OPTS="$options -Dbulkhead.campaign.goal=$goal" quick_run --details=summary --select-class="dev.bulkhead.migrate.campaign.$class" || code=$?
done
exit "$code"
