package dev.bulkhead.reach.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Compose project of a few services and networks that use everything that decides reachability.
 *
 * @param text the Compose file
 * @param listening the one port that each service listens on; no two are the same
 * @param published host ports by service, {@code ADDRESS:PORT}, an empty address meaning all
 */
record RandomProject(String text, Map<String, Integer> listening, Map<String, List<String>> published) {

    static final String IMAGE = "truth:1";

    /** The host's address on its uplink (see {@code PrivateEngine}). */
    private static final String UPLINK = "198.18.0.1";

    /** The host's address on the engine's own bridge. */
    static final String DEFAULT_BRIDGE = "172.17.0.1";

    private static final String DRIVER_OPTIONS = "    driver_opts:\n      com.docker.network.bridge.";

    /** Makes a project; gateway modes need an engine that knows them. */
    static RandomProject of(long seed, boolean gatewayModes) {
        return new Maker(new Random(seed), gatewayModes).make();
    }

    /** A project that has networks of IPv6 only beside one of IPv4 only. */
    static RandomProject ofOneFamilyEach() {
        return new RandomProject(
                """
                name: truth
                services:
                  six: {image: "truth:1", networks: [only6], ports: ["21001:8101"], command: ["8101"], stop_grace_period: 0s}
                  stated: {image: "truth:1", networks: [only6], ports: ["0.0.0.0:21002:8102"], command: ["8102"], stop_grace_period: 0s}
                  four: {image: "truth:1", networks: [plain], ports: ["0.0.0.0:21003:8103"], command: ["8103"], stop_grace_period: 0s}
                  all: {image: "truth:1", networks: [plain], ports: ["21004:8104"], command: ["8104"], stop_grace_period: 0s}
                  both: {image: "truth:1", networks: [plain, only6], ports: ["21005:8105"], command: ["8105"], stop_grace_period: 0s}
                  inner: {image: "truth:1", networks: [hidden6], ports: ["21006:8106"], command: ["8106"], stop_grace_period: 0s}
                networks:
                  plain: {}
                  only6: {enable_ipv4: false, enable_ipv6: true, ipam: {config: [{subnet: "fd00:211:1::/64"}]}}
                  hidden6: {enable_ipv4: false, enable_ipv6: true, internal: true, ipam: {config: [{subnet: "fd00:211:2::/64"}]}}
                """,
                Map.of("six", 8_101, "stated", 8_102, "four", 8_103, "all", 8_104, "both", 8_105, "inner", 8_106),
                Map.of(
                        "six", List.of(":21001"),
                        "stated", List.of("0.0.0.0:21002"),
                        "four", List.of("0.0.0.0:21003"),
                        "all", List.of(":21004"),
                        "both", List.of(":21005"),
                        "inner", List.of(":21006")));
    }

    private static final class Maker {
        private final Random random;
        private final boolean gatewayModes;
        private final Map<String, Integer> listening = new TreeMap<>();
        private final Map<String, List<String>> published = new TreeMap<>();
        private final Map<String, Integer> subnets = new TreeMap<>();

        private final Set<String> withIpv4 = new HashSet<>();

        /** Services with networks of their own, which others can share. */
        private final List<String> owners = new ArrayList<>();

        /** Those that others can link to. */
        private final List<String> onDefaultBridge = new ArrayList<>();

        private final List<String> onNetworks = new ArrayList<>();

        /** A network that the first service joins, so that it is there. */
        private String firstNetwork = "";

        private int hostPort = 21_000;

        Maker(Random random, boolean gatewayModes) {
            this.random = random;
            this.gatewayModes = gatewayModes;
        }

        RandomProject make() {
            StringBuilder text = new StringBuilder("name: truth\nnetworks:\n");
            int networks = 2 + random.nextInt(3);
            for (int n = 0; n < networks; n++) {
                network("net" + n, n, text);
            }
            text.append("services:\n");
            int services = 4 + random.nextInt(3);
            for (int s = 0; s < services; s++) {
                service("s" + s, 8_100 + s, s == 0, text);
            }
            return new RandomProject(text.toString(), listening, published);
        }

