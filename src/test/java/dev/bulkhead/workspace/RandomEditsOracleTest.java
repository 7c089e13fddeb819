package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.compose.load.Facts;
import dev.bulkhead.compose.load.Oracle;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StartsProcesses;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes random edits of real projects and holds the writer to its promises.
 *
 * <p>{@code -Dbulkhead.edits.seed=N} chooses other edits, {@code -Dbulkhead.edits.every=1} takes every project of the
 * corpus instead of every third, {@code -Dbulkhead.corpus=FOLDER} another corpus.
 */
@StartsProcesses
class RandomEditsOracleTest {

    private static final int EDITS_A_PROJECT = 4;

    /** Lines that one edit may add or take away beside one line for each reference to what it changes. */
    private static final int LINES_AN_EDIT = 14;

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger renumbered = new AtomicInteger();

    @TempDir
    private Path scratch = Path.of(".");

    @Test
    void editsOfRealProjectsMeanWhatTheyShouldAndTouchNothingElse() throws IOException {
        Optional<Path> corpus = CorpusCases.corpus();
        Optional<Oracle> oracle = Oracle.find(
                Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath()));
        if (corpus.isEmpty() || oracle.isEmpty()) {
            System.err.println("SKIPPED: THE WRITER WAS NOT COMPARED WITH COMPOSE: THE CORPUS OR COMPOSE IS NOT HERE");
            Assumptions.abort("the corpus or docker compose is not here");
        }
        List<CorpusCases.Case> cases = CorpusCases.of(corpus.orElseThrow());
        int every = Integer.getInteger("bulkhead.edits.every", 3);
        long seed = Long.getLong("bulkhead.edits.seed", 20);
        List<String> faults = Stream.iterate(0, i -> i < cases.size(), i -> i + every)
                .parallel()
                .flatMap(i -> trial(cases.get(i), seed + i, oracle.orElseThrow()).stream())
                .toList();

        System.err.println("Edits of real projects: " + made + " made, " + renumbered
                + " of them networks moved with addresses inside, " + refused + " refused");
        assertThat(faults).isEmpty();
        assertThat(made.get()).isGreaterThan(2 * refused.get());
        assertThat(renumbered.get()).isPositive();
    }

    private List<String> trial(CorpusCases.Case opened, long seed, Oracle oracle) {
        String label = opened.label() + " (seed " + seed + ")";
        try {
            new ComposeLoader(new DiskFileTree())
                    .load(opened.request(oracle.baseEnvironment()))
                    .requireSound();
        } catch (ComposeException notSound) {
            return List.of();
        }
        try {
            Path copy = scratch.resolve("p" + seed)
                    .resolve(String.valueOf(opened.directory().getFileName()));
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            SampleFiles.copyTree(opened.directory(), copy);
            CorpusCases.Case moved = new CorpusCases.Case(
                    opened.label(),
                    copy,
                    opened.files().stream()
                            .map(f -> copy.resolve(opened.directory().relativize(f)))
                            .toList(),
                    opened.variables());
            List<String> edits = new ArrayList<>();
            try {
                edit(moved, seed, oracle, edits);
                return List.of();
            } catch (AssertionError | RuntimeException | ComposeException fault) {
                return List.of(label + " after " + edits + ": " + fault);
            } finally {
                SampleFiles.deleteTree(copy);
            }
        } catch (IOException e) {
            return List.of(label + ": " + e);
        }
    }

    private void edit(CorpusCases.Case opened, long seed, Oracle oracle, List<String> edits)
            throws IOException, ComposeException {
        ComposeRequest request = opened.request(oracle.baseEnvironment());
        TopologyDocument document = TopologyDocument.open(request, new DiskFileTree());
        if (!document.project().problems().isEmpty()) {
            return; // It includes files that stand outside the copied folder.
        }
        Map<String, String> original = texts(opened.directory());
        Topology before = document.project().topology();
        RandomEdits random = new RandomEdits(seed);
        for (int i = 0; i < EDITS_A_PROJECT; i++) {
            TopologyEdit edit = random.next(document.project().topology());
            edits.add(edit.describe());
            try {
                List<TextChange> pending = document.pendingChanges();
                document.apply(edit);
                made.incrementAndGet();
                if (edit instanceof TopologyEdit.Renumber) {
                    renumbered.incrementAndGet();
                }
                touchesLittle(edit, pending, document.pendingChanges(), before);
            } catch (EditRejectedException refusal) {
                refused.incrementAndGet();
                if (Boolean.getBoolean("bulkhead.edits.show")) {
                    System.err.println("REFUSED " + edit.describe() + ": " + refusal.getMessage());
                }
                assertThat(String.valueOf(refusal.getMessage())).endsWith(".").doesNotContain("Exception");
            }
        }
        Topology wanted = document.project().topology();
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        boolean accepted = agrees(opened, oracle, wanted);

        while (document.history().undoTitle().isPresent()) {
            document.undo();
        }
        assertThat(document.project().topology()).isEqualTo(before);
        assertThat(document.save()).isInstanceOf(SaveResult.Saved.class);
        assertThat(texts(opened.directory())).isEqualTo(original);
        // What Compose refuses after the edits it refused before them, for reasons of its own.
        assertThat(accepted || !agrees(opened, oracle, before))
                .as("Compose takes the edited project")
                .isTrue();
    }

    /** Bulkhead reads the saved files as intended, and so does Compose if it takes them at all. */
    private static boolean agrees(CorpusCases.Case opened, Oracle oracle, Topology wanted)
            throws IOException, ComposeException {
        Topology again = new ComposeLoader(new DiskFileTree())
                .load(opened.request(oracle.baseEnvironment()))
                .topology();
        assertThat(Facts.of(again)).isEqualTo(Facts.of(wanted));
        Oracle.Answer answer = oracle.config(opened.directory(), opened.oracleOptions(), opened.variables());
        if (answer.accepted()) {
            assertThat(Facts.of(answer.text())).isEqualTo(Facts.of(again));
        }
        return answer.accepted();
    }

    private static void touchesLittle(
            TopologyEdit edit, List<TextChange> pending, List<TextChange> now, Topology topology) {
        Map<String, String> earlier = new TreeMap<>();
        pending.forEach(c -> earlier.put(c.name(), c.after().orElse("")));
        int touched = 0;
        for (TextChange change : now) {
            String from = earlier.getOrDefault(change.name(), change.before().orElse(""));
            for (AbstractDelta<String> delta : DiffUtils.diff(
                            lines(from), lines(change.after().orElse("")))
                    .getDeltas()) {
                touched += Math.max(delta.getSource().size(), delta.getTarget().size());
            }
        }
        int references = switch (edit) {
            case TopologyEdit.RenameNetwork rename -> 2 * topology.services().size();
            case TopologyEdit.Renumber renumber -> renumber.moves().size();
            default -> 0;
        };
        int most = LINES_AN_EDIT + references + longestMembership(topology);
        assertThat(touched).as("lines touched by %s", edit.describe()).isLessThanOrEqualTo(most);
    }

    /** Where a list of networks becomes a mapping, each of its lines changes. */
    private static int longestMembership(Topology topology) {
        return topology.services().values().stream()
                .mapToInt(s -> s.attachments().size())
                .max()
                .orElse(0);
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)", -1));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains(".bulkhead"))
                    .toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
