package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.CorpusCases.Case;
import dev.bulkhead.compose.load.Slips.Slip;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What Compose refuses, Bulkhead refuses, and nothing else: projects of the corpus with one slip each.
 *
 * <p>{@code -Dbulkhead.slips=N} tries more, {@code -Dbulkhead.slips.seed} others, {@code -Dbulkhead.slips.show=true} prints
 * where the two differ.
 */
@StartsProcesses
class RefusalOracleTest {

    private record Answer(String told, boolean accepted, String oracle, Optional<String> ours) {

        boolean agrees() {
            return accepted == ours.isEmpty()
                    || (!accepted && MEANT.matcher(oracle).find());
        }

        @Override
        public String toString() {
            return (accepted ? "WE REFUSE " : "WE ACCEPT ") + told + ": " + (accepted ? ours.orElse("") : oracle);
        }
    }

    /** Differences that are meant, each with why. */
    private static final Pattern MEANT =
            // Env files hold secrets and are often elsewhere: a missing one is a warning.
            Pattern.compile("env file .* not found|couldn't find env file");

    @Test
    void agreesWithComposeOnWhatIsNotAllowed() throws IOException {
        Optional<Path> corpus = CorpusCases.corpus();
        Path home = Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath());
        Optional<Oracle> oracle = Oracle.find(home);
        Assumptions.assumeTrue(
                corpus.isPresent() && oracle.isPresent(), "there is no corpus or no docker compose here");
        List<Case> cases = CorpusCases.of(corpus.orElseThrow()).stream()
                .filter(each -> each.files().size() == 1 && !each.label().contains(".md.block"))
                .toList();
        Map<Case, Boolean> accepted = new ConcurrentHashMap<>();
        long seed = Long.getLong("bulkhead.slips.seed", 1);
        List<Answer> answers = IntStream.range(0, Integer.getInteger("bulkhead.slips", 150))
                .parallel()
                .boxed()
                .flatMap(
                        number -> answer(cases, accepted, new Random(seed * 1_000_003 + number), oracle.get()).stream())
                .toList();
        List<Answer> apart = answers.stream().filter(answer -> !answer.agrees()).toList();
        long refused = answers.stream().filter(answer -> !answer.accepted()).count();
        System.err.println("Slips compared with Compose: " + answers.size() + ", of which it refuses " + refused
                + "; apart on " + apart.size());
        if (Boolean.getBoolean("bulkhead.slips.show")) {
            apart.forEach(System.err::println);
        }
        assertThat(apart.size()).as(apart.toString()).isLessThanOrEqualTo(answers.size() / 200);
    }

    /** Takes a project that Compose accepts, makes a slip and asks both. */
    private static Optional<Answer> answer(
            List<Case> cases, Map<Case, Boolean> accepted, Random random, Oracle oracle) {
        try {
            for (int attempt = 0; attempt < 30; attempt++) {
                Case project = cases.get(random.nextInt(cases.size()));
                Path file = project.files().getFirst();
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                boolean sound = ours(project).isEmpty()
                        && accepted.computeIfAbsent(
                                project,
                                each -> answer(each, file, new Slip(text, ""), oracle)
                                        .accepted());
                Optional<Slip> slip = sound ? new Slips(text).make(random) : Optional.empty();
                if (slip.isPresent()) {
                    return Optional.of(answer(project, file, slip.get(), oracle));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ComposeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(Case project, Path file, Slip slip, Oracle oracle) {
        try {
            return asked(project, file, slip, oracle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer asked(Case project, Path file, Slip slip, Oracle oracle) throws IOException {
        // Beside the original, so that what it refers to is found, but in a folder of links, since the corpus is not
        // ours.
        Path folder = Files.createTempDirectory("slip");
        try {
            try (Stream<Path> siblings = Files.list(file.getParent())) {
                for (Path sibling : siblings.toList()) {
                    Files.createSymbolicLink(folder.resolve(sibling.getFileName()), sibling);
                }
            }
            Path own = folder.resolve(file.getFileName());
            Files.delete(own);
            Files.writeString(own, slip.text());
            Case slipped = new Case(project.label(), folder, List.of(own), project.variables());
            Oracle.Answer answer = oracle.config(folder, slipped.oracleOptions(), slipped.variables());
            return new Answer(project.label() + ", " + slip.told(), answer.accepted(), answer.text(), ours(slipped));
        } finally {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path each : all.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    /** The first sentence of refusal; empty where the project is accepted. */
    private static Optional<String> ours(Case project) {
        try {
            new ComposeLoader(new DiskFileTree())
                    .load(project.request(Map.of("PATH", "/usr/bin:/bin")))
                    .requireSound();
            return Optional.empty();
        } catch (ComposeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
