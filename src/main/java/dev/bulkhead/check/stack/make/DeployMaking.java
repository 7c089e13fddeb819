package dev.bulkhead.check.stack.make;

import dev.bulkhead.check.stack.make.StackChoice.Kind;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.ResolvedValue.Fields;
import dev.bulkhead.compose.ResolvedValue.Items;
import dev.bulkhead.compose.ResolvedValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Making of {@code deploy}: how many tasks, where, how they are exchanged and started anew; what the files say there stays. */
final class DeployMaking {

    /** Limits of Compose with their places in a stack. */
    private static final List<Map.Entry<String, List<String>>> LIMITS = List.of(
            Map.entry("mem_limit", List.of("limits", "memory")),
            Map.entry("cpus", List.of("limits", "cpus")),
            Map.entry("pids_limit", List.of("limits", "pids")),
            Map.entry("mem_reservation", List.of("reservations", "memory")));

    private final String project;
    private final MountMaking.Teller teller;
    private Fields made = Fields.none();

    /**
     * What decides about them.
     *
     * @param state whether something is mounted that only one host has
     * @param hostPort whether a port of the host is published
     */
    record Traits(boolean state, boolean hostPort, boolean vip, int copies) {}

    DeployMaking(String project, MountMaking.Teller teller) {
        this.project = project;
        this.teller = teller;
    }

    Fields make(Fields service, Traits traits) {
        made = service;
        limits();
        restart();
        boolean everywhere =
                made.text("deploy", "mode").filter("global"::equals).isPresent();
        if (!everywhere) {
            unless("replicas", Tree.plain(Integer.toString(traits.copies())));
        }
        made = Tree.without(made, "scale");
        placement(traits);
        order(traits, everywhere);
        if (made.at("deploy", "endpoint_mode").isEmpty()) {
            names(traits);
        }
        labels();
        return made;
    }

    private void unless(String key, ResolvedValue value) {
        if (made.at("deploy", key).isEmpty()) {
            made = Tree.set(made, value, "deploy", key);
        }
    }

    private void limits() {
        LIMITS.forEach(
                limit -> made.text(limit.getKey()).ifPresent(value -> limit(limit.getKey(), limit.getValue(), value)));
    }

    private void limit(String key, List<String> place, String value) {
        String[] path = {"deploy", "resources", place.getFirst(), place.getLast()};
        if (made.at(path).isEmpty()) {
            made = Tree.set(made, key.equals("pids_limit") ? Tree.plain(value) : Tree.text(value), path);
        }
        made = Tree.without(made, key);
        teller.say(key, Kind.WRITTEN, "it stands under deploy.resources." + String.join(".", place));
    }

    /** A stack starts anew whatever ends unless it is told otherwise; Compose does nothing unless it is told. */
    private void restart() {
        String policy = made.text("restart").orElse("no");
        made = made.with("x-restart", Tree.text(policy));
        Map<String, ResolvedValue> restart = new LinkedHashMap<>();
        String name = policy.replaceFirst(":.*", "");
        restart.put(
                "condition",
                Tree.text(
                        switch (name) {
                            case "always", "unless-stopped" -> "any";
                            case "on-failure" -> "on-failure";
                            default -> "none";
                        }));
        if (policy.contains(":")) {
            restart.put("max_attempts", Tree.plain(policy.substring(policy.indexOf(':') + 1)));
        }
        if (made.at("deploy", "restart_policy").isEmpty()) {
            made = Tree.set(made, Tree.fields(restart), "deploy", "restart_policy");
            teller.say(
                    "restart",
                    name.equals("no") ? Kind.OTHERWISE : Kind.WRITTEN,
                    name.equals("no")
                            ? "deploy.restart_policy has condition none, as Compose starts nothing anew; a task of a host that"
                                    + " is lost is then not started elsewhere either: write any where it shall be"
                            : "deploy.restart_policy says the same");
        }
        made = Tree.without(made, "restart");
    }

