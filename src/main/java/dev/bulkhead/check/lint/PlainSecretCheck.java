package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.SecretSigns;
import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check for secrets in the environment: every process of the container sees them, {@code docker inspect} and crash
 * reports show them (Docker documentation, use secrets in Compose). Values are never repeated.
 */
final class PlainSecretCheck implements Check {

    @Override
    public String id() {
        return "plain-secret";
    }

    @Override
    public String title() {
        return "Secrets are not in the environment";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            Optional<SecretVariables> known = service.container()
                    .image()
                    .flatMap(input.catalogue()::byImage)
                    .map(CatalogueEntry::secrets);
            service.container().environment().forEach((name, value) -> {
                if (SecretSigns.holdsSecret(name, value, known)) {
                    findings.accept(finding(build, service, name, known));
                }
            });
        }
    }

    private Finding finding(FindingBuilder build, Service service, String name, Optional<SecretVariables> known) {
        return build.finding(
                severity(),
                List.of(Element.service(service.key())),
                Element.service(service.key()).field("environment").field(name),
                "Variable " + name + " of service " + service.key()
                        + " holds a secret, which docker inspect and every process of the container see.",
                known.flatMap(secrets -> secrets.fileVariable(name))
                        .map(file -> "Keep it in a file under secrets, and name that in " + file + " instead.")
                        .orElse("Keep it in a file under secrets, where the image can read it from there."));
    }
}
