#!/usr/bin/env bash
# Prints figures about src/main/java: files, packages, types with one user, names given twice, cycles.
#   figures.sh             of the working tree
#   figures.sh COMMIT      of a commit
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"

cd "$BULKHEAD_HOME"
need_jdk
tree=.
if [ "$#" -gt 0 ]; then
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    git archive "$1" src/main/java | tar -x -C "$tree"
fi
"$JAVA_HOME/bin/java" installers/lib/Figures.java "$tree/src/main/java"
