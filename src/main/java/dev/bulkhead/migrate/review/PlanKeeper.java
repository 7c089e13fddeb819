package dev.bulkhead.migrate.review;

import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.project.MigrationContext;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.report.PlanJson;
import dev.bulkhead.migrate.report.SavedPlan;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.reach.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeper of plans: makes one that can be kept, and tells whether a kept one is still what would be done. */
public final class PlanKeeper {

    private final MigrationContext context;

    public PlanKeeper(MigrationContext context) {
        this.context = context;
    }

    public SavedPlan keep(ComposeProject project, Answers answers, Review review) throws MigrationException {
        SortedMap<String, String> written = new TreeMap<>();
        for (TextChange change : review.patch().changes()) {
            written.put(change.name(), change.after().map(PlanKeeper::digest).orElse("deleted"));
        }
        try {
            return new SavedPlan(
                    answers.iteration(),
                    new AnswersYaml().write(answers),
                    PlanJson.write(review.plan(), review.effect()),
                    new SavedPlan.Seen(
                            files(project),
                            written,
                            engine(
                                    context.engine().observer().observe(),
                                    project.topology().project())));
        } catch (EngineException e) {
            throw new MigrationException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new MigrationException("A file of the project cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private SortedMap<String, String> files(ComposeProject project) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (ComposeFile file : project.files()) {
            files.put(file.name(), digest(file.text()));
        }
        for (String name : List.of(".env", Rules.FILE)) {
            Path file = project.directory().resolve(name);
            if (context.files().isFile(file)) {
                files.put(name, digest(new String(context.files().read(file), StandardCharsets.UTF_8)));
            }
        }
        return files;
    }

    /** Containers are known by their ids, since one made anew is another. */
    private static SortedMap<String, List<String>> engine(ObservedState state, String project) {
        NormalisedState normal = NormalisedState.of(state, project);
        SortedMap<String, List<String>> engine = new TreeMap<>();
        normal.networks().forEach((name, lines) -> engine.put("Network " + name, lines));
        for (ObservedContainer container : state.containers()) {
            if (normal.containers().containsKey(container.name())) {
                List<String> lines = new ArrayList<>(List.of("id " + container.id()));
                lines.addAll(normal.containers().getOrDefault(container.name(), List.of()));
                engine.put("Container " + container.name(), lines);
            }
        }
        return engine;
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
