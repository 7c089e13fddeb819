package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.topology.PortMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The media server goes through all iterations, one after the other, and all the way back to the first byte. */
class WholeVoyageTest {

    private static final List<String> PATH = List.of("1", "2", "3", "4", "5", "6", "7", "8");

    private final PracticeMediaServer server;

    WholeVoyageTest(@TempDir Path parent) throws Exception {
        // browsers keep no cookie of a domain of one word, and signing in needs one
        server = new PracticeMediaServer(parent, "media.lan");
    }

    private static Answers answers(MigrationSession session) throws Exception {
        List<Question> questions = session.questions();
        Answers answers = Answers.proposed(session.playbook().id(), questions);
        for (Question question : questions) {
            if (question instanceof Question.Password password) {
                answers = answers.withValue(
                        password.id(),
                        PasswordHash.of("a long and quiet voyage".toCharArray()).text());
            }
        }
        return session.playbook().id().equals("1") ? answers.withValue("apply", "recreate") : answers;
    }

    private String make(String iteration) throws Exception {
        MigrationSession session = server.migration.session(iteration);
        session.answer(answers(session));
        session.accept(session.preflight().stream()
                .filter(PreflightItem::acceptable)
                .map(PreflightItem::id)
                .toList());
        return session.apply(event -> {}).sentence();
    }

    /**
     * Returns the files that an iteration would change once more: none, but that iteration 7 hardens the socket proxy that it
     * added itself.
     */
    private List<String> again(String iteration) throws Exception {
        if (iteration.equals("7") || iteration.equals("8")) {
            return List.of();
        }
        MigrationSession session = server.migration.session(iteration);
        session.answer(answers(session));
        return session.review().patch().changes().stream()
                .map(change -> change.name())
                .toList();
    }

    private List<String> published() throws Exception {
        return server.engine.observe().containers().stream()
                .flatMap(container -> container.ports().stream())
                .map(PortMapping::text)
                .sorted()
                .toList();
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> all = Files.walk(server.directory)) {
            return all.filter(Files::isDirectory)
                    .map(folder -> server.directory.relativize(folder).toString())
                    .filter(name -> !name.startsWith(".bulkhead"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the names of the files that differ. */
    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
    }

    @Test
    void everyIterationIsDoneAndEachIsUndoneAgain() throws Exception {
        Map<String, String> files = server.files();
        List<String> folders = folders();
        String engine = server.engineState().toString();
        Deque<Map<String, String>> filesBefore = new ArrayDeque<>();
        Deque<String> points = new ArrayDeque<>();
        List<String> outcomes = new ArrayList<>();
        for (String iteration : PATH) {
            filesBefore.push(server.files());
            outcomes.add(iteration + ": " + make(iteration));
            assertThat(again(iteration))
                    .as("iteration " + iteration + " a second time")
                    .isEmpty();
            points.push(server.migration.restorePoints().getFirst().id());
        }

        assertThat(outcomes)
                .containsExactlyElementsOf(
                        PATH.stream().map(id -> id + ": Done and verified.").toList());
        assertThat(published()).containsExactly("443:443", "6881:6881", "6881:6881/udp", "80:80");
        assertThat(server.engine.observe().networks())
                .extracting(ObservedNetwork::name)
                .doesNotContain("media-network");

        for (String iteration : PATH.reversed()) {
            assertThat(iteration + ": "
                            + server.migration
                                    .rollback(Optional.of(points.pop()), event -> {})
                                    .sentence())
                    .isEqualTo(iteration + ": Rolled back: files and engine are as they were.");
            assertThat(changed(filesBefore.pop(), server.files()))
                    .as("files after the way back from iteration " + iteration)
                    .isEmpty();
        }
        assertThat(changed(files, server.files())).isEmpty();
        assertThat(folders()).isEqualTo(folders);
        assertThat(server.engineState().toString()).isEqualTo(engine);
    }

    @Test
    void severalIterationsAreGoneBackFromAtOnce() throws Exception {
        Map<String, String> files = server.files();
        List<String> folders = folders();
        String engine = server.engineState().toString();
        for (String iteration : List.of("1", "2", "3", "4")) {
            make(iteration);
        }
        String first = server.migration.restorePoints().getLast().id();

        assertThat(server.migration.rollback(Optional.of(first), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");

        assertThat(changed(files, server.files())).isEmpty();
        assertThat(folders()).isEqualTo(folders);
        assertThat(server.engineState().toString()).isEqualTo(engine);
    }
}
