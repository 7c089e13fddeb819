#!/usr/bin/env bash
# Compares what reach predicts with packets and look-ups between containers of random topologies on real engines.
# The ordinary tests try a few; this tries many, ten seconds to half a minute each, on 20.10 and on a current engine.
#   truth.sh [TOPOLOGIES [FIRST_SEED [SETTINGS]]]      200 topologies on each engine if left out, and 10 for each setting of an
#                                                      engine (iptables, userland-proxy, ip-forward, icc) that is off
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"

cd "$BULKHEAD_HOME"
need_jdk
need_maven
is_root && on_debian || fail "private engines are started as root on Debian only."
need_packages iptables iproute2 busybox-static procps util-linux ca-certificates
provide_engines || fail "there are no engines to try (reason above)."
export BULKHEAD_REQUIRE_ENGINE=true
mvn -B -ntp verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false '-Dit.test=Truth*IT' -Dlane.without=none \
    "-Dbulkhead.test.argLine=-Dbulkhead.truth=${1:-200} -Dbulkhead.truth.seed=${2:-1} -Dbulkhead.truth.settings=${3:-10}"
