#!/bin/bash
# What installers/try-package.sh does inside the clean root.
set -euo pipefail
trap 'says "WRONG: line $LINENO: $BASH_COMMAND"' ERR

export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
says() { printf '%s\n' "$*"; }
wrong() {
    says "WRONG: $*"
    exit 1
}
# What is measured is started as anybody starts it, also where this trial makes way for other work.
as_usual() { nice -n "-$(nice)" "$@"; }
as_somebody() { as_usual setpriv --reuid=somebody --regid=somebody --init-groups env -i HOME=/home/somebody USER=somebody PATH="$PATH" LC_ALL=$LC_ALL "$@"; }
# What is on the disk, but for the operator's home and what is mounted for this trial.
files() { find / -xdev \( -path /proc -o -path /tmp -o -path /dev/shm -o -path /home -o -path /root \) -prune -o -print | sort; }
figure() { printf 'figure: | %s | %s | %s | %s |\n' "$@"; }

LOAD=$(cut -d' ' -f1 /proc/loadavg)
chmod 1777 /tmp
! command -v java >/dev/null || wrong "there is a java on the PATH of the clean root"
media=/home/somebody/media
compose=$(find $media -maxdepth 1 \( -name compose.yaml -o -name docker-compose.yml \) | sed -n 1p)

# One display for all; programs say on it what they draw.
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>/tmp/display >/dev/null 2>&1 &
for _ in $(seq 300); do [ -s /tmp/display ] && break; sleep 0.1; done
display=:$(cat /tmp/display)

