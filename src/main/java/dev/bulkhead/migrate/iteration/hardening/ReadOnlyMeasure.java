package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** With a read-only root nothing can be put into the container that stays. */
final class ReadOnlyMeasure implements Measure {

    @Override
    public String id() {
        return "read-only";
    }

    @Override
    public String title() {
        return "Whose root cannot be written?";
    }

    @Override
    public String help() {
        return "With a read-only root nothing can be put into the container that stays. Directories that it writes to become empty ones in memory; which those are was seen from what it has written so far.";
    }

    @Override
    public String label() {
        return "Read-only root";
    }

    /** Directories that hold nothing that has to outlive a start. */
    private static final List<String> SCRATCH =
            List.of("/tmp", "/var/tmp", "/run", "/var/run", "/var/cache", "/var/lock", "/dev/shm");

    @Override
    public Outcome of(ServiceFacts facts) {
        if (facts.text("read_only").filter("true"::equals).isPresent()) {
            return new Outcome.Held();
        }
        if (facts.needs().root().rewrites().isPresent()) {
            return new Outcome.Withheld(facts.needs().root().rewrites().get());
        }
        if (facts.sight().isEmpty()) {
            return new Outcome.Withheld("it does not run, so what it writes could not be seen");
        }
        List<String> written = leaves(facts.sight().get().look().written());
        TreeSet<String> temporary = new TreeSet<>(facts.needs().root().scratch().orElse(List.of("/tmp")));
        List<String> elsewhere = new ArrayList<>();
        for (String path : written) {
            Optional<String> directory = temporary.stream()
                    .filter(known -> path.startsWith(known + "/") || path.equals(known))
                    .findFirst()
                    .or(() -> SCRATCH.stream()
                            .filter(known -> path.startsWith(known + "/") || path.equals(known))
                            .findFirst());
            if (directory.isPresent()) {
                temporary.add(directory.get());
            } else {
                elsewhere.add(path);
            }
        }
        if (!elsewhere.isEmpty()) {
            return new Outcome.Withheld("it writes " + some(elsewhere) + ", which needs a volume first");
        }
        List<String> stated = facts.texts("tmpfs").stream()
                .map(entry -> entry.split(":", 2)[0])
                .toList();
        List<ProjectEdit> edits = new ArrayList<>();
        edits.add(facts.set(FieldValue.flag(true), "read_only"));
        temporary.stream()
                .filter(directory -> !stated.contains(directory) && !mounted(facts, directory))
                .filter(directory -> temporary.stream().noneMatch(other -> directory.startsWith(other + "/")))
                .forEach(directory -> edits.add(facts.add(FieldValue.text(directory), "tmpfs")));
        boolean known = facts.needs().root().scratch().isPresent();
        return new Outcome.Offered(
                (written.isEmpty()
                                ? "It has written nothing beside its volumes"
                                : "All that it has written beside its volumes stands in "
                                        + String.join(", ", temporary))
                        + ", in the time since it was made.",
                "What it writes only rarely, as while it updates itself, fails.",
                known,
                edits);
    }

    /** What was changed only since something below it was. */
    private static List<String> leaves(List<String> paths) {
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> other.startsWith(path + "/")))
                .toList();
    }

    private static boolean mounted(ServiceFacts facts, String directory) {
        return facts.container().hostAccess().mounts().stream()
                .anyMatch(mount -> mount.container().equals(directory));
    }

    private static String some(List<String> paths) {
        return String.join(", ", paths.subList(0, Math.min(3, paths.size())))
                + (paths.size() > 3 ? " and " + (paths.size() - 3) + " more" : "");
    }
}
