# A display of our own, so that no test types into somebody's window and figures do not depend on whose desktop it is. Sourced
# after common.sh; what it starts is in the array started, for the caller to end, what it writes in $scratch.

start_display() {
    need_packages xvfb openbox libgtk-3-0\|libgtk-3-0t64 libgl1 libxtst6 libxxf86vm1 fontconfig fonts-dejavu-core
    Xvfb -displayfd 3 -screen 0 2800x1200x24 -nolisten tcp -r 3>"$scratch/display" 2>"$scratch/xvfb.log" &
    started+=("$!")
    for _ in $(seq 100); do
        [ -s "$scratch/display" ] && break
        sleep 0.1
    done
    [ -s "$scratch/display" ] || { cat "$scratch/xvfb.log" >&2; fail "the X server for the window tests did not start."; }
    DISPLAY=:$(tr -d '[:space:]' <"$scratch/display")
    export DISPLAY
    unset WAYLAND_DISPLAY
    openbox >"$scratch/openbox.log" 2>&1 &
    started+=("$!")
}
