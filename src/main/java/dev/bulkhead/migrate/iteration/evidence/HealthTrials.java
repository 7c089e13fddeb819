package dev.bulkhead.migrate.iteration.evidence;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Health checks that are worth trying inside a container: what its image is known for, then what most images can run. */
public final class HealthTrials {

    private static final Pattern SHELL = Pattern.compile("[|&;<>()$`\"'*?\\[\\]#~%\\\\]");

    private HealthTrials() {}

    /** Returns the command lines, the most telling first. */
    public static List<String> of(Service service, Optional<CatalogueEntry> known) {
        List<String> lines = new ArrayList<>();
        known.flatMap(entry -> entry.listening().healthCheck()).ifPresent(lines::add);
        port(service, known).ifPresent(port -> {
            if (known.flatMap(entry -> entry.listening().webPort())
                    .filter(port::equals)
                    .isPresent()) {
                lines.add("wget -q --spider http://127.0.0.1:" + port + "/");
                lines.add("curl -fsS -o /dev/null http://127.0.0.1:" + port + "/");
            }
            lines.add("nc -z 127.0.0.1 " + port);
        });
        return List.copyOf(lines);
    }

    private static Optional<Integer> port(Service service, Optional<CatalogueEntry> known) {
        return known.flatMap(entry -> entry.listening().mainPort())
                .or(() -> service.ports().stream()
                        .filter(port -> port.protocol() == Protocol.TCP)
                        .map(PortMapping::target)
                        .findFirst());
    }

    /** Returns a command line as it is run: by a shell only where it takes one, since not every image has one. */
    public static List<String> command(String line) {
        return needsShell(line) ? List.of("sh", "-c", line) : List.of(line.split(" +"));
    }

    /** Returns whether a command line is read by a shell. */
    public static boolean needsShell(String line) {
        return SHELL.matcher(line).find();
    }
}
