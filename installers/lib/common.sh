# Shared by the scripts of this folder: where the project is, which JDK builds it, which packages it needs.
# Sourced, never run.

BULKHEAD_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
JDK_WANTED=25

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "bulkhead: $*"
    exit 2
}

# Prints the feature version of the JDK in a directory; nothing where there is none that compiles.
jdk_version() {
    local line
    [ -x "$1/bin/javac" ] || return 0
    if [ -r "$1/release" ]; then
        while read -r line; do
            [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]] || continue
            echo "${BASH_REMATCH[1]}"
        done <"$1/release"
    else
        "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
    fi
}

usable_jdk() {
    local version
    version=$(jdk_version "$1")
    [ -n "$version" ] && [ "$version" -ge "$JDK_WANTED" ]
}

# Sets JAVA_HOME to a JDK that is new enough: the one already named, the one on the PATH, then the usual places.
find_jdk() {
    local candidate on_path
    if [ -n "${JAVA_HOME:-}" ] && usable_jdk "$JAVA_HOME"; then
        export JAVA_HOME
        return 0
    fi
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        {/opt/homebrew,/usr/local}/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$candidate" ] && usable_jdk "$candidate"; then
            export JAVA_HOME=$candidate
            return 0
        fi
    done
    return 1
}

# As root on Debian and Ubuntu the distribution's JDK is installed, where the release has one; a machine that was never told
# of packages asks for their list first.
need_jdk() {
    local package=openjdk-$JDK_WANTED-jdk
    find_jdk && return 0
    if on_debian && is_root; then
        apt-cache show "$package" >/dev/null 2>&1 || apt-get update -q >/dev/null 2>&1 || true
        if apt-cache show "$package" >/dev/null 2>&1; then
            install_packages "$package"
            find_jdk && return 0
        fi
    fi
    fail "needs a JDK $JDK_WANTED or newer and found none: install one and start this again.
$(jdk_commands)
Anywhere else, or where a JDK is unpacked somewhere: set JAVA_HOME to it."
}

# What brings a JDK and Maven, by system; Debian 12 has no JDK of its own that is new enough.
jdk_commands() {
    cat <<END
  Debian 13, Ubuntu 25.10 or newer:  sudo apt-get update && sudo apt-get install openjdk-$JDK_WANTED-jdk maven
  Debian 12, older Ubuntu:           sudo apt-get install wget gpg && wget -qO- https://packages.adoptium.net/artifactory/api/gpg/key/public | sudo gpg --dearmor -o /usr/share/keyrings/adoptium.gpg &&
                                     echo "deb [signed-by=/usr/share/keyrings/adoptium.gpg] https://packages.adoptium.net/artifactory/deb \$(. /etc/os-release; echo \$VERSION_CODENAME) main" |
                                     sudo tee /etc/apt/sources.list.d/adoptium.list && sudo apt-get update && sudo apt-get install temurin-$JDK_WANTED-jdk maven
  Fedora:                            sudo dnf install java-$JDK_WANTED-openjdk-devel maven
  Arch Linux:                        sudo pacman -S jdk-openjdk maven
  macOS:                             brew install openjdk@$JDK_WANTED maven
END
}

need_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    if on_debian && is_root; then
        install_packages maven
        return 0
    fi
    fail "needs Apache Maven 3.8 or newer to build and found no mvn on the PATH: install it (Debian: apt-get install maven)."
}

is_root() { [ "$(id -u)" -eq 0 ]; }

on_debian() { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

package_present() {
    dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

# Makes sure that Debian packages are there: installs what is missing as root, otherwise names it and stops.
# A package may be given as a|b where releases name it differently: the first that exists is taken.
need_packages() {
    local wanted alternative missing=() chosen
    if ! on_debian; then
        say "bulkhead: this is not Debian or Ubuntu; these packages (by their Debian names) are taken to be there: $*"
        return 0
    fi
    for wanted in "$@"; do
        chosen=
        for alternative in ${wanted//|/ }; do
            package_present "$alternative" && continue 2
        done
        for alternative in ${wanted//|/ }; do
            if apt-cache show "$alternative" >/dev/null 2>&1; then
                chosen=$alternative
                break
            fi
        done
        missing+=("${chosen:-${wanted%%|*}}")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    is_root || fail "needs these system packages: ${missing[*]} (run: sudo apt-get install ${missing[*]})."
    install_packages "${missing[@]}"
}

install_packages() {
    local log
    say "bulkhead: installing system packages: $*"
    log=$(mktemp)
    if ! { DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ||
        { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; }; } >"$log" 2>&1; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        fail "could not install the system packages $* (run apt-get yourself to see why)."
    fi
    rm -f "$log"
}

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}
