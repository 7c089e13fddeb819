#!/usr/bin/env bash
# The voyage: whole projects along all iterations on private engines, by the program as its user starts it, every one verified,
# and all the way back to the first byte and the first state of the engine. Writes what each step took and gained into
# docs/voyage.md. It takes hours; the tests make a short form of it.
#   voyage.sh             all parts
#   voyage.sh PART...     some of them:
#     traefik    the media server, 1 to 8, on engine 28.5
#     20.10      the media server, 1, 2, 5, 7 and 8, on engine 20.10
#     caddy      the media server with Caddy in place of Traefik, 1 to 8
#     killed     the media server; each iteration is killed at a point of chance, then continued, or gone back from and made again
#     twice      the media server; each iteration is made, undone and made again
#     found      five projects of the corpus, 1, 2, 5 and 7
#     pictures   of the map after each step of `traefik`, which has to have run, into docs/images
# BULKHEAD_VOYAGE_SEED=N chooses other points for `killed`, BULKHEAD_VOYAGE_PATH=1,2 other iterations,
# BULKHEAD_VOYAGE_FOUND=netbox-docker one of the five.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"
. "$BULKHEAD_HOME/installers/lib/quick.sh"

PAGE=docs/voyage.md
KEPT=target/voyage
WIDEST=1480

# walk CLASS NAME PATH MANNER [OPTION...]: makes a walk and puts its table into the page.
walk() {
    local class=$1 name=$2 path=$3 manner=$4
    shift 4
    say "bulkhead: $name"
    rm -rf "${KEPT:?}/$name"
    mkdir -p "$KEPT/$name"
    BULKHEAD_JAVA_OPTS="${BULKHEAD_JAVA_OPTS:-} -Dbulkhead.walk.path=${BULKHEAD_VOYAGE_PATH:-$path} -Dbulkhead.walk.manner=$manner \
        -Dbulkhead.walk.seed=${BULKHEAD_VOYAGE_SEED:-1} -Dbulkhead.walk.to=$PWD/$KEPT/$name $*" \
        quick_run --details=summary --select-class="dev.bulkhead.migrate.walk.$class"
    named "$KEPT/$name"/*.md >"$KEPT/$name.md"
    table "$name"
}

# Prints tables one after the other, those of several projects with their names.
named() {
    local file name
    for file in "$@"; do
        name=$(basename "$file" .md)
        [ "$name" = "${name#found-}" ] || printf '\n**%s**\n\n' "${name#found-}"
        cat "$file"
    done
}

# Puts a table between its two marks in the page.
table() {
    local name=$1
    awk -v from="<!-- $1 -->" -v to="<!-- end of $1 -->" -v file="$KEPT/$name.md" '
        $0 == to { skip = 0 }
        !skip { print }
        $0 == from { skip = 1; while ((getline line < file) > 0) print line }' "$PAGE" >"$KEPT/page"
    cp "$KEPT/page" "$PAGE"
}

# Draws the map of the files after each step as the window does.
pictures() {
    local step picture
    need_packages imagemagick
    for step in before 1 2 3 4 5 6 7 8; do
        [ -d "$KEPT/traefik/files/$step" ] || fail "there are no files after step $step; run voyage.sh traefik first."
        rm -rf "$KEPT/picture"
        "$JAVA_HOME/bin/java" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dglass.platform=Headless -Dprism.order=sw \
            -cp "$QUICK/classes:src/main/resources:$QUICK/resources:$LIBRARIES" dev.bulkhead.app.Main \
            export "$KEPT/traefik/files/$step/mediaserver" --to "$KEPT/picture" --what png
        picture=docs/images/voyage-$step.png
        convert "$KEPT/picture/topology.png" -resize "${WIDEST}x>" -strip +dither -colors 128 "PNG8:$picture"
    done
    say "bulkhead: nine pictures are in docs/images"
}

cd "$BULKHEAD_HOME"
need_jdk
need_packages iptables iproute2 busybox-static procps util-linux ca-certificates
provide_engines || fail "no private engine can be had here (reason above)."
export BULKHEAD_REQUIRE_ENGINE=true BULKHEAD_REQUIRE_CORPUS=true
quick_build
mkdir -p "$KEPT"
[ "$#" -gt 0 ] || set -- traefik pictures 20.10 caddy killed twice found
code=0
for part in "$@"; do
    case "$part" in
    traefik)
        walk MediaServerWalkCurrentIT traefik 1,2,3,4,5,6,7,8 straight "-Dbulkhead.walk.files=$PWD/$KEPT/traefik/files" || code=$?
        ;;
    20.10) walk MediaServerWalk2010 20.10 1,2,5,7,8 straight || code=$? ;;
    caddy) walk CaddyWalk caddy 1,2,3,4,5,6,7,8 straight || code=$? ;;
    killed) walk MediaServerWalkCurrentIT killed 1,2,3,4,5,6,7,8 killed || code=$? ;;
    twice) walk MediaServerWalkCurrentIT twice 1,2,3,4,5,6,7,8 twice || code=$? ;;
    found) walk FoundProjectsWalk found 1,2,5,7 straight "-Dbulkhead.walk.found=${BULKHEAD_VOYAGE_FOUND:-all}" || code=$? ;;
    pictures) pictures ;;
    *) fail "there is no part '$part' of the voyage (traefik, 20.10, caddy, killed, twice, found, pictures)." ;;
    esac
done
exit "$code"
