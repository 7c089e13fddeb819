package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.compose.load.Oracle;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StartsProcesses;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.Element.ServiceElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldEdit.SetField;
import dev.bulkhead.topology.edit.FieldValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Makes random edits of fields in real projects and asks Docker Compose what changed.
 *
 * <p>{@code -Dbulkhead.fields.seed=N} chooses other edits, {@code -Dbulkhead.fields.every=1} takes every project of the
 * corpus, {@code -Dbulkhead.fields.edits=N} makes more edits of each, {@code -Dbulkhead.corpus=FOLDER} takes another corpus.
 */
@StartsProcesses
class RandomFieldEditsOracleTest {

    private static final int EDITS = Integer.getInteger("bulkhead.fields.edits", 4);

    private static final List<String> DEFAULT_NETWORK = List.of("networks", "default");

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @TempDir
    private Path scratch = Path.of(".");

    @Test
    void aShortRunOfFieldEditsChangesForComposeExactlyTheNamedPathAndIsUndoneToTheSameBytes() throws IOException {
        Optional<Path> corpus = CorpusCases.corpus();
        Optional<Oracle> oracle = Oracle.find(
                Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath()));
        if (corpus.isEmpty() || oracle.isEmpty()) {
            System.err.println(
                    "SKIPPED: FIELD EDITS WERE NOT COMPARED WITH COMPOSE: THE CORPUS OR COMPOSE IS NOT HERE");
            Assumptions.abort("the corpus or docker compose is not here");
        }
        List<CorpusCases.Case> cases = CorpusCases.of(corpus.orElseThrow());
        int every = Integer.getInteger("bulkhead.fields.every", 12);
        long seed = Long.getLong("bulkhead.fields.seed", 7);
        List<String> faults = Stream.iterate((int) (seed % every), i -> i < cases.size(), i -> i + every)
                .parallel()
                .flatMap(i -> trial(cases.get(i), seed + i, oracle.orElseThrow()).stream())
                .toList();

