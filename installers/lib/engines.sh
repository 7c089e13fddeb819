#!/usr/bin/env bash
# Provides private container engines, the docker client and the compose plugin for the tests, under target/engines.
#
#   target/engines/20.10/bin     engine of Debian 12; 20.10/lib is the library it needs beside the usual ones
#   target/engines/current/bin   engine of Debian's next releases (with Debian 12's runc: theirs needs a newer libc)
#   target/engines/bin           docker, docker-compose (also as plugin in target/engines/bin/cli-plugins)
#   target/engines/programs      real programs to run in containers: a reverse proxy, an authority for certificates and one that
#                                asks it, a store for sessions, a database, balancers and web servers, a collector with alerts, a keeper of
#                                backups, packet rules; Podman with its helpers and a server for ssh, which run beside them; programs/lib
#                                has libraries that few machines have, programs/share what they read, programs/postgresql a database as a
#                                whole, since its programs look for each other
#   target/engines/debs          the packages as downloaded; kept, so that a rebuild downloads nothing
#
# Nothing is installed on the system and the machine's own package sources stay as they are: packages are fetched with
# a package state of their own from the mirror the machine uses already, and unpacked. Run it, or source it and call
# provide_engines. Exit code 3: this machine cannot have them, said in one sentence.

ENGINES_FORMAT=9

engines_home() { printf '%s/target/engines' "$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"; }

# The mirror the machine takes Debian's main component from.
engines_mirror() {
    apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk -v codename="$1" '$2 == "main" && ($1 == codename || $1 == "stable") { print $3; exit }'
}

# apt-get with a state of its own, seeing one suite only: engines_apt SUITE ARGUMENT...
engines_apt() {
    local state="$ENGINES/apt/$1"
    shift
    apt-get -qq -o Dir::State="$state" -o Dir::State::status=/dev/null -o Dir::Cache="$state/cache" \
        -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::Etc::preferencesparts=/dev/null -o Dir::Etc::preferences=/dev/null \
        -o APT::Sandbox::User=root "$@"
}

# Downloads packages of a suite into the cache, unless they are there: engines_download SUITE PACKAGE...
engines_download() {
    local suite="$1" state="$ENGINES/apt/$1" cache="$ENGINES/debs/$1" package missing=()
    shift
    mkdir -p "$cache"
    for package in "$@"; do
        compgen -G "$cache/${package}_*.deb" >/dev/null || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
    printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$ENGINES_MIRROR" "$suite" \
        >"$state/sources.list"
    engines_apt "$suite" update && (cd "$cache" && engines_apt "$suite" download "${missing[@]}")
}

