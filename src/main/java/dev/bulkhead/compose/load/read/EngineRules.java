package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.IpText;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Contacts;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.IpFamilies;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Check of the finished project for what Compose accepts and the engine refuses: the container or network is not
 * made, or does not start (each tried on 20.10 and 28.5; moby {@code runconfig}, {@code libnetwork/drivers/bridge}).
 */
final class EngineRules {

    /** Fields that a container in the network namespace of another cannot have. */
    private static final Map<String, String> NOT_FOR_GUESTS = Map.of(
            "ports", "publish them at the service whose network it shares",
            "expose", "remove it: who shares a network needs none",
            "hostname", "state it at the service whose network it shares",
            "dns", "state it at the service whose network it shares",
            "extra_hosts", "state them at the service whose network it shares",
            "links", "remove them: it has the names of the service whose network it shares",
            "external_links", "remove them: it has the names of the service whose network it shares");

    private static final Set<String> ENGINES_OWN = Set.of("bridge", "host", "none");
    private static final Set<String> GATEWAY_MODES = Set.of("nat", "nat-unprotected", "routed", "isolated");
    private static final String BRIDGE = "com.docker.network.bridge.";
    private static final String BRIDGE_NAME = BRIDGE + "name";

    private static final int LONGEST_HOSTNAME = 64;

    /** What Go takes for a switch. */
    private static final Pattern SWITCH = Pattern.compile("1|t|T|TRUE|true|True|0|f|F|FALSE|false|False");

    private static final Pattern MAC =
            Pattern.compile("([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}|([0-9a-fA-F]{4}\\.){2}[0-9a-fA-F]{4}");

    /** Major version of the first engine that takes a MAC address for each membership (API 1.44). */
    private static final int KNOWS_MAC_OF_MEMBERSHIP = 25;

    private final LoadContext context;
    private final SourceMapBuilder marks;
    private final Topology topology;

    EngineRules(LoadContext context, SourceMapBuilder marks, Topology topology) {
        this.context = context;
        this.marks = marks;
        this.topology = topology;
    }

    /** Checks the networks that somebody is on. */
    void networks() {
        Map<String, String> bridges = new HashMap<>();
        for (Network network : topology.networks().values()) {
            boolean used = topology.services().values().stream().anyMatch(service -> service.joins(network.key()));
            if (used && ENGINES_OWN.contains(network.name())) {
                problem(
                        Element.network(network.key()),
                        Element.network(network.key()),
                        "the network " + network.key() + " is the engine's own network " + network.name()
                                + ", which Compose cannot attach services to",
                        "write network_mode: " + network.name() + " at the service instead");
            }
            if (!network.external()) {
                options(network, bridges);
            }
        }
    }

    private void options(Network network, Map<String, String> bridges) {
        if (network.options().families() == IpFamilies.NONE) {
            Element subject = Element.network(network.key());
            problem(
                    subject,
                    subject.field("enable_ipv4"),
                    "the network " + network.key() + " has neither IPv4 nor IPv6, which engines from 28 on refuse",
                    "add enable_ipv6: true, or leave enable_ipv4 out");
        }
        Map<String, String> options = network.options().driverOpts();
        Optional.ofNullable(options.get(BRIDGE_NAME)).ifPresent(name -> bridge(network, name, bridges));
        for (String family : List.of("4", "6")) {
            String option = BRIDGE + "gateway_mode_ipv" + family;
            Optional.ofNullable(options.get(option))
                    .filter(mode -> !GATEWAY_MODES.contains(mode))
                    .ifPresent(mode -> option(network, option, mode, "is one of " + String.join(", ", sorted())));
            if ("isolated".equals(options.get(option)) && !network.internal()) {
                option(network, option, "isolated", "goes with internal: true only");
            }
        }
        Optional.ofNullable(options.get("com.docker.network.driver.mtu"))
                .filter(mtu -> !mtu.matches("[-+]?\\d{1,9}"))
                .ifPresent(mtu -> option(network, "com.docker.network.driver.mtu", mtu, "is a whole number"));
        for (String name : List.of("enable_icc", "enable_ip_masquerade")) {
            Optional.ofNullable(options.get(BRIDGE + name))
                    .filter(text -> !SWITCH.matcher(text).matches())
                    .ifPresent(text -> option(network, BRIDGE + name, text, "is true or false"));
        }
        Optional.ofNullable(options.get(BRIDGE + "host_binding_ipv4"))
                .filter(text -> !IpText.isAddress(text))
                .ifPresent(text -> option(network, BRIDGE + "host_binding_ipv4", text, "is an address"));
    }