        private void network(String key, int number, StringBuilder text) {
            int third = 10 * number + random.nextInt(10);
            subnets.put(key, third);
            text.append("  ").append(key).append(":\n");
            if (chance(30)) {
                text.append("    internal: true\n");
            }
            switch (random.nextInt(8)) {
                case 0 -> text.append(DRIVER_OPTIONS).append("enable_icc: \"false\"\n");
                case 1 -> text.append(DRIVER_OPTIONS).append("host_binding_ipv4: 127.0.0.1\n");
                case 2 -> {
                    if (gatewayModes) {
                        text.append(DRIVER_OPTIONS).append("gateway_mode_ipv4: isolated\n");
                        if (random.nextBoolean()) {
                            text.append("      com.docker.network.bridge.gateway_mode_ipv6: isolated\n");
                        }
                        if (!text.substring(text.lastIndexOf(key + ":")).contains("internal")) {
                            text.append("    internal: true\n");
                        }
                    }
                }
                default -> {
                    // A plain bridge.
                }
            }
            boolean ipv6 = chance(35);
            // Older engines take it and give IPv4 addresses all the same, of subnets of their own.
            boolean ipv4 = !ipv6 || !chance(25);
            if (ipv6) {
                text.append("    enable_ipv6: true\n");
            }
            text.append(ipv4 ? "" : "    enable_ipv4: false\n").append("    ipam:\n      config:\n");
            if (ipv4) {
                text.append("        - subnet: 10.210.").append(third).append(".0/24\n");
                withIpv4.add(key);
            }
            if (ipv6) {
                text.append("        - subnet: fd00:210:").append(third).append("::/64\n");
            }
        }

        private void service(String key, int port, boolean plain, StringBuilder text) {
            listening.put(key, port);
            text.append("  ").append(key).append(":\n    image: ").append(IMAGE);
            text.append("\n    stop_grace_period: 0s\n    command: [\"")
                    .append(port)
                    .append("\"]\n");
            int kind = plain ? 99 : random.nextInt(100);
            if (kind < 8) {
                text.append("    network_mode: host\n");
            } else if (kind < 13) {
                text.append("    network_mode: none\n");
            } else if (kind < 17) {
                text.append("    network_mode: bridge\n");
                owners.add(key);
                names(key, onDefaultBridge, text);
                ports(key, port, text);
            } else if (kind < 23) {
                text.append("    network_mode: truth_").append(firstNetwork).append('\n');
                owners.add(key);
                names(key, onNetworks, text);
                ports(key, port, text);
            } else if (kind < 34) {
                text.append("    network_mode: service:")
                        .append(owners.get(random.nextInt(owners.size())))
                        .append('\n');
            } else {
                owners.add(key);
                networks(text);
                names(key, onNetworks, text);
                ports(key, port, text);
            }
        }

        /** A host name, a link to one that is there already, and a line of the hosts file; all of them may be names of others. */
        private void names(String key, List<String> linkable, StringBuilder text) {
            if (chance(15)) {
                text.append("    hostname: ").append(aName()).append('\n');
            }
            if (!linkable.isEmpty() && chance(15)) {
                text.append("    links: [\"")
                        .append(linkable.get(random.nextInt(linkable.size())))
                        .append(':')
                        .append(aName())
                        .append("\"]\n");
            }
            if (chance(10)) {
                text.append("    extra_hosts: [\"").append(aName()).append(":10.9.9.9\"]\n");
            }
            linkable.add(key);
        }

        private String aName() {
            return "s" + random.nextInt(7);
        }

        private void networks(StringBuilder text) {
            if (chance(10)) {
                firstNetwork = firstNetwork.isEmpty() ? "default" : firstNetwork;
                return; // The implicit default network.
            }
            List<String> keys = new ArrayList<>(subnets.keySet());
            Collections.shuffle(keys, random);
            text.append("    networks:\n");
            for (String network : keys.subList(0, 1 + random.nextInt(Math.min(2, keys.size())))) {
                text.append("      ").append(network).append(":\n");
                firstNetwork = firstNetwork.isEmpty() ? network : firstNetwork;
                if (chance(20) && withIpv4.contains(network)) {
                    text.append("        ipv4_address: 10.210.")
                            .append(subnets.get(network))
                            .append('.')
                            .append(100 + listening.size())
                            .append('\n');
                }
                if (gatewayModes && chance(20)) {
                    text.append("        gw_priority: ")
                            .append(random.nextInt(5) - 2)
                            .append('\n');
                }
                if (chance(25)) {
                    text.append("        aliases: [").append(aName()).append("]\n");
                }
            }
        }

        private void ports(String key, int port, StringBuilder text) {
            int count = List.of(0, 0, 0, 1, 1, 2).get(random.nextInt(6));
            List<String> bindings = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                String address = List.of("", "", "127.0.0.1", "[::]", UPLINK, DEFAULT_BRIDGE)
                        .get(random.nextInt(6));
                bindings.add(address + ":" + hostPort++);
            }
            if (!bindings.isEmpty()) {
                text.append("    ports:\n");
                published.put(key, bindings);
            }
            for (String binding : bindings) {
                text.append("      - \"")
                        .append(binding.startsWith(":") ? binding.substring(1) : binding)
                        .append(':')
                        .append(port)
                        .append("\"\n");
            }
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }
    }
}
