package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that the default route of a service is chosen with {@code gw_priority}: {@code priority} orders only in which
 * networks are joined (Compose specification, {@code priority} and {@code gw_priority}; docker/compose#12170).
 */
final class GatewayPriorityCheck implements Check {

    @Override
    public String id() {
        return "gateway-priority";
    }

    @Override
    public String title() {
        return "The default route is chosen with gw_priority";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            List<Attachment> attachments = service.attachments();
            if (attachments.size() < 2 || attachments.stream().anyMatch(a -> a.gwPriority() != 0)) {
                continue;
            }
            Optional<Element> stated = attachments.stream()
                    .map(a -> Element.membership(service.key(), a.network()).field("priority"))
                    .filter(field -> input.sources().marks().containsKey(field))
                    .<Element>map(field -> field)
                    .findFirst();
            stated.ifPresent(
                    place -> findings.accept(
                            build.finding(
                                    severity(),
                                    List.of(Element.service(service.key())),
                                    place,
                                    "Service " + service.key()
                                            + " states priority for its networks, which does not choose its default route.",
                                    "Where the route is meant, write gw_priority (Compose 2.33, engine 28): the highest is the way out.")));
        }
    }
}