    private static List<String> sorted() {
        return GATEWAY_MODES.stream().sorted().toList();
    }

    private void bridge(Network network, String name, Map<String, String> bridges) {
        if (name.length() > 15 || name.contains("/") || name.contains(" ")) {
            option(
                    network,
                    BRIDGE_NAME,
                    name,
                    "is the name of a device: at most 15 characters, without '/' and blanks");
        }
        String other = bridges.putIfAbsent(name, network.key());
        if (other != null) {
            option(network, BRIDGE_NAME, name, "is taken by network " + other + " already");
        }
    }

    private void option(Network network, String option, String value, String right) {
        Element subject = Element.network(network.key());
        problem(
                subject,
                subject.field("driver_opts"),
                "the network " + network.key() + " states '" + value + "' for " + option + ", which " + right,
                "correct or remove the option");
    }

    /** Checks a service of an active profile. */
    void service(Service service, MapValue map) {
        switch (service.networkMode()) {
            case NetworkMode.OfService(String owner) -> guest(service, map, owner);
            case NetworkMode.OfContainer(String owner) -> guest(service, map, owner);
            case NetworkMode.Host _ -> host(service, map);
            case NetworkMode.Networks _, NetworkMode.None _, NetworkMode.DefaultBridge _, NetworkMode.Named _ -> {}
        }
        HostPortRules.check(service, this::problem);
        hostname(service);
        hostsName(service, map);
        new CopiesRules(topology, this::problem).check(service, Consistency.replicas(map));
        hardwareAddresses(service);
        for (Value item : FieldReader.items(map, "volumes")) {
            Optional<ScalarValue> target =
                    item instanceof MapValue volume ? FieldReader.scalar(volume, "target") : Optional.empty();
            target.filter(path -> !path.text().startsWith("/") && !path.text().matches("[A-Za-z]:.*"))
                    .ifPresent(path -> problem(
                            Element.service(service.key()),
                            path.place(),
                            "the service " + service.key() + " mounts something at '" + path.text()
                                    + "', which is no absolute path",
                            "start the path with /"));
        }
        service.dependsOn().forEach(dependency -> healthy(service, dependency));
    }

    /** Engines before 25 know one for the whole container, and Compose tells them that of the network that it joins first. */
    private void hardwareAddresses(Service service) {
        Optional<Attachment> first = service.firstJoined();
        for (Attachment attachment : service.attachments()) {
            Element place = Element.membership(service.key(), attachment.network());
            attachment
                    .macAddress()
                    .filter(mac -> !MAC.matcher(mac).matches())
                    .ifPresent(mac -> context.problem(new LoadProblem(
                            LoadProblem.Rule.ENGINE_REFUSES,
                            List.of(Element.service(service.key())),
                            marks.near(place),
                            "the service " + service.key() + " states '" + mac + "', which is no MAC address",
                            "write it as 02:42:ac:11:00:02",
                            first.filter(attachment::equals).isPresent() ? 0 : KNOWS_MAC_OF_MEMBERSHIP)));
        }
    }

