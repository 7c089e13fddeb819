package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Findings about published ports, which a stack publishes on every address of every host. */
final class PortPart {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    private static final String CLOSE =
            "Remove the port and let a proxy reach the service over a network, or close it with packet rules on"
                    + " every host (bulkhead firewall).";

    private final StackLook look;
    /** Places where a port is written as a text, of which the client reads the address and passes it over. */
    private final Set<SourceMark> texts = new HashSet<>();

    private final Map<String, String> taken = new HashMap<>();

    PortPart(StackLook look) {
        this.look = look;
    }

    void run() {
        for (StackFile file : look.stack().files()) {
            StackLook.section(file, "services").values().forEach(this::note);
        }
        look.reach().topology().services().values().forEach(this::service);
    }

    private void note(Field service) {
        StackLook.field(service, "ports").map(Field::value).ifPresent(ports -> {
            if (ports instanceof ListValue(var _, List<Value> items)) {
                items.stream()
                        .filter(ScalarValue.class::isInstance)
                        .forEach(item -> texts.add(item.place().mark()));
            }
        });
    }

    private void service(Service service) {
        Set<SourceMark> told = new HashSet<>();
        boolean mesh = false;
        for (int i = 0; i < service.ports().size(); i++) {
            Optional<SourceMark> at = look.input().sources().at(new Element.PortElement(service.key(), i));
            if (at.isPresent()) {
                PortMapping port = service.ports().get(i);
                boolean first = told.add(at.get());
                if (first) {
                    mesh |= inMesh(service, port, at.get(), mesh);
                }
                twice(service, port, at.get());
            }
        }
    }

    /** Tells of one port, and with the first one of a service what holds for all of them. */
    private boolean inMesh(Service service, PortMapping port, SourceMark at, boolean again) {
        List<String> path = List.of("services", service.key(), "ports");
        Optional<String> address = port.hostIp().filter(ip -> !EVERY_ADDRESS.contains(ip));
        if (address.isPresent() && texts.contains(at)) {
            look.tell(
                    StackFate.CHANGED,
                    Severity.WARNING,
                    path,
                    at,
                    port.onHost() + " is published on 0.0.0.0 of every host, not on " + address.get() + " alone"
                            + look.reach().words(topology -> AsStack.published(topology, service.key())),
                    CLOSE);
        }
        if (port.published().filter(range -> range.contains("-")).isPresent() && texts.contains(at)) {
            look.tell(
                    StackFate.CHANGED,
                    Severity.WARNING,
                    path,
                    at,
                    "all ports of the range " + port.published().get() + " are published and lead to " + port.target()
                            + ", where Compose takes one of them",
                    "Write the one port that is meant.");
        }
        if (port.published().isEmpty()) {
            look.tell(
                    StackFate.CHANGED,
                    Severity.INFO,
                    path,
                    at,
                    port.target()
                            + " is published on a port from 30000 on, the same on every host, instead of any free one",
                    "Write the port of the host, or remove the line if nobody outside asks.");
        }
        boolean ingress = port.mode().equals(PortMapping.INGRESS);
        if (again || !ingress) {
            return ingress;
        }
        if (AsStack.isInside(look.reach().topology(), service)) {
            look.tell(
                    StackFate.CHANGED,
                    Severity.WARNING,
                    path,
                    at,
                    "Compose publishes nothing of a service on internal networks only, and a stack does so over the swarm's"
                            + " network ingress"
                            + look.reach().words(topology -> AsStack.published(topology, service.key())),
                    "Remove the ports.");
        }
        look.tell(
                StackFate.CHANGED,
                Severity.INFO,
                path,
                at,
                "every host of the swarm publishes them, also those where the service does not run, and the service sees an"
                        + " address of the swarm in the place of the client's",
                "Write the long form with mode: host where only the host that runs it should, or the client's address counts.");
        return true;
    }

    private void twice(Service service, PortMapping port, SourceMark at) {
        if (!port.mode().equals(PortMapping.INGRESS) || port.published().isEmpty()) {
            return;
        }
        String key = port.published().get() + "/" + port.protocol().text();
        String other = taken.putIfAbsent(key, service.key());
        if (other != null && !other.equals(service.key())) {
            look.tell(
                    StackFate.REFUSED,
                    Severity.ERROR,
                    List.of("services", service.key(), "ports"),
                    at,
                    "the service " + other + " publishes " + key
                            + " already, and a port is taken on all addresses of all hosts",
                    "Give one of the two another port.");
        }
    }
}