# Waits for the window of a project, measures it and ends it: window WHAT PICTURE, with its output in /tmp/said
window() {
    local id pid drawn memory
    for _ in $(seq 3000); do
        grep -q 'the project was drawn' /tmp/said && break
        sleep 0.1
    done
    grep 'was drawn' /tmp/said || { cat /tmp/said; wrong "$1: no window within five minutes"; }
    id=$(as_somebody DISPLAY="$display" xdotool search --onlyvisible --name Bulkhead | sed -n 1p)
    [ -n "$id" ] || wrong "$1: no window is called Bulkhead"
    DISPLAY=$display xwininfo -id "$id" | grep -E 'xwininfo|Width|Height|Map State'
    DISPLAY=$display xprop -id "$id" WM_CLASS _NET_WM_PID
    # The cards of the map come a moment later than the project; the picture and the memory are of what is looked at.
    sleep 15
    DISPLAY=$display xwd -root -silent -out "/root/$2.xwd"
    pid=$(DISPLAY=$display xprop -id "$id" _NET_WM_PID | sed 's/.* = //')
    [[ $pid =~ ^[0-9]+$ ]] || pid=$(pgrep -u somebody -f dev.bulkhead.app.Main | sed -n 1p)
    memory=$(awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
    shown=$(sed -n 's/.*the window was drawn after \([0-9]*\) ms/\1/p' /tmp/said)
    drawn=$(sed -n 's/.*the project was drawn after \([0-9]*\) ms/\1/p' /tmp/said)
    MEASURED="$shown ms; $drawn ms; $memory MB"
    grep -qa "$app_home" "/proc/$pid/cmdline" || wrong "$1: another Java runs it: $(tr '\0' ' ' <"/proc/$pid/cmdline")"
    kill "$pid"
    for _ in $(seq 300); do [ -d "/proc/$pid" ] || break; sleep 0.1; done
    [ ! -d "/proc/$pid" ] || wrong "$1: it does not end"
}

# The median of seven runs of a command, in milliseconds.
median() {
    local begun
    for _ in 1 2 3 4 5 6 7; do
        begun=$(date +%s%N)
        as_somebody "$@" >/tmp/out 2>/tmp/err || { cat /tmp/err; wrong "this failed: $*"; }
        echo $((($(date +%s%N) - begun) / 1000000))
    done | sort -n | sed -n 4p
}

# The command line: commands BULKHEAD
commands() {
    as_somebody "$1" --version
    # Java says so, instead of going on slowly, where a record does not fit what was installed.
    as_somebody JAVA_TOOL_OPTIONS=-XX:AOTMode=on "$1" --version >/tmp/record 2>&1 || { cat /tmp/record; wrong "its record of commands is of no use"; }
    as_somebody "$1" show $media | sed -n 1,3p
    as_somebody "$1" check $media --format sarif >/tmp/sarif || [ $? = 1 ] || wrong "check failed"
    as_somebody "$1" check $media 2>&1 | tail -n 1 || true
    as_somebody "$1" reach $media --matrix >/tmp/matrix || wrong "reach failed"
    as_somebody "$1" plan $media --iteration 1 --engine practice >/tmp/plan 2>&1 || [ $? = 1 ] || { cat /tmp/plan; wrong "plan failed"; }
}

says "== the .deb is installed"
# Its file is there on any desktop, and stays when the last entry goes.
update-desktop-database
files >/root/before
dpkg -i /root/bulkhead.deb >/root/dpkg.log 2>&1 || { cat /root/dpkg.log; wrong "dpkg refuses it"; }
app_home=/usr/lib/bulkhead
says "$(dpkg-query -W bulkhead), $(($(dpkg-query -W -f='${Installed-Size}' bulkhead) / 1024)) MB, $(dpkg -L bulkhead | wc -l) files"
desktop-file-validate /usr/share/applications/bulkhead.desktop || wrong "the desktop entry is not valid"

says "== a double click on $(basename "$compose")"
type=$(as_somebody gio info -a standard::content-type "$compose" | sed -n 's/.*content-type: //p')
opener=$(as_somebody gio mime "$type" | sed -n 1p)
says "its type: $type; $opener"
[[ $type = application/x-compose+yaml && $opener = *bulkhead.desktop* ]] || wrong "a desktop would not open it with Bulkhead"
as_somebody DISPLAY="$display" BULKHEAD_STARTUP_TRACE=1 JAVA_TOOL_OPTIONS=-XX:AOTMode=on gio open "$compose" >/tmp/said 2>&1
window "the double click" installed
deb_window=$MEASURED
says "$deb_window"

says "== the command line"
commands bulkhead
deb_command="$(median bulkhead show $media --format json) ms"
says "bulkhead show: $deb_command"
as_somebody man -P cat bulkhead >/tmp/man 2>&1 && sed -n 1,6p /tmp/man
for command in $(bulkhead --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    grep -q "^   $command$" /tmp/man || wrong "the manual page has no $command"
done
says "bash completes 'bulkhead ch' to: $(as_somebody bash -c '. /usr/share/bash-completion/completions/bulkhead
    COMP_WORDS=(bulkhead ch) COMP_CWORD=1 COMP_LINE="bulkhead ch" && _complete_bulkhead && echo "${COMPREPLY[@]}"')"

as_somebody nice -n "$(nice)" bulkhead tour --to /home/somebody/tour >/tmp/tour 2>&1 || { cat /tmp/tour; wrong "the tour failed"; }
tail -n 1 /tmp/tour

says "== the .deb is uninstalled"
dpkg --purge bulkhead >>/root/dpkg.log 2>&1 || wrong "it cannot be purged"
files >/root/after
if difference=$(diff <(grep -v '^/var/log/\|^/var/lib/dpkg/\|^/var/cache/\(ldconfig\|man\)' /root/before) <(grep -v '^/var/log/\|^/var/lib/dpkg/\|^/var/cache/\(ldconfig\|man\)' /root/after)); then
    says "no file is left of it; of the operator's own: $(cd /home/somebody && find . -mindepth 1 -maxdepth 4 -newer /root/before -path '*bulkhead*' | paste -sd' ')"
else
    says "$difference"
    wrong "it leaves something, or took something along"
fi
! grep -rl bulkhead /usr/share/applications /usr/share/mime /etc 2>/dev/null || wrong "a database still names it"

says "== the .tar.gz is unpacked"
as_somebody mkdir /home/somebody/apps
as_somebody tar -C /home/somebody/apps -xzf - </root/bulkhead.tar.gz
app_home=/home/somebody/apps/bulkhead
as_somebody DISPLAY="$display" BULKHEAD_STARTUP_TRACE=1 JAVA_TOOL_OPTIONS=-XX:AOTMode=on $app_home/bin/bulkhead $media >/tmp/said 2>&1 &
window "the archive" unpacked
tar_window=$MEASURED
says "$tar_window"
commands $app_home/bin/bulkhead
tar_command="$(median $app_home/bin/bulkhead show $media --format json) ms"

say_size() { echo "$(($(stat -c %s "$1") / 1000000)) MB"; }
figure package "size; unpacked" "first window; the media server drawn; memory then" "\`bulkhead show\`"
figure --- --- --- ---
figure .deb "$(say_size /root/bulkhead.deb); $(du -sm --apparent-size $app_home | cut -f1) MB" "$deb_window" "$deb_command"
figure .tar.gz "$(say_size /root/bulkhead.tar.gz); the same" "$tar_window" "$tar_command"
printf 'figure: \nfigure: %s\n' "Measured $(date -u +%F) on $(nproc) cores at a load of $LOAD, drawn by the processor; the starts of \`show\` are medians of seven. A load above the number of cores is time spent waiting for others."
says "== all as it should be"
