package dev.bulkhead.compose.load;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A project as lines of text that can be compared, from our topology or from the oracle's answer. */
public final class Facts {

    private Facts() {}

    /** Returns what a topology says. */
    public static List<String> of(Topology topology) {
        List<String> lines = new ArrayList<>();
        lines.add("project " + topology.project());
        for (Network network : topology.networks().values()) {
            lines.add("network " + network.key() + " name=" + network.name() + " driver="
                    + network.options().driver().orElse("") + " external=" + network.external() + " internal="
                    + network.internal() + " attachable=" + network.options().attachable() + " ipv6="
                    + network.options().enableIpv6() + " opts="
                    + network.options().driverOpts() + " labels="
                    + network.options().labels());
            for (Subnet subnet : network.subnets()) {
                lines.add("  pool " + subnet.subnet().orElse("") + " gateway="
                        + subnet.gateway().orElse("") + " range="
                        + subnet.ipRange().orElse("") + " aux="
                        + subnet.auxAddresses());
            }
        }
        for (Service service : topology.services().values()) {
            service(service, lines);
        }
        return lines;
    }

    private static void service(Service service, List<String> lines) {
        lines.add("service " + service.key() + " image="
                + service.container().image().orElse("") + " container="
                + service.container().containerName().orElse("") + " hostname="
                + service.container().hostname().orElse("") + " mode="
                + service.networkMode().text().orElse("") + " profiles=" + new TreeSet<>(service.profiles())
                + " labels=" + service.container().labels() + " cap_add="
                + new TreeSet<>(service.container().hostAccess().capabilities()) + " privileged="
                + service.container().hostAccess().privileged());
        TreeMap<String, String> sorted = new TreeMap<>();
        for (Attachment attachment : service.attachments()) {
            sorted.put(
                    attachment.network(),
                    "  joins " + attachment.network() + " aliases=" + attachment.aliases() + " ipv4="
                            + attachment.ipv4().orElse("") + " ipv6="
                            + attachment.ipv6().orElse("") + " rank="
                            + attachment.priority() + " priority="
                            + attachment.gwPriority() + " mac="
                            + attachment.macAddress().orElse("") + " opts="
                            + attachment.driverOpts());
        }
        lines.addAll(sorted.values());
        for (PortMapping port : service.ports()) {
            lines.add("  port host=" + port.hostIp().orElse("") + " published="
                    + port.published().orElse("") + " target=" + port.target() + " "
                    + port.protocol().text() + " " + port.mode());
        }
        TreeMap<String, String> needs = new TreeMap<>();
        for (Dependency dependency : service.dependsOn()) {
            needs.put(
                    dependency.service(),
                    "  needs " + dependency.service() + " " + dependency.condition() + " restart="
                            + dependency.restart() + " required=" + dependency.required());
        }
        lines.addAll(needs.values());
        lines.add("  mounts " + service.container().hostAccess().hostPaths());
        lines.add("  environment " + service.container().environment());
    }

    /** Returns what the oracle's answer says: YAML in which every dollar sign is doubled. */
    public static List<String> of(String oracle) {
        Object loaded =
                new Load(LoadSettings.builder().setCodePointLimit(100_000_000).build()).loadFromString(oracle);
        Map<?, ?> root = map(loaded);
        List<String> lines = new ArrayList<>();
        lines.add("project " + text(root.get("name")));
        new TreeMap<>(texts(root.get("networks"))).forEach((key, network) -> {
            lines.add("network " + key + " name=" + text(network.get("name")) + " driver=" + text(network.get("driver"))
                    + " external=" + flag(network.get("external")) + " internal=" + flag(network.get("internal"))
                    + " attachable=" + flag(network.get("attachable")) + " ipv6=" + flag(network.get("enable_ipv6"))
                    + " opts=" + options(network.get("driver_opts")) + " labels=" + options(network.get("labels")));
            for (Object pool : list(map(network.get("ipam")).get("config"))) {
                Map<?, ?> fields = map(pool);
                lines.add("  pool " + text(fields.get("subnet")) + " gateway=" + text(fields.get("gateway")) + " range="
                        + text(fields.get("ip_range")) + " aux=" + options(fields.get("aux_addresses")));
            }
        });
        new TreeMap<>(texts(root.get("services"))).forEach((key, service) -> service(key, service, lines));
        return lines;
    }

    private static void service(String key, Map<?, ?> service, List<String> lines) {
        lines.add("service " + key + " image=" + text(service.get("image")) + " container="
                + text(service.get("container_name")) + " hostname=" + text(service.get("hostname")) + " mode="
                + text(service.get("network_mode")) + " profiles="
                + new TreeSet<>(strings(service.get("profiles"))) + " labels=" + options(service.get("labels"))
                + " cap_add=" + new TreeSet<>(strings(service.get("cap_add"))) + " privileged="
                + flag(service.get("privileged")));
        new TreeMap<>(texts(service.get("networks")))
                .forEach((network, fields) -> lines.add("  joins " + network + " aliases="
                        + strings(fields.get("aliases")) + " ipv4=" + text(fields.get("ipv4_address")) + " ipv6="
                        + text(fields.get("ipv6_address")) + " rank="
                        + (fields.get("priority") == null ? "0" : text(fields.get("priority"))) + " priority="
                        + (fields.get("gw_priority") == null ? "0" : text(fields.get("gw_priority"))) + " mac="
                        + text(fields.get("mac_address")) + " opts=" + options(fields.get("driver_opts"))));
        for (Object port : list(service.get("ports"))) {
            Map<?, ?> fields = map(port);
            lines.add("  port host=" + text(fields.get("host_ip")) + " published=" + text(fields.get("published"))
                    + " target=" + (fields.get("target") == null ? "0" : text(fields.get("target"))) + " "
                    + text(fields.get("protocol")) + " " + text(fields.get("mode")));
        }
        new TreeMap<>(texts(service.get("depends_on")))
                .forEach((target, fields) -> lines.add("  needs " + target + " " + text(fields.get("condition"))
                        + " restart=" + flag(fields.get("restart")) + " required=" + flag(fields.get("required"))));
        List<String> mounts = new ArrayList<>();
        for (Object volume : list(service.get("volumes"))) {
            if (text(map(volume).get("type")).equals("bind")) {
                mounts.add(text(map(volume).get("source")));
            }
        }
        lines.add("  mounts " + mounts);
        Map<String, String> environment = new TreeMap<>();
        map(service.get("environment")).forEach((name, value) -> {
            if (value != null) {
                environment.put(text(name), text(value));
            }
        });
        lines.add("  environment " + environment);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Map<?, ?>> texts(@Nullable Object value) {
        Map<String, Map<?, ?>> result = new TreeMap<>();
        map(value).forEach((key, fields) -> result.put(text(key), map(fields)));
        return result;
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(Facts::text).toList();
    }

    private static Map<String, String> options(@Nullable Object value) {
        Map<String, String> result = new TreeMap<>();
        map(value).forEach((key, option) -> result.put(text(key), text(option)));
        return result;
    }

    private static boolean flag(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().replace("$$", "$");
    }
}
