package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings about networks, which become overlays. */
final class NetworkPart {

    /** Drivers whose networks are those of one host. */
    private static final Set<String> OF_ONE_HOST = Set.of("bridge", "macvlan", "ipvlan", "host", "none", "null");

    /** Networks that every host has, which services may join by name (docker/cli {@code validateExternalNetworks}). */
    private static final Set<String> ON_EVERY_HOST = Set.of("host", "bridge", "none", "default", "nat");

    private static final String BRIDGE_OPTION = "com.docker.network.bridge.";

    private static final String MTU = "com.docker.network.driver.mtu";

    private static final int USUAL_MTU = 1500;

    private static final int HEADERS = 50;

    private final StackLook look;
    private final Set<String> told = new HashSet<>();

    NetworkPart(StackLook look) {
        this.look = look;
    }

    void run() {
        for (StackFile file : look.stack().files()) {
            StackLook.section(file, "networks").forEach(this::network);
        }
        look.reach()
                .topology()
                .network(Network.DEFAULT_KEY)
                .filter(network -> !told.contains(network.key()))
                .ifPresent(this::overlay);
    }

    private void network(String key, Field field) {
        Optional<Network> network = look.reach().topology().network(key);
        boolean joined = network.isPresent()
                && look.reach().topology().services().values().stream().anyMatch(service -> service.joins(key));
        // A stack makes and looks for those networks only that a service joins.
        if (!joined) {
            return;
        }
        if (network.get().external()) {
            external(network.get(), field);
            return;
        }
        Optional<ScalarValue> driver = StackLook.field(field, "driver")
                .map(Field::value)
                .filter(ScalarValue.class::isInstance)
                .map(ScalarValue.class::cast)
                .filter(text -> OF_ONE_HOST.contains(text.text()));
        if (driver.isPresent()) {
            look.tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("networks", key, "driver"),
                    driver.get().place(),
                    "a network with the driver " + driver.get().text()
                            + " is one host's own: it is made, and then the first service that joins it is refused, half-way",
                    "Remove the line; the networks of a stack are overlays.");
        }
        options(key, field);
        if (driver.isEmpty() && told.add(key)) {
            overlay(network.get());
        }
    }

    private void overlay(Network network) {
        room(network);
        look.input()
                .sources()
                .at(new Element.NetworkElement(network.key()))
                .or(() -> look.reach().topology().members(network.key()).stream()
                        .findFirst()
                        .flatMap(service -> look.input().sources().at(new Element.ServiceElement(service.key()))))
                .ifPresent(at -> look.tell(
                        StackFate.CHANGED,
                        Severity.INFO,
                        List.of("networks", network.key()),
                        at,
                        "it becomes an overlay over all hosts, with an MTU of 1450, not encrypted between them"
                                + (network.options().attachable()
                                        ? ""
                                        : ", which containers outside the stack cannot join")
                                + (network.subnets().isEmpty() ? ", with a subnet of the swarm's own pool" : ""),
                        network.options().attachable()
                                ? "Write driver_opts with encrypted: \"true\" if the way between the hosts is not yours."
                                : "Write attachable: true if containers of Compose have to join, and driver_opts with encrypted:"
                                        + " \"true\" if the way between the hosts is not yours."));
    }

    /** Addresses that are no task's: the network's own, the last, the gateway's, and the balancer's of one host. */
    private static final int TAKEN = 4;

    /** Prefix of the subnets that a swarm gives. */
    private static final int OF_POOL = 24;

    private static final Pattern PREFIX = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+/(\\d{1,2})");

    /** A host without an address of its own runs none of the tasks (seen on 28.5: ip addresses may be exhausted). */
    private void room(Network network) {
        int prefix = network.subnets().stream()
                .flatMap(subnet -> subnet.subnet().stream())
                .map(PREFIX::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .filter(bits -> bits <= 30)
                .findFirst()
                .orElse(OF_POOL);
        long room = (1L << (32 - prefix)) - TAKEN;
        List<Service> members = look.reach().topology().members(network.key());
        long tasks = members.stream()
                .mapToLong(service -> service.container().copies())
                .sum();
        if (tasks > room) {
            look.input()
                    .sources()
                    .at(new Element.NetworkElement(network.key()))
                    .or(() -> look.input()
                            .sources()
                            .at(new Element.ServiceElement(members.getFirst().key())))
                    .ifPresent(at -> look.tell(
                            StackFate.CHANGED,
                            Severity.ERROR,
                            List.of("networks", network.key()),
                            at,
                            tasks + " tasks join it, and its /" + prefix + " has addresses for " + room
                                    + " on one host, for one less with each further host and each address of a service"
                                    + " (endpoint_mode: vip); a host that gets none for itself then rejects all of its tasks,"
                                    + " with node is missing network attachments",
                            "Put services that need not reach each other on different networks."));
        }
    }

    private void external(Network network, Field field) {
        if (ON_EVERY_HOST.contains(network.name()) || !told.add(network.key())) {
            return;
        }
        Optional<String> known = Optional.ofNullable(
                        look.input().reach().external().get(network.name()))
                .flatMap(NetworkOptions::driver);
        if (known.filter("overlay"::equals).isPresent()) {
            return;
        }
        look.tell(
                StackFate.REFUSED,
                known.isPresent() ? Severity.ERROR : Severity.WARNING,
                List.of("networks", network.key(), "external"),
                StackLook.field(field, "external").map(Field::key).orElse(field.key()),
                known.map(driver -> network.name() + " is a network of one host, with the driver " + driver)
                        .orElse(network.name()
                                + " has to be an overlay of the swarm, and a bridge, as Compose or docker network"
                                + " create makes it, is none"),
                "Make it beforehand: docker network create -d overlay --attachable NAME; containers of Compose can join it too.");
    }

    /** The packets of an overlay travel in others (RFC 7348): Ethernet, IP, UDP and VXLAN headers. */
    private void mtu(String key, Field stated) {
        if (stated.value() instanceof ScalarValue text && text.text().matches("\\d{1,5}")) {
            int size = Integer.parseInt(text.text());
            look.tell(
                    StackFate.CHANGED,
                    size <= USUAL_MTU - HEADERS ? Severity.INFO : Severity.WARNING,
                    List.of("networks", key, "driver_opts", MTU),
                    stated.key(),
                    "between hosts its packets of " + size + " bytes travel in packets of " + (size + HEADERS)
                            + ", larger ones get lost where the way carries less",
                    "Write " + HEADERS + " less than what the way between the hosts carries, for " + size + " that is "
                            + (size - HEADERS) + "; with encrypted: \"true\" some 40 less again.");
        }
    }

    private void options(String key, Field field) {
        Map<String, Field> options =
                StackLook.map(field, "driver_opts").map(MapValue::fields).orElse(Map.of());
        Optional.ofNullable(options.get(MTU)).ifPresent(mtu -> mtu(key, mtu));
        for (Map.Entry<String, Field> option : options.entrySet()) {
            if (option.getKey().startsWith(BRIDGE_OPTION)) {
                look.tell(
                        StackFate.DROPPED,
                        Severity.WARNING,
                        List.of("networks", key, "driver_opts", option.getKey()),
                        option.getValue().key(),
                        "it is an option of bridges, and overlays pass it over without a warning"
                                + look.reach().words(topology -> AsStack.overlay(topology, key)),
                        "Remove it; what it kept apart has to be on different networks.");
            }
        }
    }
}
