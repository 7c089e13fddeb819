package dev.bulkhead.testing;

/** The shell script inside a private engine's namespaces. */
final class EngineScripts {

    /**
     * Arguments: folder, programs, control group. Addresses are of 198.18.0.0/15 and 2001:2::/48 (RFC 2544 and 5180,
     * networks under test), since documentation ranges may be in use on the machine.
     */
    static final String LAUNCH = """
            root=$1 programs=$2 group=$3
            PATH="$programs:$PATH:/usr/sbin:/sbin"
            LD_LIBRARY_PATH="$programs/../lib"
            export PATH LD_LIBRARY_PATH
            ip link set lo up
            if [ -e "$root/subordinate" ]; then
              mount --bind "$root/subordinate" /etc/subuid
              mount --bind "$root/subordinate" /etc/subgid
            fi

            # The internet: one step away, behind the engine's own address translation.
            unshare --net sleep infinity &
            world=$!
            until [ "$(readlink /proc/$world/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do :; done
            ip link add outside type veth peer name inside netns "$world"
            ip addr add 198.18.0.1/30 dev outside
            ip addr add 2001:2::1/64 dev outside nodad
            ip link set outside up
            nsenter -t "$world" -n sh -e -c '
              ip link set lo up
              ip addr add 198.18.0.2/30 dev inside
              ip addr add 2001:2::2/64 dev inside nodad
              ip addr add 1.1.1.1/32 dev lo
              ip link set inside up
              ip route add unreachable default metric 4096
            '
            ip route add default via 198.18.0.2
            for port in 80 443; do
              nsenter -t "$world" -n busybox nc -ll -p "$port" -e echo outside &
            done

            dockerd --config-file "$root/daemon.json" --data-root "$root/data" --exec-root "$root/exec" \
              --pidfile "$root/pid" -H "unix://$root/docker.sock" --cgroup-parent "$group" \
              --dns 198.18.0.2 &

            # Ends with the test: then, or when it was killed, standard input is closed. Waiting takes care of the
            # ended processes that come to the first one of a namespace, which would otherwise stay as zombies.
            exec 3<&0
            (read -r end_of_test <&3) &
            wait $!
            """;

    private EngineScripts() {}
}
