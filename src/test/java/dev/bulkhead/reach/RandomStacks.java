package dev.bulkhead.reach;

import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.HostRules;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Contacts;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Small projects with a bit of everything that decides who reaches whom. */
final class RandomStacks {

    private static final String BRIDGE = "com.docker.network.bridge.";
    private static final List<String> ADDRESSES =
            List.of("", "", "127.0.0.1:", "172.17.0.1:", "192.0.2.1:", "2001:db8::1:", ":::");
    private static final List<String> MODES =
            List.of("host", "none", "bridge", "service:s0", "service:s1", "service:s2", "container:stranger", "net2");

    private RandomStacks() {}

    static Topology topology(Random random) {
        Stack stack = new Stack();
        int networks = 1 + random.nextInt(5);
        for (int n = 0; n < networks; n++) {
            int kind = random.nextInt(10);
            boolean ipv6 = random.nextInt(4) == 0;
            boolean internal = random.nextInt(3) == 0;
            stack.network(
                    "n" + n, o -> kind == 9 ? o.withExternal(true) : options(o.withInternal(internal), ipv6, kind));
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
            String other = "s" + random.nextInt(services);
            switch (random.nextInt(12)) {
                case 0 -> stack.container("s" + s, c -> named(c, Optional.of(other), c.contacts()));
                case 1 -> stack.container("s" + s, c -> named(c, c.hostname(), linkedTo("s0", other)));
                case 2 -> stack.container("s" + s, c -> named(c, c.hostname(), withLine(other)));
                default -> {
                    // Its name is its own.
                }
            }
            if (random.nextInt(6) == 0) {
                stack.container("s" + s, c -> c.withEnvironment(Map.of("VPN_SERVICE_PROVIDER", "x")));
            } else if (random.nextInt(9) == 0) {
                stack.container("s" + s, c -> c.withEnvironment(Map.of("TS_EXTRA_ARGS", "--exit-node=x")));
            }
        }
        return stack.topology();
    }

    static ReachOptions options(Random random) {
        return new ReachOptions(
                        random.nextBoolean(),
                        random.nextBoolean() ? Set.of("extra") : Set.of(),
                        random.nextBoolean() ? 20 : 28,
                        Map.of())
                .withSettings(settings(random))
                .withShared(new SharedNetworks(Map.of(), outsiders(random)));
    }

    private static List<NamedOutsider> outsiders(Random random) {
        List<NamedOutsider> outsiders = new ArrayList<>();
        int many = random.nextInt(4);
        for (int o = 0; o < many; o++) {
            String name = "o" + o;
            Map<String, Set<String>> names = new LinkedHashMap<>();
            int networks = 1 + random.nextInt(3);
            for (int n = 0; n < networks; n++) {
                names.put("stack_n" + random.nextInt(5), Set.of(name, "s" + random.nextInt(4), "o0-too"));
            }
            boolean publishes = random.nextInt(3) == 0;
            outsiders.add(new NamedOutsider(
                    name,
                    Optional.empty(),
                    names,
                    publishes
                            ? List.of(new PortMapping(
                                    Optional.empty(), Optional.of("900" + o), 80, Protocol.TCP, PortMapping.INGRESS))
                            : List.of()));
        }
        return outsiders;
    }

    private static EngineSettings settings(Random random) {
        Map<EngineSetting, Boolean> told = new EnumMap<>(EngineSetting.class);
        for (EngineSetting setting : EngineSetting.values()) {
            if (random.nextInt(4) == 0) {
                told.put(setting, false);
            }
        }
        EngineSettings settings = EngineSettings.told(told);
        return random.nextInt(3) == 0
                ? settings.withRules(new HostRules(
                        Map.of("stack_n0", passage(random), "stack_n1", passage(random), "bridge", passage(random)),
                        passage(random),
                        passage(random),
                        HostRules.View.USUAL))
                : settings;
    }

    private static HostRules.Passage passage(Random random) {
        return new HostRules.Passage(ways(random, 9), ways(random, 6), ways(random, 6));
    }

    private static Map<HostRules.Way, String> ways(Random random, int rarely) {
        Map<HostRules.Way, String> ways = new EnumMap<>(HostRules.Way.class);
        for (HostRules.Way way : HostRules.Way.values()) {
            if (random.nextInt(rarely) == 0) {
                ways.put(way, "-A FORWARD -j DROP");
            }
        }
        return ways;
    }

    private static NetworkOptions options(NetworkOptions base, boolean ipv6, int kind) {
        String driver = kind == 0 ? "macvlan" : kind == 1 ? "overlay" : kind == 2 ? "other" : "bridge";
        Map<String, String> options = switch (kind) {
            case 3 -> Map.of(BRIDGE + "enable_icc", "false");
            case 4 -> Map.of(BRIDGE + "gateway_mode_ipv4", "isolated");
            case 5 -> Map.of(BRIDGE + "gateway_mode_ipv4", "routed");
            case 6 -> Map.of(BRIDGE + "host_binding_ipv4", "127.0.0.1");
            case 7 -> Map.of(BRIDGE + "inhibit_ipv4", "true");
            default -> Map.of();
        };
        // Without IPv4 where the engine knows of it.
        IpFamilies families = kind == 8 ? IpFamilies.IPV6 : IpFamilies.of(true, ipv6);
        return new NetworkOptions(Optional.of(driver), false, base.internal(), false, families, options, Map.of());
    }

    private static Contacts linkedTo(String target, String alias) {
        return new Contacts(
                List.of(new Contacts.Link(target, alias, false)), new LinkedHashMap<>(), List.of(), List.of());
    }

    private static Contacts withLine(String name) {
        return new Contacts(List.of(), new LinkedHashMap<>(Map.of(name, "192.0.2.9")), List.of(), List.of());
    }

    private static ContainerSpec named(ContainerSpec container, Optional<String> hostname, Contacts contacts) {
        return new ContainerSpec(
                container.containerName(),
                container.image(),
                hostname,
                container.macAddress(),
                container.command(),
                container.labels(),
                container.environment(),
                container.healthCheck(),
                container.hostAccess(),
                container.source(),
                container.startFirst(),
                contacts,
                container.copies());
    }
}
