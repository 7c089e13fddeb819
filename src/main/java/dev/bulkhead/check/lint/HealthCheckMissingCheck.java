package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Check for services without a health check: nobody knows whether they work; one of the image is not seen here (Compose
 * specification, {@code healthcheck}).
 */
final class HealthCheckMissingCheck implements Check {

    @Override
    public String id() {
        return "health-check";
    }

    @Override
    public String title() {
        return "Services say how to tell that they work";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        Set<String> jobs = jobs(input);
        for (Service service : input.topology().services().values()) {
            if (!service.container().healthCheck() && !jobs.contains(service.key())) {
                findings.accept(build.finding(
                        severity(),
                        List.of(Element.service(service.key())),
                        Element.service(service.key()),
                        "Service " + service.key()
                                + " states no health check; unless its image has one, nobody can wait"
                                + " until it works.",
                        fix(input, service)));
            }
        }
    }

    /** What others wait for until it is done works once. */
    private static Set<String> jobs(CheckInput input) {
        return input.topology().services().values().stream()
                .flatMap(service -> service.dependsOn().stream())
                .filter(dependency -> dependency.condition().equals("service_completed_successfully"))
                .map(Dependency::service)
                .collect(Collectors.toSet());
    }

    private static String fix(CheckInput input, Service service) {
        return service.container()
                .image()
                .flatMap(input.catalogue()::byImage)
                .flatMap(entry -> entry.listening().healthCheck())
                .map(command -> "Add a healthcheck with the test: " + command)
                .orElse("Add a healthcheck.");
    }
}
