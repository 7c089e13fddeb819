package dev.bulkhead.check.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A project of chance without a mistake, of services and networks with what people write about them. What it cannot make: volumes
 * of drivers, several files, profiles, secrets, builds, IPv6 (the engines of the tests differ), macvlan.
 */
final class RandomProject {

    static final String IMAGE = "x:1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("web", "db", "cache", "proxy", "worker", "mail", "search");
    private static final List<String> NETWORKS = List.of("front", "back", "edge", "far");
    private static final int FIRST_PORT = 20_000;

    private final Random random;
    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode services = root.putObject("services");
    private final ObjectNode networks = root.putObject("networks");
    private int nextPort = FIRST_PORT;
    private int nextAddress = 10;

    /** Makes one. */
    RandomProject(Random random) {
        this.random = random;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            network(NETWORKS.get(i), i);
        }
        int size = 2 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            service(NAMES.get(i), i);
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void network(String name, int number) {
        ObjectNode network = networks.putObject(name);
        if (chance(50)) {
            ObjectNode pool = network.putObject("ipam").putArray("config").addObject();
            pool.put("subnet", "10." + (80 + number) + ".0.0/24");
            if (chance(40)) {
                pool.put("gateway", "10." + (80 + number) + ".0.1");
            }
            if (chance(30)) {
                pool.put("ip_range", "10." + (80 + number) + ".0.128/25");
            }
            if (chance(20)) {
                pool.putObject("aux_addresses").put("printer", "10." + (80 + number) + ".0.9");
            }
        }
        if (chance(25)) {
            network.put("internal", true);
        }
        if (chance(20)) {
            network.put("attachable", true);
        }
        if (chance(20)) {
            network.put("name", "net-" + name);
        }
        ObjectNode options = JSON.createObjectNode();
        if (chance(15)) {
            options.put("com.docker.network.bridge.name", "br-" + name);
        }
        if (chance(15)) {
            options.put("com.docker.network.bridge.enable_icc", random.nextBoolean() ? "false" : "true");
        }
        if (chance(15)) {
            options.put("com.docker.network.driver.mtu", "1400");
        }
        if (!options.isEmpty()) {
            network.set("driver_opts", options);
        }
        if (chance(15)) {
            network.putObject("labels").put("zone", name);
        }
    }

    private void service(String name, int number) {
        ObjectNode service = services.putObject(name);
        service.put("image", IMAGE);
        plain(service, name);
        if (number > 0 && chance(20)) {
            depends(service, NAMES.get(random.nextInt(number)));
        }
        int mode = random.nextInt(10);
        if (mode == 0) {
            service.put("network_mode", "none");
        } else if (mode == 1 && number > 0) {
            String owner = NAMES.get(random.nextInt(number));
            service.put("network_mode", "service:" + owner);
            // who shares the network of several would not know whose
            if (services.path(owner) instanceof ObjectNode one) {
                one.remove("deploy");
            }
        } else if (mode == 2) {
            service.put("network_mode", "bridge");
            ports(service, false);
        } else {
            boolean several = chance(15) && !service.has("container_name");
            if (several) {
                service.putObject("deploy").put("replicas", 2);
            }
            memberships(service, name, !several);
            ports(service, several);
            if (chance(25) && !several) {
                service.put("hostname", chance(20) ? "h".repeat(63 + random.nextInt(2)) : name + "-host");
            }
            if (chance(15)) {
                service.putArray("extra_hosts").add("nas:192.0.2.7");
            }
            if (chance(15)) {
                service.putArray("dns").add("192.0.2.53");
            }
            if (chance(15)) {
                service.putArray("expose").add("9000");
            }
        }
    }

    private void plain(ObjectNode service, String name) {
        if (chance(20)) {
            service.put("container_name", "one-" + name + (chance(20) ? "n".repeat(70) : ""));
        }
        if (chance(15)) {
            service.put("pull_policy", chance(50) ? "never" : "missing");
        }
        if (chance(30)) {
            service.put("restart", chance(50) ? "unless-stopped" : "no");
        }
        if (chance(20)) {
            service.putArray("cap_drop").add("NET_RAW");
        }
        if (chance(20)) {
            service.put("mem_limit", "64m");
        }
        if (chance(20)) {
            service.put("init", true);
        }
        if (chance(20)) {
            service.putArray("volumes").add("./data-" + name + ":/data").add("/tmp/inner");
        }
        if (chance(20)) {
            service.putArray("tmpfs").add("/scratch");
        }
        if (chance(20)) {
            service.putObject("environment").put("TZ", "Europe/Berlin").putNull("HOST_VARIABLE");
        }
        if (chance(25)) {
            service.putObject("healthcheck")
                    .put("interval", "1s")
                    .putArray("test")
                    .add("CMD")
                    .add("true");
        }
    }

    private void depends(ObjectNode service, String other) {
        boolean checked = services.path(other).has("healthcheck");
        service.putObject("depends_on")
                .putObject(other)
                .put("condition", checked && chance(50) ? "service_healthy" : "service_started");
    }

    private void memberships(ObjectNode service, String name, boolean alone) {
        ObjectNode joined = service.putObject("networks");
        for (String network : keys(networks)) {
            if (!joined.isEmpty() && chance(50)) {
                continue;
            }
            ObjectNode membership = joined.putObject(network);
            if (chance(25)) {
                membership.putArray("aliases").add((chance(20) ? "a".repeat(70) : name) + "." + network);
            }
            String subnet = networks.path(network)
                    .path("ipam")
                    .path("config")
                    .path(0)
                    .path("subnet")
                    .asText();
            if (alone && !subnet.isEmpty() && chance(30)) {
                membership.put("ipv4_address", subnet.replace(".0/24", "." + nextAddress++));
            }
        }
    }

    private void ports(ObjectNode service, boolean several) {
        if (!chance(50)) {
            return;
        }
        ArrayNode ports = service.putArray("ports");
        int first = nextPort;
        nextPort += 3;
        switch (random.nextInt(4)) {
            case 0 -> ports.add("80");
            case 1 -> ports.add(several ? first + "-" + (first + 1) + ":80" : first + ":80");
            case 2 -> ports.addObject().put("target", 80).put("protocol", "udp");
            default ->
                ports.add(
                        several
                                ? "127.0.0.1:" + first + "-" + (first + 1) + ":80/udp"
                                : "127.0.0.1:" + first + ":80/udp");
        }
    }

    static List<String> keys(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Returns its services, to be changed. */
    ObjectNode services() {
        return services;
    }

    /** Returns its networks, to be changed. */
    ObjectNode networks() {
        return networks;
    }

    /** Returns it as a Compose file, which JSON is as well. */
    String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
