package dev.bulkhead.compose.stack;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.LocatedProject;
import dev.bulkhead.compose.load.source.ProjectLocator;
import dev.bulkhead.compose.load.source.SourceStore;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reader of a project as {@code docker stack deploy -c FILE -c FILE} reads its files; it never writes. */
public final class StackReader {

    private static final long LARGEST = 1 << 20;

    /** From how many bytes on a swarm stores none (moby/swarmkit {@code controlapi}). */
    private static final Map<String, Long> LARGEST_STORED = Map.of("secrets", 512_000L, "configs", 1_024_000L);

    private static final Pattern QUOTED = Pattern.compile("\\s*([\"']).*\\1\\s*(#.*)?");

    private static final Pattern COMMENTED = Pattern.compile(".*\\s#.*");

    private final FileTree files;
    private final ComposeProject project;

    private StackReader(FileTree files, ComposeProject project) {
        this.files = files;
        this.project = project;
    }

    /**
     * Reads the files of a project that Compose's reader has read already.
     *
     * @throws ComposeException if one of them cannot be read any more, with one sentence for the operator
     */
    public static StackProject read(FileTree files, ComposeProject project) throws ComposeException {
        return new StackReader(files, project).read();
    }

    private StackProject read() throws ComposeException {
        SourceStore store =
                new SourceStore(files, project.request().path().toAbsolutePath().normalize());
        LocatedProject located = new ProjectLocator(project.request(), new LoadContext(store)).locate();
        store.nameRelativeTo(located.directory());
        Map<String, String> environment = project.request().environment();
        Function<String, Optional<String>> ofStack = name -> Optional.ofNullable(environment.get(name));
        Function<String, Optional<String>> ofCompose = name -> name.equals("COMPOSE_PROJECT_NAME")
                ? Optional.of(project.topology().project())
                : located.variables().lookup(name);
        List<StackFile> read = new ArrayList<>();
        for (int i = 0; i < project.files().size(); i++) {
            ComposeFile file = project.files().get(i);
            List<YamlDocument> documents = store.yaml(file.path()).documents();
            StackConverter converter = new StackConverter(ofStack, ofCompose);
            if (!documents.isEmpty() && converter.value(documents.getFirst().root()) instanceof MapValue root) {
                List<StackNote> notes = new ArrayList<>(converter.notes());
                documents.stream()
                        .skip(1)
                        .forEach(more -> notes.add(new StackNote.FurtherDocument(Place.of(more.root()))));
                notes.addAll(storedFiles(root, located.directory()));
                read.add(new StackFile(file.name(), i < project.mainFiles(), root, notes));
            }
        }
        return new StackProject(read, environmentFiles(read, located.directory()));
    }

    /** The files of secrets and configs that a swarm cannot store. */
    private List<StackNote> storedFiles(MapValue root, Path directory) {
        List<StackNote> notes = new ArrayList<>();
        LARGEST_STORED.forEach((section, largest) -> FieldReader.map(root, section)
                .map(MapValue::fields)
                .orElse(Map.of())
                .forEach((key, element) -> {
                    Optional<ScalarValue> name = element.value() instanceof MapValue map
                            ? FieldReader.scalar(map, "file")
                            : Optional.empty();
                    name.ifPresent(text -> fault(directory, text.text(), largest)
                            .ifPresent(why -> notes.add(new StackNote.NotStored(
                                    text.place(), List.of(section, key, "file"), text.text(), why))));
                }));
        return notes;
    }

    private Optional<String> fault(Path directory, String name, long largest) {
        try {
            Path file = directory.resolve(name);
            if (!files.isFile(file)) {
                return Optional.of("is not there");
            }
            long size = files.size(file);
            return size == 0
                    ? Optional.of("is empty")
                    : Optional.of("has more than " + (largest - 1) + " bytes").filter(_ -> size >= largest);
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.of("cannot be read");
        }
    }

    private List<StackProject.EnvironmentFile> environmentFiles(List<StackFile> read, Path directory) {
        List<StackProject.EnvironmentFile> found = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (StackFile file : read) {
            FieldReader.map(file.root(), "services")
                    .map(MapValue::fields)
                    .orElse(Map.of())
                    .forEach((service, field) -> {
                        for (ScalarValue name : names(field)) {
                            if (file.main() && told.add(name.text())) {
                                found.add(environmentFile(name, service, directory));
                            }
                        }
                    });
        }
        return found;
    }

    private static List<ScalarValue> names(Field service) {
        if (!(service.value() instanceof MapValue map)) {
            return List.of();
        }
        List<Value> values = switch (map.get("env_file").orElse(map)) {
            case ScalarValue one -> List.of(one);
            case ListValue list -> list.items();
            case MapValue _ -> List.of();
        };
        return values.stream()
                .filter(ScalarValue.class::isInstance)
                .map(ScalarValue.class::cast)
                .toList();
    }

    private StackProject.EnvironmentFile environmentFile(ScalarValue name, String service, Path directory) {
        List<StackProject.OddLine> odd = new ArrayList<>();
        boolean there = false;
        try {
            Path file = directory.resolve(name.text());
            there = files.isFile(file);
            if (there && files.size(file) <= LARGEST) {
                List<String> lines = new String(files.read(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                for (int i = 0; i < lines.size(); i++) {
                    odd(i + 1, lines.get(i).stripLeading()).ifPresent(odd::add);
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            there = false;
        }
        return new StackProject.EnvironmentFile(name.place().mark(), service, name.text(), there, odd);
    }

    /** Compares a line with docker/cli {@code pkg/kvfile}, which takes everything behind the equals sign as it stands. */
    private static Optional<StackProject.OddLine> odd(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        int equals = line.indexOf('=');
        String name = equals < 0 ? line : line.substring(0, equals);
        String value = equals < 0 ? "" : line.substring(equals + 1);
        if (name.isEmpty() || name.matches(".*[ \\t].*")) {
            boolean exported = name.startsWith("export ");
            return Optional.of(new StackProject.OddLine(
                    number,
                    (exported ? name.substring("export ".length()) : name).strip(),
                    true,
                    exported ? "stands behind the word export" : "has blanks in its name"));
        }
        String how = QUOTED.matcher(value).matches()
                ? "keeps its quotes as a part of the value"
                : value.contains("$")
                        ? "keeps its $ as it stands"
                        : COMMENTED.matcher(value).matches()
                                ? "keeps the comment behind it as a part of the value"
                                : !value.equals(value.strip()) ? "keeps the blanks around the value" : "";
        return how.isEmpty() ? Optional.empty() : Optional.of(new StackProject.OddLine(number, name, false, how));
    }
}
