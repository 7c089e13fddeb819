package dev.bulkhead.check.benchmark;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.lint.HostPort;
import dev.bulkhead.check.lint.LintChecks;
import dev.bulkhead.check.lint.ServiceNetworks;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * StatedProject at a project for its items.
 *
 * @param services its services, sorted by key
 * @param volumes its volumes
 * @param input the project as checks see it
 */
record StatedProject(List<StatedService> services, ResolvedValue.Fields volumes, CheckInput input) {

    static StatedProject at(ResolvedProject resolved, CheckInput input) {
        ResolvedValue.Fields stated = section(resolved, "services");
        return new StatedProject(
                input.topology().services().values().stream()
                        .map(service -> new StatedService(
                                service,
                                stated.get(service.key())
                                        .filter(ResolvedValue.Fields.class::isInstance)
                                        .map(ResolvedValue.Fields.class::cast)
                                        .orElse(ResolvedValue.Fields.none()),
                                input.sources()))
                        .toList(),
                section(resolved, "volumes"),
                input);
    }

    private static ResolvedValue.Fields section(ResolvedProject resolved, String name) {
        return resolved.sections().getOrDefault(name, ResolvedValue.Fields.none());
    }

    /** Returns what a check finds, whatever the operator accepts of it or how seriously it is taken. */
    List<Finding> findings(String rule) {
        List<Finding> findings = new ArrayList<>();
        LintChecks.all().stream()
                .filter(check -> check.id().equals(rule))
                .forEach(check -> check.run(input, findings::add));
        return findings;
    }

    /** Returns a breach for each finding of a check, in words of the finding or shorter ones. */
    List<Breach> breaches(String rule, String stands) {
        return findings(rule).stream().map(finding -> breach(finding, stands)).toList();
    }

    /** Returns the breach that a finding tells of. */
    static Breach breach(Finding finding, String stands) {
        return new Breach(service(finding), finding.at(), stands, finding.fix().orElse(""));
    }

    /** Returns the service that a finding is about. */
    static String service(Finding finding) {
        return finding.subjects().stream()
                .filter(Element.ServiceElement.class::isInstance)
                .map(subject -> ((Element.ServiceElement) subject).key())
                .findFirst()
                .orElse("");
    }

    /** Returns the ports that the engine publishes. */
    List<HostPort> ports() {
        return HostPort.of(input.topology(), new ServiceNetworks(input.topology(), input.reach()));
    }

    /** Returns a breach at a published port. */
    Breach breach(HostPort port, String stands, String right) {
        String key = port.service().key();
        return new Breach(key, input.sources().at(Element.port(key, port.index())), stands, right);
    }
}
