#!/usr/bin/env bash
# Tries the packages that installers/package.sh built, in a Debian of their own without any JDK and without a network: the .deb is
# installed, a Compose file opened as a double click opens it, the program used on the command line, and everything
# uninstalled; then the .tar.gz is unpacked and started. As root on Debian; it prints what it saw, and ends at the first thing
# that is not as it should be.
#   try-package.sh            the root is made of Debian's packages (kept in target/package/root.tar for the next time)
#   try-package.sh --readme   the same, and the figures go into the README
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/engines.sh"

cd "$BULKHEAD_HOME"
OUT=target/package
SUITE=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
deb=$(echo "$OUT"/bulkhead_*.deb)
archive=$(echo "$OUT"/bulkhead-*.tar.gz)
[ -f "$deb" ] && [ -f "$archive" ] || fail "needs the packages first: installers/package.sh"
is_root || fail "needs to be root, to make a root of its own."
need_packages debootstrap xz-utils x11-apps

# Without the program: what it depends on, a display, and what opens files on a desktop.
clean_root() {
    local depends tools=xvfb,xdotool,x11-utils,x11-apps,libglib2.0-bin,shared-mime-info,desktop-file-utils,man-db,procps
    depends=$(dpkg-deb -f "$deb" Depends Recommends | sed 's/^[A-Za-z]*: //')
    if [ ! -f "$OUT/root-$SUITE.tar" ] || [ "$(cat "$OUT/root-$SUITE.depends" 2>/dev/null)" != "$depends" ]; then
        say "bulkhead: a clean $SUITE of Debian's packages (a few minutes, only the first time) ..."
        rm -rf "$OUT/root"
        debootstrap --variant=minbase --include="$tools,zsh,bash-completion" "$SUITE" "$OUT/root" "$(engines_mirror "$SUITE")" >"$OUT/root.log" 2>&1 ||
            fail "debootstrap made no root; $OUT/root.log says why."
        chroot "$OUT/root" apt-get -q -y --no-install-recommends satisfy "$(echo "$depends" | paste -sd,)" >>"$OUT/root.log" 2>&1 ||
            fail "what the package depends on could not be installed; $OUT/root.log says why."
        tar -C "$OUT/root" -cf "$OUT/root-$SUITE.tar" .
        printf '%s' "$depends" >"$OUT/root-$SUITE.depends"
        rm -rf "$OUT/root"
    fi
    rm -rf "$OUT/root"
    mkdir -p "$OUT/root"
    tar -C "$OUT/root" -xf "$OUT/root-$SUITE.tar"
    chroot "$OUT/root" useradd --create-home somebody
}

clean_root
cp "$deb" "$OUT/root/root/bulkhead.deb"
cp "$archive" "$OUT/root/root/bulkhead.tar.gz"
cp installers/lib/package/try.sh "$OUT/root/root/try.sh"
cp -r assets/samples/mediaserver "$OUT/root/home/somebody/media"
chroot "$OUT/root" chown -R somebody:somebody /home/somebody
say "bulkhead: trying $(basename "$deb") and $(basename "$archive") in a clean $SUITE (load of this machine: $(cut -d' ' -f1 /proc/loadavg))"
# Mounts, processes and network of its own: they end with it, and no engine or display of this machine is in reach. The root is
# mounted on itself, as the disk of a machine is mounted somewhere.
unshare --mount --pid --net --ipc --fork --kill-child bash -c '
    mount --make-rprivate / && mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/dev/shm" && mount -t tmpfs tmpfs "$1/tmp" &&
        exec chroot "$1" /bin/bash /root/try.sh' try "$PWD/$OUT/root" | tee "$OUT/try.log"
mv "$OUT"/root/root/*.xwd "$OUT/" 2>/dev/null || true
rm -rf "$OUT/root"
if [ "${1:-}" = --readme ]; then
    {
        sed '/<!-- packages: /,$d' README.md
        echo "<!-- packages: written by installers/try-package.sh --readme -->"
        sed -n 's/^figure: //p' "$OUT/try.log"
        sed '1,/<!-- packages end -->/d' README.md | sed '1i <!-- packages end -->'
    } >"$OUT/README" && cp "$OUT/README" README.md
fi