    private void placement(Traits traits) {
        List<String> wanted = new ArrayList<>();
        if (traits.state() || traits.hostPort()) {
            wanted.add("node.labels.bulkhead." + project + " == home");
            if (!traits.state()) {
                teller.say(
                        "ports",
                        Kind.OTHERWISE,
                        "its port is one of the host with the stack's label, where clients look for it; take the constraint"
                                + " away where a balancer finds it on any host");
            }
        }
        made.text("platform").ifPresent(platform -> {
            String[] parts = platform.split("/", -1);
            wanted.add("node.platform.os == " + parts[0]);
            if (parts.length > 1) {
                // The engine calls its architecture by the kernel's name.
                String arch = parts[1].equals("amd64") ? "x86_64" : parts[1].equals("arm64") ? "aarch64" : parts[1];
                wanted.add("node.platform.arch == " + arch);
            }
            teller.say("platform", Kind.WRITTEN, "deploy.placement.constraints ask for the host's platform");
        });
        made = Tree.without(made, "platform");
        if (wanted.isEmpty()) {
            return;
        }
        List<ResolvedValue> constraints = new ArrayList<>(Tree.items(made.at("deploy", "placement", "constraints")));
        wanted.forEach(constraint -> constraints.add(Tree.text(constraint)));
        made = Tree.set(made, new Items(constraints), "deploy", "placement", "constraints");
    }

    /** What may run twice for a moment is never away during an update. */
    private void order(Traits traits, boolean everywhere) {
        boolean first = !traits.state() && !traits.hostPort() && !everywhere;
        Map<String, ResolvedValue> order = new LinkedHashMap<>();
        order.put("parallelism", Tree.plain("1"));
        order.put("order", Tree.text(first ? "start-first" : "stop-first"));
        order.put("failure_action", Tree.text("rollback"));
        order.put("monitor", Tree.text("15s"));
        Map<String, ResolvedValue> back = new LinkedHashMap<>(order);
        back.put("failure_action", Tree.text("pause"));
        unless("update_config", Tree.fields(order));
        unless("rollback_config", Tree.fields(back));
        teller.say(
                "update order",
                Kind.OTHERWISE,
                first
                        ? "start-first: it has neither state nor a port of its host, so a new task runs before the old one ends;"
                                + " what does not stay up goes back by itself"
                        : "stop-first: "
                                + (traits.state() ? "two tasks must not share its state" : "the port is free only then")
                                + "; what does not stay up goes back by itself");
    }

    private void names(Traits traits) {
        boolean mesh = Tree.items(made.get("ports")).stream()
                .anyMatch(port -> port instanceof Fields fields
                        && fields.text("mode").filter("ingress"::equals).isPresent());
        boolean addresses = !traits.vip() && !mesh;
        unless("endpoint_mode", Tree.text(addresses ? "dnsrr" : "vip"));
        teller.say(
                "endpoint mode",
                addresses ? Kind.WRITTEN : Kind.OTHERWISE,
                addresses
                        ? "dnsrr: its name answers with the addresses of its tasks, as with Compose"
                        : "vip: its name answers with one address for all tasks, which needs IPVS in the kernel of each host");
    }

    /** Proxies that ask the swarm read the labels of the service, those that ask the engine the labels of containers. */
    private void labels() {
        Map<String, ResolvedValue> routes = new LinkedHashMap<>(Tree.open(made.at("deploy", "labels")));
        int before = routes.size();
        Tree.open(made.get("labels")).forEach((name, value) -> {
            if (name.startsWith("traefik.") || name.startsWith("caddy")) {
                routes.putIfAbsent(name, value);
            }
        });
        for (ResolvedValue item : Tree.items(made.get("labels"))) {
            if (item instanceof Scalar label && label.text().matches("(traefik\\.|caddy).*=(?s:.*)")) {
                int equals = label.text().indexOf('=');
                routes.putIfAbsent(
                        label.text().substring(0, equals),
                        Tree.text(label.text().substring(equals + 1)));
            }
        }
        if (routes.size() > before) {
            made = Tree.set(made, Tree.fields(routes), "deploy", "labels");
            teller.say(
                    "labels",
                    Kind.OTHERWISE,
                    "the labels of its routes stand under deploy.labels too, where a proxy that asks the swarm looks for them");
        }
    }
}
