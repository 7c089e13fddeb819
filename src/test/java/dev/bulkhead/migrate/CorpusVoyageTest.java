package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.load.CorpusCases;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.effect.Outage;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.CheckStatus;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Projects that nobody made for Bulkhead, each on a practice engine: one iteration after the other with the answers that are
 * proposed, or with any that may be chosen, and all the way back. A project is told in a sentence why an iteration is not for it, or the run is verified, and
 * the way back leaves every byte and the engine as they were. {@code -Dbulkhead.voyage.every=1} tries all of them, {@code bulkhead.voyage.only=9,18}
 * those of these numbers, otherwise a part.
 */
class CorpusVoyageTest {

    private static final int EVERY = Integer.getInteger("bulkhead.voyage.every", 20);
    private static final long SEED = Long.getLong("bulkhead.voyage.seed", 0);
    private static final List<String> ONLY = Stream.of(
                    System.getProperty("bulkhead.voyage.only", "").split(",", -1))
            .filter(number -> !number.isEmpty())
            .toList();

    private static final PasswordHash PASSWORD = PasswordHash.of("a long and quiet voyage".toCharArray());
    private static final List<String> PATH = List.of(
            System.getProperty("bulkhead.voyage.path", "1,2,3,4,5,6,7,8").split(",", -1));

    @TempDir
    private Path scratch = Path.of("");

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void everyIterationOfAProjectFoundInTheWildIsVerifiedAndGoneBackFromOrRefusedInASentence() throws IOException {
        Optional<Path> corpus = CorpusCases.corpus();
        if (corpus.isEmpty()) {
            System.err.println("SKIPPED: NO ITERATION WAS TRIED ON REAL PROJECTS: THE CORPUS FOLDER IS NOT HERE");
            Assumptions.abort("the corpus folder is not here");
        }
        List<Case> cases = CorpusCases.of(corpus.orElseThrow());

        List<String> faults = IntStream.range(0, cases.size())
                .filter(i -> ONLY.isEmpty() ? i % EVERY == 0 : ONLY.contains(String.valueOf(i)))
                .parallel()
                .boxed()
                .flatMap(i -> voyage(cases.get(i), i).stream())
                .toList();

        System.err.println(
                "Iterations of real projects: " + made + " made and gone back from, " + refused + " refused");
        assertThat(faults).isEmpty();
        assertThat(made.get()).isGreaterThan(refused.get() / 4);
    }

    private List<String> voyage(Case opened, int number) {
        List<String> taken = new ArrayList<>();
        Path copy = scratch.resolve("p" + number)
                .resolve(String.valueOf(opened.directory().getFileName()));
        try {
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            SampleFiles.copyTree(opened.directory(), copy);
            try {
                List<Path> files = opened.files().stream()
                        .map(f -> copy.resolve(opened.directory().relativize(f)))
                        .toList();
                voyage(
                        new ComposeRequest(copy, files, Optional.empty(), List.of(), List.of("*"), opened.variables()),
                        number % 2 == 0 ? Optional.empty() : Optional.of(new Random(SEED + number)),
                        taken);
            } finally {
                SampleFiles.deleteTree(copy);
            }
            return List.of();
        } catch (AssertionError | Exception fault) {
            return List.of(opened.label() + " (" + number + ") after " + taken + ": " + fault + at(fault));
        }
    }

    private static String at(Throwable fault) {
        return fault instanceof RuntimeException
                ? Stream.of(fault.getStackTrace()).limit(6).toList().toString()
                : "";
    }

    private void voyage(ComposeRequest request, Optional<Random> random, List<String> taken) throws Exception {
        Optional<PracticeProject> running = running(request);
        if (running.isEmpty()) {
            return;
        }
        PracticeProject project = running.get();
        Deque<Way> ways = new ArrayDeque<>();
        for (String iteration : PATH) {
            taken.add("iteration " + iteration);
            Standing before = Standing.of(project);
            if (apply(project, iteration, random)) {
                ways.push(new Way(project.migration.restorePoints().getFirst().id(), before));
                made.incrementAndGet();
            } else {
                refused.incrementAndGet();
                before.assertIs(project);
            }
        }
        for (Way way : ways) {
            taken.add("back to " + way.restorePoint());
            RunOutcome back = project.migration.rollback(Optional.of(way.restorePoint()), event -> {});
            assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
            way.before().assertIs(project);
        }
    }

