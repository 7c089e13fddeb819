package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.IpText;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reader of the published ports of a service, which are in long form. */
final class PortReader {

    private final LoadContext context;
    private final SourceMapBuilder marks;

    PortReader(LoadContext context, SourceMapBuilder marks) {
        this.context = context;
        this.marks = marks;
    }

    List<PortMapping> read(String service, MapValue map) throws ComposeException {
        List<PortMapping> ports = new ArrayList<>();
        for (Value item : FieldReader.items(map, "ports")) {
            if (item instanceof MapValue port && port.has("target")) {
                marks.put(Element.port(service, ports.size()), port.place());
                ports.add(port(service, port));
            } else if (!told(service, item.place())) {
                problem(
                        service,
                        item.place(),
                        "this port of " + service + " has no target",
                        "state the port of the container");
            }
        }
        return ports;
    }

    /** A target that is none was left out, and said to be none. */
    private boolean told(String service, Place port) {
        SourceMark mark = port.mark();
        return context.problems().stream()
                .filter(problem -> problem.subjects().contains(Element.service(service)))
                .filter(problem -> problem.message().contains("target"))
                .anyMatch(problem ->
                        problem.at().file().equals(mark.file()) && problem.at().line() >= mark.line());
    }

    private PortMapping port(String service, MapValue port) throws ComposeException {
        int target = FieldReader.number(port, "target");
        if (target < 0 || target > 65535) {
            throw port.place().fault("the target of this port of " + service + " is no number from 0 to 65535.");
        }
        Optional<ScalarValue> host = FieldReader.scalar(port, "host_ip");
        if (host.isPresent() && !IpText.isAddress(host.get().text())) {
            problem(
                    service,
                    host.get().place(),
                    "the host address of this port of " + service + " is no IP address",
                    "write an address such as 127.0.0.1");
        }
        Optional<ScalarValue> protocol = FieldReader.scalar(port, "protocol");
        Optional<Protocol> known = protocol.flatMap(p -> Protocol.parse(p.text()));
        if (protocol.isPresent() && known.isEmpty()) {
            problem(
                    service,
                    protocol.get().place(),
                    "the protocol of this port of " + service + " is not known",
                    "write tcp, udp or sctp");
        }
        return new PortMapping(
                FieldReader.text(port, "host_ip"),
                FieldReader.text(port, "published"),
                target,
                known.orElse(Protocol.TCP),
                FieldReader.text(port, "mode").orElse(PortMapping.INGRESS));
    }

    private void problem(String service, Place place, String message, String fix) {
        context.problem(new LoadProblem(
                LoadProblem.Rule.INVALID, List.of(Element.service(service)), place.mark(), message, fix));
    }
}
