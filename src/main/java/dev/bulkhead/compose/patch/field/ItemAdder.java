package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidate changes of text that add an item to a list where it is written. */
final class ItemAdder {

    private final List<String> path;
    private final YamlValue item;

    ItemAdder(List<String> path, YamlValue item) {
        this.path = path;
        this.item = item;
    }

    List<Draft.Attempt> add(FieldWalk walk) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        attempts.add(() -> inPlace(walk));
        walk.sharedFrom()
                .ifPresent(level -> attempts.add(() -> level < walk.path().size()
                        ? FieldText.own(walk, level, this::longer)
                        : FieldText.replace(
                                walk,
                                walk.steps().getLast(),
                                longer(Optional.of(walk.last())).orElse(item))));
        return attempts;
    }

    private Optional<YamlValue> longer(Optional<YamlNode> old) throws EditRejectedException {
        List<YamlValue> items = new ArrayList<>();
        Optional<YamlNode> present = old.map(YamlNode::resolved).filter(n -> !MappingEdits.isEmpty(n));
        if (present.isPresent()) {
            switch (present.get()) {
                case SequenceNode list -> list.items().forEach(i -> items.add(NodeCopies.copy(i)));
                case ScalarNode scalar -> items.add(NodeCopies.copy(scalar));
                case MappingNode map -> throw notAList(map);
                case AliasNode alias -> throw notAList(alias);
            }
        }
        items.add(item);
        return Optional.of(new YamlValue.Items(items));
    }

    private Draft inPlace(FieldWalk walk) throws EditRejectedException {
        FieldWalk.Step step = walk.steps().getLast();
        YamlNode node = step.entry().value();
        MappingEdits edits = new MappingEdits(walk.file());
        if (MappingEdits.isEmpty(node)) {
            YamlValue whole = new YamlValue.Items(List.of(item));
            return Draft.of(walk.file(), edits.fill(step.around(), step.entry(), whole, FieldText.style(walk)));
        }
        return switch (node.resolved()) {
            case SequenceNode list -> Draft.of(walk.file(), new SequenceEdits(walk.file()).add(list, item));
            case MappingNode map
            when ModelData.holdsNameValues(path.getFirst(), walk.path())
                    && item instanceof YamlValue.Text(String text) -> {
                int equals = text.indexOf('=');
                String name = equals < 0 ? text : text.substring(0, equals);
                YamlValue value = equals < 0 ? new YamlValue.Nothing() : new YamlValue.Text(text.substring(equals + 1));
                yield Draft.of(walk.file(), edits.add(map, name, value, FieldText.style(walk)));
            }
            case ScalarNode _ ->
                FieldText.replace(walk, step, longer(Optional.of(node)).orElse(item));
            case MappingNode map -> throw notAList(map);
            case AliasNode alias -> throw notAList(alias);
        };
    }

    private static EditRejectedException notAList(YamlNode node) {
        return new EditRejectedException(node.mark() + ": this is a mapping; set the field below it that you mean.");
    }
}
