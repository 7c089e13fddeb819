package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldRemoval;
import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.BlockWriter;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.List;
import java.util.Optional;

/** Changes of text along one {@link FieldWalk}, whatever the edit. */
final class FieldText {

    private FieldText() {}

    /** Returns the style of the blocks of a declaration, or of its file where it has none. */
    static BlockStyle style(FieldWalk walk) {
        return StyleProbe.below(
                walk.entry().value(), walk.file().lines(), walk.file().style());
    }

    /** Puts another value in the place of an entry's, whatever the form of both. */
    static Draft replace(FieldWalk walk, FieldWalk.Step step, YamlValue value) {
        SourceFile file = walk.file();
        MappingEntry entry = step.entry();
        if (step.around().flow()) {
            String text = new MappingEdits(file).flow(step.around()).write(value);
            YamlNode old = entry.value();
            boolean nothing = old.contentStart() == old.end();
            return Draft.of(file, List.of(new Splice(old.contentStart(), old.end(), nothing ? " " + text : text)));
        }
        int column = file.lines().column(entry.key().start());
        List<String> lines = new BlockWriter(style(walk)).entry(entry.name(), value, column);
        int key = entry.key().end();
        int colon = file.lines().text().indexOf(':', key) + 1;
        int end = Math.max(colon, entry.value().end());
        String text = String.join(file.lines().lineBreak(), lines).stripLeading();
        String behind = text.substring(text.indexOf(':', written(entry, text)) + 1);
        return Draft.of(file, List.of(new Splice(colon, end, behind)));
    }

    /** Returns where the colon behind a key can stand at the earliest: a key may hold colons itself. */
    private static int written(MappingEntry entry, String text) {
        String name = entry.name();
        return text.startsWith(name) ? name.length() : Math.max(0, text.indexOf(name) + name.length());
    }

    /**
     * Gives a declaration its own of what stands behind an alias or a merge key, with a change in it.
     *
     * @throws EditRejectedException if its form leaves no room for it
     */
    static Draft own(FieldWalk walk, int level, FieldCopies.Change change) throws EditRejectedException {
        SourceFile file = walk.file();
        MappingEdits edits = new MappingEdits(file);
        YamlNode above = walk.above(level);
        String name = walk.path().get(level);
        List<String> rest = walk.path().subList(level + 1, walk.path().size());
        boolean merged = level < walk.steps().size() && walk.steps().get(level).merged();
        if (above instanceof AliasNode && !(above.resolved() instanceof MappingNode) && level > 0) {
            FieldWalk.Step step = walk.steps().get(level - 1);
            Optional<YamlValue> copy = FieldCopies.changed(
                    Optional.of(above), walk.path().subList(level, walk.path().size()), change);
            return replace(walk, step, copy.orElse(new YamlValue.Items(List.of())))
                    .noting(note(walk, level));
        }
        Optional<YamlNode> old = FieldWalk.in(above, name).map(s -> s.entry().value());
        Optional<YamlValue> value = FieldCopies.changed(old, rest, change);
        if (value.isEmpty()) {
            throw new EditRejectedException(walk.last().mark() + ": " + name
                    + " comes from an anchor that others may read too; change it there by hand.");
        }
        if (above instanceof AliasNode) {
            MappingNode around =
                    level == 0 ? walk.section() : walk.steps().get(level - 1).around();
            MappingEntry entry =
                    level == 0 ? walk.entry() : walk.steps().get(level - 1).entry();
            return Draft.of(file, edits.extendAlias(around, entry, name, value.get(), style(walk)))
                    .noting(note(walk, level));
        }
        if (merged && above.resolved() instanceof MappingNode map) {
            return Draft.of(file, edits.add(map, name, value.get(), style(walk)))
                    .noting(note(walk, level));
        }
        throw new EditRejectedException(walk.last().mark() + ": nothing here is shared.");
    }

    private static String note(FieldWalk walk, int level) {
        return walk.entry().name() + " read its " + walk.path().get(level) + " from text in "
                + walk.file().name() + " that others may read too; it has its own now.";
    }

    /** Takes an entry away, and what is around it where nothing else is left there. */
    static Draft remove(FieldWalk walk, int level) throws EditRejectedException {
        SourceFile file = walk.file();
        if (level < 0) {
            return Draft.of(file, FieldRemoval.emptied(file, walk.entry(), "{}"));
        }
        FieldWalk.Step step = walk.steps().get(level);
        if (step.around().entries().size() > 1) {
            return Draft.of(file, new MappingEdits(file).remove(step.around(), step.entry()));
        }
        return remove(walk, level - 1);
    }

    /** Takes a list item away, and the list where nothing else is in it. */
    static Draft remove(FieldWalk walk, SequenceNode list, YamlNode item) throws EditRejectedException {
        return list.items().size() > 1
                ? Draft.of(walk.file(), new SequenceEdits(walk.file()).remove(list, item))
                : remove(walk, walk.steps().size() - 1);
    }
}
