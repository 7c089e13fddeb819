package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.topology.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Ways to give a written value another meaning, so that what comes from a variable still does. */
final class ValueWays {

    private final ProjectText text;
    private final FileTree files;

    ValueWays(ProjectText text, FileTree files) {
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
    record Spot(SourceFile file, ScalarNode node, String prefix, boolean flow) {}

    /** Returns the ways: in place, in the default of a variable, in {@code .env}. */
    List<Draft.Way> ways(Spot spot, String oldValue, String newValue) {
        String written = spot.node().value();
        String raw = written.substring(Math.min(spot.prefix().length(), written.length()));
        List<Draft.Way> ways = new ArrayList<>();
        for (ValueRewrite rewrite : ValueRewrite.ways(raw, oldValue, newValue)) {
            rewrite.raw().ifPresent(fresh -> ways.add(() -> inPlace(spot, fresh)));
            rewrite.variable()
                    .ifPresent(variable -> ways.addAll(new EnvFileEdit(text.project(), files)
                            .ways(spot.file().file().path(), variable, rewrite.value())));
        }
        if (ways.isEmpty()) {
            ways.add(() -> {
                throw new EditRejectedException(
                        spot.node().mark() + ": the value is put together from variables in a way"
                                + " that leaves open which of them to change; change it by hand.");
            });
        }
        return ways;
    }

    private static Draft inPlace(Spot spot, String raw) throws EditRejectedException {
        return Draft.of(
                spot.file(), new ScalarEdits(spot.file()).replace(spot.node(), spot.prefix() + raw, spot.flow()));
    }
}
