package dev.bulkhead.check.lint;

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
 * Check for containers that get the engine's socket: whoever may speak to it may start a privileged container, and a
 * read-only mount changes nothing about that (OWASP Docker Security Cheat Sheet, rule 1).
 */
final class DockerSocketCheck implements Check {

    @Override
    public String id() {
        return "docker-socket";
    }

    @Override
    public String title() {
        return "Containers do not hold the engine's socket";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service service : input.topology().services().values()) {
            List<String> paths = service.container().hostAccess().hostPaths();
            // Such a proxy is the remedy.
            for (int i = 0; i < paths.size() && !ProxiedSocket.is(service); i++) {
                Optional<String> how = EngineSocket.mounted(paths.get(i));
                if (how.isPresent()) {
                    findings.accept(build.finding(
                            severity(),
                            List.of(Element.service(service.key())),
                            Element.bindMount(service.key(), i),
                            "Service " + service.key() + " mounts " + how.get()
                                    + ": whoever breaks into it can command the engine and so owns the host.",
                            "Put a socket proxy in between that allows only the calls it needs, or remove the mount."));
                    break;
                }
            }
        }
    }
}
