package dev.bulkhead.check.names;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that names can be asked for: DNS carries at most 63 characters between two dots (RFC 1035, section 2.3.4), and the
 * engine takes longer ones without a word. An alias is there for nothing else; the other names serve people as well.
 */
final class NameTooLongCheck implements Check {

    private static final int LONGEST_LABEL = 63;

    @Override
    public String id() {
        return "name-too-long";
    }

    @Override
    public String title() {
        return "Names are short enough to be looked up";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        for (Service service : input.topology().services().values()) {
            if (service.networkMode() instanceof NetworkMode.Networks) {
                Element at = Element.service(service.key());
                name(input, service, "Service", service.key(), at, findings);
                service.container()
                        .containerName()
                        .ifPresent(name ->
                                name(input, service, "Container name", name, at.field("container_name"), findings));
                service.container()
                        .hostname()
                        .ifPresent(name -> name(input, service, "Host name", name, at.field("hostname"), findings));
                for (Attachment attachment : service.attachments()) {
                    Element place = Element.membership(service.key(), attachment.network())
                            .field("aliases");
                    attachment.aliases().forEach(alias -> name(input, service, "Alias", alias, place, findings));
                }
            }
        }
    }

    private void name(
            CheckInput input, Service service, String kind, String name, Element place, Consumer<Finding> findings) {
        for (String label : name.split("\\.", -1)) {
            if (label.length() > LONGEST_LABEL) {
                findings.accept(FindingBuilder.of(this, input)
                        .finding(
                                kind.equals("Alias") ? severity() : Severity.INFO,
                                List.of(Element.service(service.key())),
                                place,
                                kind + " " + name + (kind.equals("Service") ? "" : " of service " + service.key())
                                        + " has " + label.length()
                                        + " characters without a dot, and DNS carries 63: nobody can look it up.",
                                kind.equals("Alias")
                                        ? "Shorten it."
                                        : "Shorten it, or give the service a short alias."));
                return;
            }
        }
    }
}
