package dev.bulkhead.compose.patch.value;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Candidate changes of text that give a written value another meaning, so that what comes from a variable still does. */
public final class ValuePatcher {

    private final ProjectSources text;
    private final FileTree files;

    public ValuePatcher(ProjectSources text, FileTree files) {
        this.text = text;
        this.files = files;
    }

    /**
     * A scalar that stands for a value.
     *
     * @param file its file
     * @param node where it is written
     * @param prefix what stands before the value in the same scalar ({@code NAME=} in a list of variables)
     * @param flow whether it stands in brackets or braces
     */
    public record Spot(SourceFile file, ScalarNode node, String prefix, boolean flow) {}

    /** Returns the attempts: in place, in the default of a variable, in {@code .env}. */
    public List<Draft.Attempt> attempts(Spot spot, String oldValue, String newValue) {
        String written = spot.node().value();
        String raw = written.substring(Math.min(spot.prefix().length(), written.length()));
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (ValueRewrite rewrite : ValueRewrite.attempts(raw, oldValue, newValue)) {
            List<Draft.Attempt> elsewhere = rewrite.variable().stream()
                    .flatMap(variable -> new EnvFileEdit(text.project(), files)
                            .attempts(spot.file().file().path(), variable, rewrite.value()).stream())
                    .toList();
            if (rewrite.raw().isEmpty()) {
                attempts.addAll(elsewhere);
            } else if (rewrite.variable().isEmpty()) {
                attempts.add(() -> inPlace(spot, rewrite.raw().get()));
            } else {
                elsewhere.forEach(set ->
                        attempts.add(() -> inPlace(spot, rewrite.raw().get()).and(set.draft())));
            }
        }
        if (attempts.isEmpty()) {
            attempts.add(() -> {
                throw new EditRejectedException(
                        spot.node().mark() + ": the value is put together from variables in a way"
                                + " that leaves open which of them to change; change it by hand.");
            });
        }
        return attempts;
    }

    private static Draft inPlace(Spot spot, String raw) throws EditRejectedException {
        return Draft.of(
                spot.file(), new ScalarEdits(spot.file()).replace(spot.node(), spot.prefix() + raw, spot.flow()));
    }
}
