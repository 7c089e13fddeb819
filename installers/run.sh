#!/usr/bin/env bash
# Builds Bulkhead if its sources changed, then starts it.
#   run.sh                 the window; its samples run on the practice engine (no Docker needed)
#   run.sh PATH            the window, with a project of yours
#   run.sh COMMAND ...     the command line: run.sh --help lists the commands
#   run.sh tour            the main job without a display: pictures, report and networks.yml in target/tour
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/build.sh"

need_jdk
build_if_needed

# No command and no display: show the main job as pictures instead of failing to open a window.
if [ "$#" -eq 0 ] && ! has_display; then
    say "bulkhead: no display, so this is the tour (pictures and files instead of a window)"
    set -- tour
fi
case "${1:-}" in
"" | tour | --engine*) kind=window ;;
show | check | accept | reach | edit | export | plan | apply | confirm | guard | rollback | prune | renew | measure | firewall | status | \
    import | drift | playbook) kind=command ;;
*) if [ -e "$1" ]; then kind=window; else kind=command; fi ;;
esac
if [ "$kind" = window ] && [ "$(uname -s)" = Linux ]; then
    # What JavaFX opens a window and draws text with.
    need_packages libgtk-3-0\|libgtk-3-0t64 libgl1 libxtst6 libxxf86vm1 fontconfig fonts-dejavu-core
fi

launch "$kind" "$@"
