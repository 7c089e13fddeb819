package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.Binding;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule about published ports: those that {@code allow-published} does not name break it. */
final class ExposureRule {

    private ExposureRule() {}

    static List<RuleViolation> evaluate(Exposure exposure, ReachMatrix matrix) {
        List<RuleViolation> violations = new ArrayList<>();
        if (exposure.allowPublished().isEmpty()) {
            return violations;
        }
        for (Service service : matrix.topology().services().values()) {
            // Who shares a namespace publishes nothing itself; its owner is asked.
            if (service.ports().isEmpty()) {
                continue;
            }
            int index = matrix.indexOf(new Subject.OfService(service.key())).orElseThrow();
            for (Binding binding : matrix.bindings(index)) {
                if (!binding.loopback() && !exposure.allows(binding.mapping())) {
                    violations.add(violation(service, binding, exposure));
                }
            }
        }
        return violations;
    }

    private static RuleViolation violation(Service service, Binding binding, Exposure exposure) {
        return new RuleViolation(
                RuleViolation.Kind.EXPOSURE,
                List.of(Element.service(service.key())),
                "Service " + service.key() + " publishes " + binding.via()
                        + ", which exposure.allow-published does not list.",
                "Route it through the proxy, bind it to 127.0.0.1, or add the port to allow-published.",
                exposure.at(),
                Optional.of(Element.port(service.key(), binding.index())));
    }
}
