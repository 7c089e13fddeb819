package dev.bulkhead.migrate.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.goal.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Probe of secret files: whether those who have to read them can, and whether their values show anywhere else. What it sees
 * is told without a value.
 */
final class SecretProbe {

    /** Shorter ones are found in whatever is looked through. */
    private static final int SHORTEST = 6;

    /** A word stands in names and texts that have nothing to do with a secret. */
    private static final Pattern WORD = Pattern.compile("[a-z]{1,16}|[0-9]{1,8}");

    private static final int DEEPEST = 4;
    private static final long LARGEST = 512 * 1024;
    private static final Set<String> SKIPPED = Set.of(".bulkhead", ".git", "node_modules");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Engine engine;
    private final String project;
    private final Path root;

    SecretProbe(Engine engine, String project, Path root) {
        this.engine = engine;
        this.project = project;
        this.root = root;
    }

    /** Looks whether a user may read files; outside Swarm, Compose mounts them with the owner and mode of this machine. */
    ProbeOutcome readable(List<SecretFile> files, SecretFile.Owner reader) {
        String ran = "owner and mode of " + names(files);
        List<String> closed = new ArrayList<>();
        for (SecretFile file : files) {
            try {
                if (!readable(root.resolve(file.name()), reader)) {
                    closed.add(file.name());
                }
            } catch (UnsupportedOperationException | IOException e) {
                return new ProbeOutcome(
                        Probe.Answer.CANNOT_TELL, ran, "Who may read " + file.name() + " cannot be told here.");
            }
        }
        String user = "user " + reader.uid() + ":" + reader.gid();
        return closed.isEmpty()
                ? new ProbeOutcome(Probe.Answer.YES, ran, user + " can read it")
                : new ProbeOutcome(
                        Probe.Answer.NO,
                        ran,
                        user + ", as whom the container runs, cannot read " + String.join(", ", closed)
                                + "; give it to that user: chown " + reader.uid() + ":" + reader.gid() + " "
                                + String.join(" ", closed) + ".");
    }

    private static boolean readable(Path file, SecretFile.Owner reader) throws IOException {
        Map<String, Object> known = Files.readAttributes(file, "unix:uid,gid,permissions");
        @SuppressWarnings("unchecked") // what the attribute is
        Set<PosixFilePermission> allowed = known.get("permissions") instanceof Set<?> permissions
                ? (Set<PosixFilePermission>) permissions
                : EnumSet.noneOf(PosixFilePermission.class);
        if (reader.uid() == 0) {
            return true;
        }
        if (Integer.valueOf(reader.uid()).equals(known.get("uid"))) {
            return allowed.contains(PosixFilePermission.OWNER_READ);
        }
        return Integer.valueOf(reader.gid()).equals(known.get("gid"))
                ? allowed.contains(PosixFilePermission.GROUP_READ)
                : allowed.contains(PosixFilePermission.OTHERS_READ);
    }

    /** Looks whether values show in what the engine tells of a service, and perhaps in other files of the project. */
    ProbeOutcome hidden(String service, List<SecretFile> files, List<String> elsewhere) throws EngineException {
        Map<String, String> values = new TreeMap<>();
        List<String> common = new ArrayList<>();
        for (SecretFile file : files) {
            try {
                String value = Files.readString(root.resolve(file.name())).strip();
                if (value.length() < SHORTEST || WORD.matcher(value).matches()) {
                    common.add(file.name());
                } else {
                    values.put(file.name(), value);
                }
            } catch (IOException unreadable) {
                return new ProbeOutcome(
                        Probe.Answer.CANNOT_TELL,
                        "inspect, top and logs of " + service,
                        "File " + file.name() + " cannot be read here, so nothing can be looked for.");
            }
        }
        List<String> shown = new ArrayList<>();
        for (ObservedContainer container : engine.observer().observe().containers(project, service)) {
            shown(container, values, shown);
        }
        List<String> besides = new ArrayList<>();
        if (!elsewhere.isEmpty()) {
            inFiles(values, elsewhere, shown, besides);
        }
        String ran = "inspect, top and logs of " + service + (!elsewhere.isEmpty() ? ", and the project's files" : "");
        if (!shown.isEmpty()) {
            return new ProbeOutcome(Probe.Answer.NO, ran, String.join("; ", shown));
        }
        return values.isEmpty()
                ? new ProbeOutcome(
                        Probe.Answer.CANNOT_TELL,
                        ran,
                        "The value of " + String.join(", ", common) + " is too common to be looked for")
                : new ProbeOutcome(
                        Probe.Answer.YES,
                        ran,
                        "no value of " + String.join(", ", values.keySet()) + " shows"
                                + (common.isEmpty()
                                        ? ""
                                        : "; that of " + String.join(", ", common) + " is too common to be looked for")
                                + (besides.isEmpty()
                                        ? ""
                                        : "; besides, " + String.join("; ", besides)
                                                + ", which is none of the project's own"));
    }

    private void shown(ObservedContainer container, Map<String, String> values, List<String> shown)
            throws EngineException {
        String told = engine.observer().inspect(container.id()).inspected();
        List<String> processes = container.status().state() == ObservedContainer.RunState.RUNNING
                ? engine.observer().processes(container.id())
                : List.of();
        for (Map.Entry<String, String> secret : values.entrySet()) {
            String value = secret.getValue();
            if (told.contains(value) || told.contains(escaped(value))) {
                shown.add("docker inspect " + container.name() + " shows the value of " + secret.getKey());
            }
            if (processes.stream().anyMatch(line -> line.contains(value))) {
                shown.add("docker top " + container.name() + " shows the value of " + secret.getKey());
            }
            if (engine.observer().wrote(container.id(), line -> line.contains(value))) {
                shown.add("docker logs " + container.name() + " shows the value of " + secret.getKey());
            }
        }
    }

    /** Returns a value as JSON writes it. */
    private static String escaped(String value) {
        try {
            String quoted = JSON.writeValueAsString(value);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    /** Data that services write is none of the project's files: large ones and deep ones are left out. */
    private void inFiles(Map<String, String> values, List<String> elsewhere, List<String> shown, List<String> besides) {
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                            return SKIPPED.contains(String.valueOf(directory.getFileName()))
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
                                look(file, values, elsewhere, shown, besides);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException closed) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException unreadable) {
            // what cannot be read here shows nothing to whoever reads here
        }
    }

    private void look(
            Path file, Map<String, String> values, List<String> elsewhere, List<String> shown, List<String> besides) {
        String name = root.relativize(file).toString().replace('\\', '/');
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            values.forEach((secret, value) -> {
                boolean own = values.containsKey(name);
                if (!own && text.contains(value)) {
                    (elsewhere.contains(name) ? shown : besides).add("file " + name + " holds the value of " + secret);
                }
            });
        } catch (IOException unreadable) {
            // it is closed to whoever reads here
        }
    }

    private static String names(List<SecretFile> files) {
        return String.join(", ", files.stream().map(SecretFile::name).toList());
    }
}
