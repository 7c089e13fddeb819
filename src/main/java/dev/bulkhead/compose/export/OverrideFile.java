package dev.bulkhead.compose.export;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An override file that adds and takes away: laid over a project with {@code -f}, it gives that project the networks,
 * memberships and ports of another state of it.
 *
 * <p>It speaks of connections and labels only. Values of environment variables can be secrets and are never written.
 */
public final class OverrideFile {

    /** The Compose that knows {@code !override} (Compose file reference, "Merge": replace value); {@code !reset} is older. */
    public static final String NEEDS = "2.24.4";

    /** The Compose that knows {@code gw_priority} (Compose file reference, services). */
    private static final String NEEDS_PRIORITY = "2.33.1";

    private final Topology before;
    private final Topology after;
    private final boolean whole;
    private final YamlText yaml = new YamlText();
    private final NetworkYaml networkYaml = new NetworkYaml(yaml);
    private final ServiceYaml serviceYaml = new ServiceYaml(yaml);

    private OverrideFile(Topology before, Topology after, boolean whole) {
        this.before = before;
        this.after = after;
        this.whole = whole;
    }

    /** Returns the file that turns one state of a project into another; services only one of them has are named. */
    public static String between(Topology before, Topology after) {
        return new OverrideFile(before, after, false).write();
    }

    /** Returns the file that pins all networks, memberships and ports of a project, whatever the files below it say. */
    public static String pinning(Topology topology) {
        return new OverrideFile(topology, topology, true).write();
    }

    private String write() {
        boolean priorities = after.services().values().stream()
                .flatMap(service -> service.attachments().stream())
                .anyMatch(attachment -> attachment.gwPriority() != 0);
        yaml.comment(
                0,
                (whole ? "The networks, memberships and ports of " : "What changes in the networks of ")
                        + after.project() + ", exported by Bulkhead.");
        yaml.comment(0, "Lay it over the project: docker compose -f <its files> -f <this file> up -d");
        yaml.comment(
                0,
                "Needs Docker Compose " + (priorities ? NEEDS_PRIORITY : NEEDS)
                        + " or newer: !override replaces, !reset takes away"
                        + (priorities ? ", gw_priority chooses the gateway." : "."));
        int head = yaml.toString().length();
        services();
        networks();
        if (yaml.toString().length() == head) {
            yaml.comment(0, "Nothing changes.").line(0, "services: {}");
        }
        return yaml.toString();
    }

    private void services() {
        List<Service> changed =
                after.services().values().stream().filter(this::changes).toList();
        List<String> gone = before.services().keySet().stream()
                .filter(key -> after.service(key).isEmpty())
                .toList();
        after.services().keySet().stream()
                .filter(key -> before.service(key).isEmpty())
                .forEach(
                        key -> yaml.comment(0, "Service " + key + " is new; its own definition is not exported here."));
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        yaml.line(0, "services:");
        changed.forEach(this::service);
        gone.forEach(key -> yaml.line(1, YamlText.quoted(key) + ": !reset null"));
    }

    private boolean changes(Service now) {
        if (whole) {
            return true;
        }
        return before.service(now.key())
                .filter(was -> !(was.attachments().equals(now.attachments())
                        && was.networkMode().equals(now.networkMode())
                        && was.ports().equals(now.ports())
                        && was.container().labels().equals(now.container().labels())
                        && was.container().environment().equals(now.container().environment())))
                .isPresent();
    }

    private void service(Service now) {
        Service was = before.services().getOrDefault(now.key(), now);
        yaml.line(1, YamlText.quoted(now.key()) + ":");
        connections(was, now);
        if (whole || !was.ports().equals(now.ports())) {
            ports(was, now);
        }
        Map<String, String> labels = new TreeMap<>(now.container().labels());
        labels.entrySet()
                .removeIf(label ->
                        label.getValue().equals(was.container().labels().get(label.getKey())));
        yaml.map(2, "labels", labels);
        if (!was.container().environment().equals(now.container().environment())) {
            List<String> names = new ArrayList<>(now.container().environment().keySet());
            names.removeIf(name -> now.container()
                    .environment()
                    .getOrDefault(name, "")
                    .equals(was.container().environment().get(name)));
            yaml.comment(2, "Not exported, since values can be secrets: environment " + String.join(", ", names));
        }
    }

    private void connections(Service was, Service now) {
        boolean joined = was.networkMode() instanceof NetworkMode.Networks;
        boolean joins = now.networkMode() instanceof NetworkMode.Networks;
        if (joins && (whole || !joined || !was.attachments().equals(now.attachments()))) {
            if (!joined) {
                yaml.line(2, "network_mode: !reset null");
            }
            serviceYaml.networks(now.attachments(), NetworkYaml.OVERRIDE);
        } else if (!joins && (whole || !was.networkMode().equals(now.networkMode()))) {
            if (joined && !whole) {
                yaml.line(2, "networks: !reset null");
            }
            now.networkMode().text().ifPresent(mode -> yaml.field(2, "network_mode", mode));
        }
    }

    private void ports(Service was, Service now) {
        if (!now.ports().isEmpty()) {
            serviceYaml.ports(now.ports(), NetworkYaml.OVERRIDE);
        } else if (!was.ports().isEmpty()) {
            yaml.line(2, "ports: !reset []");
        }
    }

    private void networks() {
        List<Network> changed = after.networks().values().stream()
                .filter(network -> whole
                        ? !isImplicit(network)
                        : !network.equals(before.networks().get(network.key())))
                .filter(network ->
                        !isImplicit(network) || before.network(network.key()).isPresent())
                .toList();
        List<Network> gone = before.networks().values().stream()
                .filter(network -> after.network(network.key()).isEmpty() && !isImplicit(network))
                .toList();
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        yaml.line(0, "networks:");
        for (Network network : changed) {
            networkYaml.declare(network, before.network(network.key()).isPresent() ? NetworkYaml.OVERRIDE : "");
        }
        gone.forEach(network -> yaml.line(1, YamlText.quoted(network.key()) + ": !reset null"));
    }

    /** The default network that nobody configures comes and goes with its members. */
    private boolean isImplicit(Network network) {
        return network.key().equals(Network.DEFAULT_KEY)
                && network.options().equals(NetworkOptions.defaults())
                && network.subnets().isEmpty()
                && network.name().equals(after.project() + "_" + Network.DEFAULT_KEY);
    }
}
