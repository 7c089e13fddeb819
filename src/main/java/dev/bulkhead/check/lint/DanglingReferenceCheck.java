package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that services that no chosen profile starts refer to services of the project as well; Compose looks only at
 * those it starts, and refuses the project as soon as the profile is chosen (compose-go {@code loader/validate.go}).
 */
final class DanglingReferenceCheck implements Check {

    @Override
    public String id() {
        return "dangling-reference";
    }

    @Override
    public String title() {
        return "Services of every profile refer to services that exist";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            if (Profiles.starts(service, input.reach().activeProfiles())) {
                continue;
            }
            for (Dependency dependency : service.dependsOn()) {
                String target = dependency.service();
                if (input.topology().service(target).isEmpty()) {
                    findings.accept(build.finding(
                            severity(),
                            List.of(Element.service(service.key())),
                            Element.service(service.key()).field("depends_on").field(target),
                            "Service " + service.key() + " of profile " + String.join(", ", service.profiles())
                                    + " needs " + target + ", which is no service of the project.",
                            "Correct the name, or add that service."));
                }
            }
        }
    }
}
