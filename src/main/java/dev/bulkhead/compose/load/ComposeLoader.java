package dev.bulkhead.compose.load;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.model.Model;
import dev.bulkhead.compose.load.model.ModelLoader;
import dev.bulkhead.compose.load.read.Consistency;
import dev.bulkhead.compose.load.read.SourceMapBuilder;
import dev.bulkhead.compose.load.read.TopologyReader;
import dev.bulkhead.compose.load.source.LoadContext;
import dev.bulkhead.compose.load.source.LoadUnit;
import dev.bulkhead.compose.load.source.LocatedProject;
import dev.bulkhead.compose.load.source.ProjectLocator;
import dev.bulkhead.compose.load.source.ProjectNames;
import dev.bulkhead.compose.load.source.SourceStore;
import dev.bulkhead.compose.load.source.Variables;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.SecretValues;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Loader of Compose projects: reads one the way {@code docker compose} does, and never writes.
 *
 * <p>Where it differs on purpose: missing env files are warnings, remote includes are named and not
 * fetched, and files outside the project directory are read with a warning.
 */
public final class ComposeLoader {

    private static final Pattern OF_SERVICE = Pattern.compile("^the service [^ :]+");

    private static final long LONGEST_SECRET = 4096;

    private final FileTree files;

    /** Reads from the given files. */
    public ComposeLoader(FileTree files) {
        this.files = files;
    }

    /** Returns whether a directory holds a file that Compose finds by its name. */
    public static boolean discovers(FileTree files, Path directory) {
        return ProjectLocator.isDiscovered(files, directory);
    }

    /**
     * Reads a project.
     *
     * <p>Faults that concern single elements are collected in {@link ComposeProject#problems()}, so that the project can
     * be shown and repaired; call {@link ComposeProject#requireSound()} to be as strict as Compose.
     *
     * @throws ComposeException if the project cannot be read at all, with one sentence for the operator
     */
    public ComposeProject load(ComposeRequest request) throws ComposeException {
        return read(request).project();
    }

    /**
     * Reads a project with everything its files say, to write it down in one file.
     *
     * @throws ComposeException if Compose would refuse the project, with one sentence for the operator
     */
    public ResolvedProject resolve(ComposeRequest request) throws ComposeException {
        ResolvedProject resolved = resolveWithProblems(request);
        resolved.project().requireSound();
        return resolved;
    }

    /**
     * Reads a project with everything its files say, also one with {@link ComposeProject#problems()}, to compare it with
     * another.
     *
     * @throws ComposeException if the project cannot be read at all, with one sentence for the operator
     */
    public ResolvedProject resolveWithProblems(ComposeRequest request) throws ComposeException {
        Loaded loaded = read(request);
        return new ResolvedProject(
                loaded.project(), new ModelExport(loaded.store().trees()).sections(loaded.model()));
    }

    private record Loaded(ComposeProject project, Model model, SourceStore store) {}

    private Loaded read(ComposeRequest request) throws ComposeException {
        SourceStore store =
                new SourceStore(files, request.path().toAbsolutePath().normalize());
        LoadContext context = new LoadContext(store);
        context.noteVariables(request.environment());
        LocatedProject located = new ProjectLocator(request, context).locate();
        store.nameRelativeTo(located.directory());
        String name = new ProjectNames(context).name(located);
        Variables variables = located.variables().with("COMPOSE_PROJECT_NAME", name);
        LoadUnit unit = new LoadUnit(located.directory(), located.files(), variables, List.of());
        Model model = new ModelLoader(context).load(unit);
        if (model.isEmpty()) {
            throw new ComposeException(store.name(located.files().getFirst())
                    + " is empty; write services: and put the services below it.");
        }
        SourceMapBuilder marks = new SourceMapBuilder();
        Topology topology = new TopologyReader(context, marks).read(name, model, variables);
        new Consistency(context, marks, model, topology, located.profiles()).check();
        List<ComposeFile> ordered = ordered(store.composeFiles(), located.files());
        ComposeProject project = new ComposeProject(
                request,
                located.directory(),
                ordered,
                (int) located.files().stream().distinct().count(),
                Set.copyOf(located.profiles()),
                topology,
                marks.toSourceMap(),
                context.warnings(),
                inFileOrder(context.problems(), ordered),
                context.secrets()
                        .and(SecretValues.of(topology))
                        .and(inFiles(model))
                        .and(WrittenSecrets.in(model)));
        return new Loaded(project, model, store);
    }

    /** Secrets that stand in files of their own are not repeated to anyone either. */
    private SecretValues inFiles(Model model) {
        Map<String, String> values = new HashMap<>();
        model.section(Model.SECRETS).forEach((key, field) -> {
            if (field.value() instanceof MapValue secret) {
                FieldReader.text(secret, "file")
                        .flatMap(this::oneLine)
                        .ifPresent(value -> values.put("SECRET_" + key, value));
            }
        });
        return SecretValues.of(values);
    }

    /** Keys and certificates go on over several lines, which stand in texts in no such form. */
    private Optional<String> oneLine(String file) {
        try {
            Path path = Path.of(file);
            if (!files.isFile(path) || files.size(path) > LONGEST_SECRET) {
                return Optional.empty();
            }
            return Optional.of(new String(files.read(path), StandardCharsets.UTF_8).strip())
                    .filter(text -> text.lines().count() == 1);
        } catch (IOException | InvalidPathException closed) {
            return Optional.empty();
        }
    }

    private static List<ComposeFile> ordered(List<ComposeFile> read, List<Path> main) {
        List<ComposeFile> ordered = new ArrayList<>(read);
        ordered.sort(Comparator.comparingInt(f -> main.contains(f.path()) ? main.indexOf(f.path()) : main.size()));
        return ordered;
    }

    /** What several services take from one place, or several files from one they include, is one fault. */
    private static List<Object> cause(LoadProblem problem) {
        String what = problem.rule() == LoadProblem.Rule.INVALID
                ? OF_SERVICE.matcher(problem.message()).replaceFirst("")
                : problem.message();
        return List.of(problem.rule(), problem.at(), what);
    }

    private static List<LoadProblem> inFileOrder(List<LoadProblem> problems, List<ComposeFile> files) {
        Map<String, Integer> positions = new HashMap<>();
        files.forEach(file -> positions.putIfAbsent(file.name(), positions.size()));
        Set<List<Object>> told = new HashSet<>();
        List<LoadProblem> ordered = new ArrayList<>(problems);
        ordered.removeIf(problem -> !told.add(cause(problem)));
        ordered.sort(Comparator.comparingInt((LoadProblem p) -> positions.getOrDefault(p.at().file(), files.size()))
                .thenComparingInt(p -> p.at().line())
                .thenComparingInt(p -> p.at().column()));
        return ordered;
    }
}
