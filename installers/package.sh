#!/usr/bin/env bash
# Builds what is installed without a JDK and without Maven, under target/package:
#   package.sh           the program with its own trimmed Java, as a portable .tar.gz, and as .deb and .rpm where dpkg-deb and
#                        rpmbuild are
#   package.sh modules   what jdeps says the program needs of Java, beside what the packages carry
# installers/try-package.sh tries both.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/lib/common.sh"
. "$BULKHEAD_HOME/installers/lib/build.sh"

cd "$BULKHEAD_HOME"
PARTS=installers/lib/package
OUT=target/package
APP=$OUT/bulkhead
TREE=$OUT/tree

# What jdeps finds, and what it cannot see: the file system in jars.
MODULES=java.base,java.naming,java.rmi,java.security.jgss,java.sql,jdk.jfr,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs
OPTIONS="-Xlog:aot=off -Xlog:cds=off -XX:+UseSerialGC -Xss2m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

modules() {
    say "jdeps:        $("$JAVA_HOME/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
        -cp "target/lib/*" "$JAR" target/lib/*.jar 2>/dev/null | tail -n 1)"
    say "the packages: $MODULES"
}

# Java without what the program does not use.
runtime() {
    "$JAVA_HOME/bin/jlink" --add-modules "$MODULES" --strip-debug --no-header-files --no-man-pages --compress zip-0 \
        --output "$OUT/runtime"
    rm -f "$OUT"/runtime/bin/{jfr,keytool,rmiregistry}
}

# The program laid out by jpackage. Its starter asks dpkg and rpm where it comes from, on every start; a few lines of shell
# do not, and choose between two records of what a start needs.
layout() {
    local input=$OUT/input natives
    mkdir -p "$input"
    cp -p "$JAR" target/lib/*.jar "$input/"
    "$JAVA_HOME/bin/jpackage" --type app-image --name bulkhead --app-version "${VERSION%-SNAPSHOT}" --dest "$OUT" \
        --input "$input" --main-jar bulkhead.jar --main-class dev.bulkhead.app.Main --runtime-image "$OUT/runtime" \
        --icon src/main/resources/dev/bulkhead/app/icon-128.png
    rm -rf "$input" "$OUT/runtime" "$APP/lib/libapplauncher.so"
    # Beside their jars the libraries of JavaFX are found; otherwise they are copied into the home of whoever starts it.
    mkdir -p "$OUT/natives"
    natives=("$BULKHEAD_HOME/$APP"/lib/app/javafx-graphics-*-*.jar)
    (cd "$OUT/natives" && "$JAVA_HOME/bin/jar" --extract --file "${natives[0]}")
    cp "$OUT"/natives/*.so "$APP/lib/app/"
    rm -rf "$OUT/natives"
    CLASS_PATH=$(sed -n 's/^app\.classpath=//p' "$APP/lib/app/bulkhead.cfg" | paste -sd:)
    rm -f "$APP/lib/app/bulkhead.cfg" "$APP/lib/app/.jpackage.xml"
}

in_app() { "$APP/lib/runtime/bin/java" "$@"; }

class_path() { printf '%s' "${CLASS_PATH//'$APPDIR'/$BULKHEAD_HOME/$APP/lib/app}"; }

# Manual page, completion and names, by the program itself.
companions() {
    in_app $OPTIONS -cp "$(class_path)" dev.bulkhead.app.Companions "$OUT/companions"
    mkdir -p "$APP/share"/{man/man1,bash-completion,zsh,licenses}
    gzip -9n <"$OUT/companions/bulkhead.1" >"$APP/share/man/man1/bulkhead.1.gz"
    cp "$OUT/companions/bulkhead.bash" "$APP/share/bash-completion/bulkhead"
    sed 's|@BASH_COMPLETION@|${${(%):-%x}:A:h:h}/bash-completion/bulkhead|' "$PARTS/_bulkhead" >"$APP/share/zsh/_bulkhead"
    cp LICENSE NOTICE docs/third-party.md "$APP/share/licenses/"
    sed -e "s#@CLASS_PATH@#${CLASS_PATH//\$APPDIR/\$app}#" -e "s#@OPTIONS@#$OPTIONS#g" \
        -e "s#@WINDOW_OPTIONS@#$WINDOW_OPTIONS#" -e "s#@WINDOW_ENVIRONMENT@#$WINDOW_ENVIRONMENT#" \
        -e "s#@COMMANDS@#$(grep -v '^tour$' "$OUT/companions/commands" | paste -sd'|')#" \
        "$PARTS/launcher.sh" >"$APP/bin/bulkhead"
    chmod 755 "$APP/bin/bulkhead"
}

# What a start needs, recorded in place: the jars may move as a whole, but may not change.
record() {
    local scratch
    scratch=$(mktemp -d)
    # shellcheck disable=SC2086 # a list of words by intent
    {
        in_app -XX:AOTCacheOutput="$APP/lib/app/window.aot" $WINDOW_OPTIONS $OPTIONS -cp "$(class_path)" \
            dev.bulkhead.app.WindowRehearsal assets/samples/mediaserver "$scratch" &&
            in_app -XX:AOTCacheOutput="$APP/lib/app/command.aot" $OPTIONS -cp "$(class_path)" dev.bulkhead.app.Rehearsal \
                assets/samples/mediaserver
    } >"$OUT/record.log" 2>&1 || fail "the packaged program does not run here; $OUT/record.log says why."
    rm -rf "$scratch"
}

archive() {
    tar -C "$OUT" --owner=0 --group=0 --numeric-owner --sort=name -czf "$OUT/bulkhead-$VERSION-linux-$ARCH.tar.gz" bulkhead
}

# What a package puts where. No package has a script of its own: databases of desktops and manuals are renewed by those whose
# they are.
tree() {
    local size share=$TREE/usr/share
    mkdir -p "$TREE"/usr/{bin,lib} "$share"/{applications,metainfo,mime/packages,man/man1,doc/bulkhead} \
        "$share"/{bash-completion/completions,zsh/vendor-completions}
    cp -a "$APP" "$TREE/usr/lib/bulkhead"
    rm -rf "$TREE"/usr/lib/bulkhead/{share,lib/bulkhead.png}
    ln -s ../lib/bulkhead/bin/bulkhead "$TREE/usr/bin/bulkhead"
    cp "$PARTS/bulkhead.desktop" "$share/applications/"
    cp "$PARTS/bulkhead-mime.xml" "$share/mime/packages/bulkhead.xml"
    sed -e "s/@VERSION@/$VERSION/" -e "s/@DATE@/$(date -u +%F)/" "$PARTS/bulkhead.metainfo.xml" \
        >"$share/metainfo/dev.bulkhead.Bulkhead.metainfo.xml"
    for size in 16 32 48 128; do
        install -Dm644 "src/main/resources/dev/bulkhead/app/icon-$size.png" "$share/icons/hicolor/${size}x$size/apps/bulkhead.png"
    done
    cp "$APP/share/man/man1/bulkhead.1.gz" "$share/man/man1/"
    cp "$APP/share/bash-completion/bulkhead" "$share/bash-completion/completions/"
    sed 's|@BASH_COMPLETION@|/usr/share/bash-completion/completions/bulkhead|' "$PARTS/_bulkhead" \
        >"$share/zsh/vendor-completions/_bulkhead"
    cp NOTICE docs/third-party.md "$share/doc/bulkhead/"
    cat "$PARTS/copyright" LICENSE >"$share/doc/bulkhead/copyright"
    find "$TREE" -type d -exec chmod 755 {} +
}

deb() {
    local machine
    machine=$(dpkg --print-architecture)
    mkdir "$TREE/DEBIAN"
    sed -e "s/@VERSION@/$LINUX_VERSION/" -e "s/@ARCH@/$machine/" \
        -e "s/@SIZE@/$(du -sk --apparent-size "$TREE/usr" | cut -f1)/" "$PARTS/control" >"$TREE/DEBIAN/control"
    (cd "$TREE" && find usr -type f -exec md5sum {} +) >"$TREE/DEBIAN/md5sums"
    dpkg-deb --root-owner-group -Zxz -z1 --build "$TREE" "$OUT/bulkhead_${LINUX_VERSION}_$machine.deb" >/dev/null
    rm -rf "$TREE/DEBIAN"
}

rpm() {
    mv "$TREE/usr/share/zsh/vendor-completions" "$TREE/usr/share/zsh/site-functions"
    rpmbuild -bb --quiet --define "_binary_payload w10.zstdio" --define "_topdir $BULKHEAD_HOME/$OUT/rpm" --define "_rpmdir $BULKHEAD_HOME/$OUT" \
        --define "_rpmfilename bulkhead-$LINUX_VERSION.$ARCH.rpm" --define "tree $BULKHEAD_HOME/$TREE" \
        --define "bulkhead_version $LINUX_VERSION" "$PARTS/bulkhead.spec"
}

need_jdk
build_if_needed
if [ "${1:-}" = modules ]; then
    modules
    exit 0
fi
VERSION=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -n 1)
LINUX_VERSION=${VERSION//-/'~'}
ARCH=$(uname -m)
rm -rf "$OUT"/bulkhead* "$OUT"/{runtime,input,natives,tree,rpm,companions}
mkdir -p "$OUT"
say "bulkhead: a trimmed Java ..."
runtime
say "bulkhead: the program ..."
layout
companions
say "bulkhead: a record of what a start needs ..."
record
say "bulkhead: the archives ..."
archive
tree
if command -v dpkg-deb >/dev/null; then deb; else say "bulkhead: no dpkg-deb here, so no .deb"; fi
if command -v rpmbuild >/dev/null; then rpm; else say "bulkhead: no rpmbuild here, so no .rpm"; fi
rm -rf "$TREE" "$OUT/rpm"
for file in "$OUT"/*.{tar.gz,deb,rpm}; do if [ -f "$file" ]; then ls -l "$file"; fi; done | awk '{ printf "%-60s %6.1f MB\n", $NF, $5 / 1e6 }'
du -sb "$APP" | awk '{ printf "%-60s %6.1f MB\n", "unpacked", $1 / 1e6 }'