# Unpacks programs of a suite's packages: engines_unpack SUITE FOLDER PROGRAM...
engines_unpack() {
    local suite="$1" folder="$2" scratch program deb
    shift 2
    scratch="$(mktemp -d "$ENGINES/unpack.XXXXXX")"
    for deb in "$ENGINES/debs/$suite"/*.deb; do dpkg -x "$deb" "$scratch" || return 1; done
    mkdir -p "$folder"
    for program in "$@"; do
        find "$scratch/usr" -type f -name "$program" -perm -u+x -exec mv -f {} "$folder/" \; -quit
        [ -x "$folder/$program" ] || { echo "engines.sh: the packages of $suite hold no $program." >&2; return 1; }
    done
    rm -rf "$scratch"
}

# Unpacks libraries that come with the programs of a suite: engines_libraries SUITE FOLDER PACKAGE...
engines_libraries() {
    local suite="$1" folder="$2" scratch package
    shift 2
    scratch="$(mktemp -d "$ENGINES/unpack.XXXXXX")"
    for package in "$@"; do dpkg -x "$ENGINES/debs/$suite/${package}"_*.deb "$scratch" || return 1; done
    mkdir -p "$folder"
    find "$scratch" -name 'lib*.so*' -exec mv -f {} "$folder/" \;
    rm -rf "$scratch"
}

# Unpacks a folder of a package: engines_share SUITE PACKAGE PATH FOLDER
engines_share() {
    local scratch
    scratch="$(mktemp -d "$ENGINES/unpack.XXXXXX")"
    dpkg -x "$ENGINES/debs/$1/${2}"_*.deb "$scratch" && mkdir -p "$4" && cp -a "$scratch/$3/." "$4/" || return 1
    rm -rf "$scratch"
}

engines_refuse() {
    echo "engines.sh: $1" >&2
    return 3
}

provide_engines() {
    ENGINES="$(engines_home)"
    [ "$(cat "$ENGINES/format" 2>/dev/null)" = "$ENGINES_FORMAT" ] && return 0
    [ -r /etc/os-release ] || { engines_refuse "private engines are provided on Debian only."; return; }
    local ID="" VERSION_CODENAME="" VERSION_ID=""
    . /etc/os-release
    [ "$ID" = debian ] && [ -n "$VERSION_CODENAME" ] ||
        { engines_refuse "private engines are provided on Debian only, this is ${ID:-unknown}."; return; }
    ENGINES_MIRROR="$(engines_mirror "$VERSION_CODENAME")"
    [ -n "$ENGINES_MIRROR" ] ||
        { engines_refuse "no source of Debian's main component in the machine's package sources."; return; }
    mkdir -p "$ENGINES"
    local engine=(dockerd containerd containerd-shim-runc-v2 docker-proxy)
    engines_download bookworm docker.io containerd runc tini libdevmapper1.02.1 caddy pebble lego redis-tools libatomic1 libjemalloc2 liblzf1 \
        prometheus prometheus-alertmanager prometheus-node-exporter restic nftables libnftables1 libjansson4 libedit2 libbsd0 \
        libmd0 openssh-server libwrap0 podman conmon crun netavark aardvark-dns libsubid4 libgpgme11 libassuan0 libyajl2 \
        nginx haproxy liblua5.3-0 libopentracing-c-wrapper0 libopentracing1 libpcre2-8-0 postgresql-15 postgresql-client-15 libpq5 libicu72 libldap-2.5-0 \
        libsasl2-2 libxml2 libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0 libkeyutils1 &&
        engines_download testing docker.io containerd docker-cli docker-compose &&
        engines_unpack bookworm "$ENGINES/20.10/bin" "${engine[@]}" runc tini-static &&
        engines_libraries bookworm "$ENGINES/20.10/lib" libdevmapper1.02.1 &&
        engines_unpack bookworm "$ENGINES/programs" caddy pebble pebble-challtestsrv lego redis-check-rdb prometheus promtool \
            prometheus-alertmanager amtool prometheus-node-exporter restic nft sshd podman conmon crun netavark aardvark-dns \
            nginx haproxy redis-cli &&
        engines_libraries bookworm "$ENGINES/programs/lib" libatomic1 libjemalloc2 liblzf1 libnftables1 libjansson4 libedit2 libbsd0 \
            libmd0 libwrap0 libsubid4 libgpgme11 libassuan0 libyajl2 liblua5.3-0 libopentracing-c-wrapper0 libopentracing1 libpcre2-8-0 libpq5 libicu72 \
            libldap-2.5-0 libsasl2-2 libxml2 libgssapi-krb5-2 libkrb5-3 libk5crypto3 libkrb5support0 libkeyutils1 &&
        engines_share bookworm postgresql-15 usr "$ENGINES/programs/postgresql" &&
        engines_share bookworm postgresql-client-15 usr "$ENGINES/programs/postgresql" &&
        engines_share bookworm prometheus-alertmanager usr/share/prometheus/alertmanager "$ENGINES/programs/share" &&
        engines_unpack testing "$ENGINES/current/bin" "${engine[@]}" &&
        engines_unpack testing "$ENGINES/bin" docker docker-compose ||
        { engines_refuse "the packages of private engines could not be fetched or unpacked."; return; }
    # The program of Redis looks at the name it is started by.
    mv -f "$ENGINES/programs/redis-check-rdb" "$ENGINES/programs/redis-server"
    # Names under which the engine looks for its helpers.
    mv -f "$ENGINES/20.10/bin/tini-static" "$ENGINES/20.10/bin/docker-init"
    cp -f "$ENGINES/20.10/bin/runc" "$ENGINES/20.10/bin/docker-init" "$ENGINES/current/bin/"
    mkdir -p "$ENGINES/bin/cli-plugins"
    ln -sf ../docker-compose "$ENGINES/bin/cli-plugins/docker-compose"
    rm -rf "$ENGINES/apt"
    printf '%s' "$ENGINES_FORMAT" >"$ENGINES/format"
}

# What every script needs that tries the program on private engines: JDK, packages, engines, and what changed compiled. Needs
# common.sh and quick.sh beside this; a test that has no engine fails from then on.
ready_with_engines() {
    cd "$BULKHEAD_HOME"
    need_jdk
    need_packages iptables iproute2 busybox-static procps util-linux ca-certificates
    provide_engines || fail "no private engine can be had here (reason above)."
    export BULKHEAD_REQUIRE_ENGINE=true
    quick_build
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -u
    provide_engines && echo "private engines: $(engines_home)"
fi
