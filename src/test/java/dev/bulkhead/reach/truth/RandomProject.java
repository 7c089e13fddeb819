package dev.bulkhead.reach.truth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private static final String DRIVER_OPTIONS = "    driver_opts:\n      com.docker.network.bridge.";

    /** Makes a project; gateway modes need an engine that knows them. */
    static RandomProject of(long seed, boolean gatewayModes) {
        return new Maker(new Random(seed), gatewayModes).make();
    }

    private static final class Maker {
        private final Random random;
        private final boolean gatewayModes;
        private final Map<String, Integer> listening = new TreeMap<>();
        private final Map<String, List<String>> published = new TreeMap<>();
        private final Map<String, Integer> subnets = new TreeMap<>();

        /** Services with networks of their own, which others can share. */
        private final List<String> owners = new ArrayList<>();

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
            if (ipv6) {
                text.append("    enable_ipv6: true\n");
            }
            text.append("    ipam:\n      config:\n        - subnet: 10.210.")
                    .append(third)
                    .append(".0/24\n");
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
                ports(key, port, text);
            } else if (kind < 28) {
                text.append("    network_mode: service:")
                        .append(owners.get(random.nextInt(owners.size())))
                        .append('\n');
            } else {
                owners.add(key);
                networks(key, text);
                ports(key, port, text);
            }
        }

        private void networks(String key, StringBuilder text) {
            if (chance(10)) {
                return; // The implicit default network.
            }
            List<String> keys = new ArrayList<>(subnets.keySet());
            Collections.shuffle(keys, random);
            text.append("    networks:\n");
            for (String network : keys.subList(0, 1 + random.nextInt(Math.min(2, keys.size())))) {
                text.append("      ").append(network).append(":\n");
                if (chance(20)) {
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
                if (chance(20)) {
                    text.append("        aliases: [also-").append(key).append("]\n");
                }
            }
        }

        private void ports(String key, int port, StringBuilder text) {
            int count = List.of(0, 0, 0, 1, 1, 2).get(random.nextInt(6));
            List<String> bindings = new ArrayList<>();
            for (int p = 0; p < count; p++) {
                String address = List.of("", "", "127.0.0.1", "[::]", UPLINK).get(random.nextInt(5));
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