        System.err.println("Field edits of real projects: " + made + " made, " + refused + " refused");
        assertThat(faults).isEmpty();
        assertThat(made.get()).isGreaterThan(2 * refused.get());
    }

    private List<String> trial(CorpusCases.Case opened, long seed, Oracle oracle) {
        List<String> edits = new ArrayList<>();
        try {
            Path copy = scratch.resolve("p" + seed)
                    .resolve(String.valueOf(opened.directory().getFileName()));
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            SampleFiles.copyTree(opened.directory(), copy);
            List<Path> files = opened.files().stream()
                    .map(f -> copy.resolve(opened.directory().relativize(f)))
                    .toList();
            Files.writeString(copy.resolve("bulkhead.env"), "BULKHEAD_FROM_FILE=1\n");
            try {
                edit(new CorpusCases.Case(opened.label(), copy, files, opened.variables()), seed, oracle, edits);
                return List.of();
            } finally {
                SampleFiles.deleteTree(copy);
            }
        } catch (AssertionError | RuntimeException | ComposeException | IOException fault) {
            return List.of(opened.label() + " (seed " + seed + ") after " + edits + ": " + fault);
        }
    }

    private void edit(CorpusCases.Case opened, long seed, Oracle oracle, List<String> edits)
            throws IOException, ComposeException {
        ComposeRequest request = opened.request(oracle.baseEnvironment());
        Optional<Map<List<String>, String>> before = leaves(opened, oracle);
        if (before.isEmpty()) {
            return;
        }
        TopologyDocument document = TopologyDocument.open(request, new DiskFileTree());
        Map<String, String> original = texts(opened.directory());
        RandomFieldEdits random = new RandomFieldEdits(seed);
        for (int i = 0; i < EDITS; i++) {
            ResolvedProject present = new ComposeLoader(new DiskFileTree()).resolveWithProblems(request);
            if (!present.project().problems().isEmpty()) {
                return; // It includes files that stand outside the copied folder.
            }
            FieldEdit edit = random.next(present);
            edits.add(edit.describe());
            try {
                document.apply(edit);
            } catch (EditRejectedException refusal) {
                refused.incrementAndGet();
                if (Boolean.getBoolean("bulkhead.fields.show")) {
                    System.err.println(
                            "REFUSED " + opened.label() + ": " + edit.describe() + ": " + refusal.getMessage());
                }
                assertThat(String.valueOf(refusal.getMessage())).endsWith(".").doesNotContain("Exception");
                continue;
            }
            made.incrementAndGet();
            assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
            Optional<Map<List<String>, String>> after = leaves(opened, oracle);
            assertThat(after).as("Compose takes the edited project").isPresent();
            onlyTheNamedPathDiffers(edit, before.orElseThrow(), after.orElseThrow());
            before = after;
        }
        while (document.history().undoTitle().isPresent()) {
            document.undo();
        }
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        assertThat(texts(opened.directory())).isEqualTo(original);
    }

    private static void onlyTheNamedPathDiffers(
            FieldEdit edit, Map<List<String>, String> earlier, Map<List<String>, String> later) {
        Map<List<String>, String> before = new HashMap<>(earlier);
        Map<List<String>, String> after = new HashMap<>(later);
        List<String> named = named(edit);
        TreeSet<String> others = new TreeSet<>();
        if (edit.target() instanceof ServiceElement) {
            // A service without networks brings the default network with it.
            before.keySet().removeIf(path -> within(path, DEFAULT_NETWORK));
            after.keySet().removeIf(path -> within(path, DEFAULT_NETWORK));
        }
        before.forEach((path, value) -> {
            boolean template = path.getFirst().startsWith("x-")
                    && (value.contains(named.getLast()) || value.contains(earlier.getOrDefault(named, "\0")));
            // a value that came from an extension's anchor, which nobody else uses, is changed where it is written
            if (!value.equals(after.get(path)) && !meant(path, named) && !template) {
                others.add(String.join(".", path));
            }
        });
        after.keySet().stream()
                .filter(path -> !before.containsKey(path) && !meant(path, named))
                .forEach(path -> others.add(String.join(".", path)));
        assertThat(others).as("what else changed with %s", edit.describe()).isEmpty();
        if (edit instanceof SetField(FieldElement _, FieldValue.Text(String text)) && isFreeText(named)) {
            assertThat(after.get(named)).as("the value of %s", edit.describe()).isEqualTo(text.replace("$", "$$"));
        }
        if (edit instanceof FieldEdit.RemoveField) {
            assertThat(after.keySet()).as("what is left of %s", edit.describe()).noneMatch(path -> within(path, named));
        }
    }

    private static boolean isFreeText(List<String> named) {
        return named.size() == 4 && List.of("environment", "labels").contains(named.get(2));
    }

    /** Returns what an edit may change for Compose: variables come from {@code env_file}, too. */
    private static boolean meant(List<String> path, List<String> named) {
        boolean variables = named.size() == 3 && named.get(2).equals("env_file");
        return within(path, named) || (variables && within(path, List.of(named.get(0), named.get(1), "environment")));
    }

    private static boolean within(List<String> path, List<String> named) {
        return path.size() >= named.size() && path.subList(0, named.size()).equals(named);
    }

    private static List<String> named(FieldEdit edit) {
        List<String> path = new ArrayList<>();
        String root = edit.target() instanceof FieldElement field
                ? field.root().text()
                : edit.target().text();
        path.add(root.substring(0, root.indexOf(':')) + "s");
        path.add(root.substring(root.indexOf(':') + 1));
        if (edit.target() instanceof FieldElement field) {
            path.addAll(field.path());
        }
        return path;
    }

    /** Returns every single value that Compose reads, by its path; empty if it does not take the project. */
    private static Optional<Map<List<String>, String>> leaves(CorpusCases.Case opened, Oracle oracle)
            throws IOException {
        Oracle.Answer answer = oracle.config(opened.directory(), opened.oracleOptions(), opened.variables());
        if (!answer.accepted()) {
            if (Boolean.getBoolean("bulkhead.fields.show")) {
                System.err.println("NOT ACCEPTED " + opened.label() + ": " + answer.text());
            }
            return Optional.empty();
        }
        Map<List<String>, String> leaves = new HashMap<>();
        collect(
                new Load(LoadSettings.builder().setCodePointLimit(100_000_000).build()).loadFromString(answer.text()),
                List.of(),
                leaves);
        return Optional.of(leaves);
    }

    private static void collect(@Nullable Object value, List<String> path, Map<List<String>, String> leaves) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                List<String> below = new ArrayList<>(path);
                below.add(String.valueOf(key));
                collect(each, below, leaves);
            });
        } else if (!(value instanceof List<?> list && list.isEmpty())) {
            leaves.put(path, String.valueOf(value));
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".bulkhead")) {
                    texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }
}
