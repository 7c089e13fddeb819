package dev.bulkhead.reach;

import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Small projects with a bit of everything that decides who reaches whom. */
final class RandomStacks {

    private static final String BRIDGE = "com.docker.network.bridge.";
    private static final List<String> ADDRESSES = List.of("", "", "127.0.0.1:", "192.0.2.1:", "2001:db8::1:", ":::");
    private static final List<String> MODES =
            List.of("host", "none", "bridge", "service:s0", "service:s1", "service:s2", "container:stranger", "net2");

    private RandomStacks() {}

    static Topology topology(Random random) {
        Stack stack = new Stack();
        int networks = 1 + random.nextInt(5);
        for (int n = 0; n < networks; n++) {
            int kind = random.nextInt(8);
            boolean ipv6 = random.nextInt(4) == 0;
            stack.network("n" + n, o -> options(o.withInternal(random.nextInt(3) == 0), ipv6, kind));
        }
        int services = 2 + random.nextInt(8);
        for (int s = 0; s < services; s++) {
            if (random.nextInt(3) == 0) {
                stack.mode("s" + s, MODES.get(random.nextInt(MODES.size())));
            } else {
                List<String> memberOf = new ArrayList<>();
                for (int n = 0; n < networks; n++) {
                    if (random.nextInt(networks) == 0 || (memberOf.isEmpty() && n == networks - 1)) {
                        memberOf.add("n" + n);
                    }
                }
                stack.service("s" + s, memberOf.toArray(String[]::new));
            }
            if (random.nextInt(3) == 0) {
                stack.publish("s" + s, ADDRESSES.get(random.nextInt(ADDRESSES.size())) + (8000 + s) + ":80");
            }
            if (random.nextInt(6) == 0) {
                stack.profiles("s" + s, "extra");
            }
            if (random.nextInt(6) == 0) {
                stack.container("s" + s, c -> c.withEnvironment(Map.of("VPN_SERVICE_PROVIDER", "x")));
            }
        }
        return stack.topology();
    }

    static ReachOptions options(Random random) {
        return new ReachOptions(
                random.nextBoolean(),
                random.nextBoolean() ? Set.of("extra") : Set.of(),
                random.nextBoolean() ? 20 : 28,
                Map.of());
    }

    private static NetworkOptions options(NetworkOptions base, boolean ipv6, int kind) {
        String driver = kind == 0 ? "macvlan" : kind == 1 ? "overlay" : kind == 2 ? "other" : "bridge";
        Map<String, String> options = switch (kind) {
            case 3 -> Map.of(BRIDGE + "enable_icc", "false");
            case 4 -> Map.of(BRIDGE + "gateway_mode_ipv4", "isolated");
            case 5 -> Map.of(BRIDGE + "gateway_mode_ipv4", "routed");
            case 6 -> Map.of(BRIDGE + "host_binding_ipv4", "127.0.0.1");
            default -> Map.of();
        };
        return new NetworkOptions(Optional.of(driver), false, base.internal(), false, ipv6, options, Map.of());
    }
}
