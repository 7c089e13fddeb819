package dev.bulkhead.compose.load.read;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.Optional;

/**
 * Rule of host ports in their long form, where Compose hands over what stands there or what variables made of it: the engine takes
 * only what it can read ({@link PortMapping#readable}).
 */
final class HostPortRules {

    private HostPortRules() {}

    static void check(Service service, CopiesRules.Problems problems) {
        for (int i = 0; i < service.ports().size(); i++) {
            Element at = Element.port(service.key(), i);
            Optional.of(service.ports().get(i))
                    .filter(port -> !port.readable())
                    .flatMap(PortMapping::published)
                    .ifPresent(text -> problems.problem(
                            Element.service(service.key()),
                            at,
                            "the service " + service.key() + " publishes '" + text
                                    + "', which is neither a port nor a range of ports",
                            "write a number up to " + PortMapping.LAST + ", or a range such as 8000-8010"));
        }
    }
}