    /** More the kernel does not take as the name of a machine ({@code __NEW_UTS_LEN}, sethostname(2)). */
    private void hostname(Service service) {
        service.container()
                .hostname()
                .filter(name -> name.length() > LONGEST_HOSTNAME && ofItsOwn(service))
                .ifPresent(name -> problem(
                        Element.service(service.key()),
                        Element.service(service.key()).field("hostname"),
                        "the service " + service.key() + " states a hostname of " + name.length()
                                + " characters, and a machine's name has at most " + LONGEST_HOSTNAME,
                        "shorten it"));
    }

    private void hostsName(Service service, MapValue map) {
        boolean hosts = FieldReader.text(map, "uts").filter("host"::equals).isPresent();
        map.field("hostname")
                .filter(stated -> hosts && says(stated))
                .ifPresent(stated -> problem(
                        Element.service(service.key()),
                        stated.key(),
                        "the service " + service.key()
                                + " has the host's own name (uts: host) and states hostname, which the engine refuses"
                                + " together",
                        "remove one of the two"));
    }

    private static boolean ofItsOwn(Service service) {
        return !(service.networkMode() instanceof NetworkMode.OfService
                || service.networkMode() instanceof NetworkMode.OfContainer);
    }

    private void guest(Service service, MapValue map, String owner) {
        NOT_FOR_GUESTS.forEach((field, fix) -> map.field(field)
                .filter(EngineRules::says)
                .ifPresent(stated -> problem(
                        Element.service(service.key()),
                        stated.key(),
                        "the service " + service.key() + " shares the network of " + owner + " and states " + field
                                + ", which the engine refuses together",
                        fix)));
        map.field("mac_address")
                .filter(EngineRules::says)
                .ifPresent(stated -> context.warn(
                        stated.key(),
                        "the mac_address of service " + service.key() + " does nothing, since it shares the network of "
                                + owner + " (engines before 25 refuse it); state it there."));
    }

    private void host(Service service, MapValue map) {
        for (String field : List.of("links", "external_links")) {
            map.field(field)
                    .filter(EngineRules::says)
                    .ifPresent(stated -> problem(
                            Element.service(service.key()),
                            stated.key(),
                            "the service " + service.key() + " is on the host's network and states " + field
                                    + ", which the engine refuses together",
                            "remove the links, and use localhost or published ports"));
        }
        FieldReader.pairs(map, "sysctls").stream()
                .filter(pair -> pair.name().startsWith("net."))
                .findFirst()
                .ifPresent(pair -> problem(
                        Element.service(service.key()),
                        pair.place(),
                        "the service " + service.key() + " is on the host's network, where it may not set "
                                + pair.name(),
                        "set it on the host itself"));
    }

    private static boolean says(Field field) {
        return switch (field.value()) {
            case Value.ListValue list -> !list.items().isEmpty();
            case MapValue map -> !map.fields().isEmpty();
            case ScalarValue scalar -> !scalar.text().isEmpty();
        };
    }

    /** What the image says is not known here; what is switched off has no health check whatever it says. */
    private void healthy(Service service, Dependency dependency) {
        boolean off = topology.service(dependency.service())
                .map(Service::container)
                .filter(target ->
                        target.copies() > 0 && target.contacts().healthTest().equals(Contacts.NO_HEALTH))
                .isPresent();
        if (off && dependency.refusesWithoutHealth()) {
            problem(
                    Element.service(service.key()),
                    Element.service(service.key()).field("depends_on").field(dependency.service()),
                    "the service " + service.key() + " waits until " + dependency.service()
                            + " is healthy, whose health check is off",
                    "give " + dependency.service() + " a health check, or wait for service_started only");
        }
    }

    private void problem(Element subject, Element at, String message, String fix) {
        context.problem(
                new LoadProblem(LoadProblem.Rule.ENGINE_REFUSES, List.of(subject), marks.near(at), message, fix));
    }

    private void problem(Element subject, Place at, String message, String fix) {
        context.problem(new LoadProblem(LoadProblem.Rule.ENGINE_REFUSES, List.of(subject), at.mark(), message, fix));
    }
}
