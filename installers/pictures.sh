#!/usr/bin/env bash
# Makes the pictures of the documentation anew: builds if needed, walks the tour and keeps the chosen pictures.
#   pictures.sh            into docs/images
#   pictures.sh DIR        into another directory, to look at them first
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

# What README and docs show, by the names the tour gives them.
CHOSEN=(map-before-light map-after-light map-after-dark lanes-light lanes-dark problems-light problems-dark reach-light reach-dark map-reach-light map-reach-dark rules-light rules-dark addresses-light addresses-dark
    status-light status-dark step-2-light step-2-dark wizard-review-light wizard-review-dark wizard-apply-light wizard-apply-dark wizard-confirm-light wizard-confirm-dark wizard-report-light wizard-report-dark)

target=${1:-$BULKHEAD_HOME/docs/images}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$BULKHEAD_HOME/installers/run.sh" tour --to "$scratch"
mkdir -p "$target"
for name in "${CHOSEN[@]}"; do
    [ -f "$scratch/$name.png" ] || fail "the tour made no picture $name; its messages are above."
    cp "$scratch/$name.png" "$target/$name.png"
done
say "bulkhead: ${#CHOSEN[@]} pictures are in $target"