    /** Returns whether the iteration was made, with all accepted that can be; otherwise it was refused. */
    private static boolean apply(PracticeProject project, String iteration, Optional<Random> random) throws Exception {
        RunOutcome outcome;
        try {
            MigrationSession session = project.migration.session(iteration);
            session.answer(random.isPresent() ? unusual(session, random.get()) : signedIn(session, session.answers()));
            Review review = session.review();
            session.accept(Stream.concat(
                            review.effect().unaccepted(Set.of()).stream().map(Outage::what),
                            session.preflight().stream()
                                    .filter(PreflightItem::blocks)
                                    .map(PreflightItem::id))
                    .toList());
            outcome = session.apply(event -> {});
        } catch (MigrationException | AnswersException refusal) {
            if (Boolean.getBoolean("bulkhead.voyage.show")) {
                System.err.println("REFUSED " + project.directory + " " + iteration + ": " + refusal.getMessage());
            }
            assertThat(String.valueOf(refusal.getMessage())).endsWith(".").doesNotContain("Exception", "null");
            return false;
        }
        List<String> failed = outcome.report().stream()
                .flatMap(report -> report.result().checks().stream())
                .filter(check -> check.status() == CheckStatus.FAILED)
                .map(check -> check.subject() + ": " + check.saw())
                // what an image or a provider far away was said to want need never have worked
                .filter(failure -> !failure.endsWith("It did not work before either."))
                .toList();
        assertThat(failed).as(outcome.sentence()).isEmpty();
        assertThat(outcome.state()).as(outcome.sentence()).isIn(RunState.SUCCEEDED, RunState.UNVERIFIED);
        return true;
    }

    /** Returns any answers that the questions allow, where several can be chosen from. */
    private static Answers unusual(MigrationSession session, Random random) throws MigrationException {
        Answers answers = session.answers();
        for (Question question : session.questions()) {
            if (question instanceof Question.Choice choice) {
                int option = random.nextInt(choice.options().size());
                answers = answers.withValue(
                        choice.id(), choice.options().get(option).value());
            }
            if (question instanceof Question.Table table) {
                for (Question.Row row : table.rows()) {
                    answers = answers.withValue(
                            row.id(),
                            row.offered().get(random.nextInt(row.offered().size())));
                }
            }
        }
        return signedIn(session, answers);
    }

    /** Passwords are the one thing that nothing is proposed for. */
    private static Answers signedIn(MigrationSession session, Answers answers) throws MigrationException {
        Answers whole = answers;
        for (Question question : session.questions()) {
            if (question instanceof Question.Password password) {
                whole = whole.withValue(password.id(), PASSWORD.text());
            }
        }
        return whole;
    }

    /** Way back to where an iteration began. */
    private record Way(String restorePoint, Standing before) {}

    /** How files and engine stand. */
    private record Standing(Map<String, String> files, NormalisedState engine) {

        static Standing of(PracticeProject project) throws Exception {
            return new Standing(texts(project.directory), NormalisedState.of(project.engine.observe(), project.name()));
        }

        void assertIs(PracticeProject project) throws Exception {
            Standing now = of(project);
            for (Map.Entry<String, String> file : files.entrySet()) {
                assertThat(difference(file.getValue(), now.files().getOrDefault(file.getKey(), "")))
                        .as(file.getKey())
                        .isEmpty();
            }
            assertThat(now.files().keySet()).isEqualTo(files.keySet());
            assertThat(engine.differencesTo(now.engine())).isEmpty();
        }
    }

    /** Returns where two texts part; empty when they do not. */
    private static String difference(String wanted, String present) {
        if (wanted.equals(present)) {
            return "";
        }
        List<String> left = wanted.lines().toList();
        List<String> right = present.lines().toList();
        int same = 0;
        while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
            same++;
        }
        return "from line " + (same + 1) + ": "
                + left.subList(same, Math.min(left.size(), same + 8)) + " is "
                + right.subList(same, Math.min(right.size(), same + 8));
    }

    /** Returns the project running, unless it cannot run at all. */
    private static Optional<PracticeProject> running(ComposeRequest request) throws Exception {
        try {
            ComposeProject project = new ComposeLoader(new DiskFileTree()).load(request);
            return project.problems().isEmpty()
                            && !project.topology().services().isEmpty()
                    ? Optional.of(new PracticeProject(request))
                    : Optional.empty();
        } catch (ComposeException | EngineException notToBeRun) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                String name = directory.relativize(file).toString();
                if (!name.startsWith(".bulkhead")) {
                    texts.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }
}
