package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Candidate changes of text that take an item out of a list where it is written. */
final class ItemRemover {

    private final WantedModel wanted;
    private final List<String> path;
    private final List<FieldWalk> walks;
    private final FieldValue item;

    ItemRemover(WantedModel wanted, List<String> path, List<FieldWalk> walks, FieldValue item) {
        this.wanted = wanted;
        this.path = path;
        this.walks = walks;
        this.item = item;
    }

    List<Draft.Attempt> attempts() {
        Set<SourceMark> marks = marks();
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (FieldWalk walk : walks) {
            if (!walk.complete() || walk.item().isPresent()) {
                continue;
            }
            YamlNode node = walk.last();
            if (node.resolved() instanceof SequenceNode list) {
                list.items().stream().filter(i -> stands(i, marks)).findFirst().ifPresent(found -> {
                    attempts.add(() -> FieldText.remove(walk, list, found));
                    walk.sharedFrom()
                            .filter(level -> level < walk.path().size())
                            .ifPresent(level ->
                                    attempts.add(() -> FieldText.own(walk, level, _ -> without(list, found))));
                    walk.sharedFrom()
                            .filter(level -> level == walk.path().size())
                            .ifPresent(_ -> attempts.add(() -> FieldText.replace(
                                    walk,
                                    walk.steps().getLast(),
                                    without(list, found).orElse(new YamlValue.Items(List.of())))));
                });
            } else if (stands(node, marks)) {
                attempts.add(() -> FieldText.remove(walk, walk.steps().size() - 1));
            }
        }
        attempts.add(() -> {
            throw new EditRejectedException("the item comes from another file or service, where lists are added up;"
                    + " take it out there, or write the list anew behind !override.");
        });
        return attempts;
    }

    private static Optional<YamlValue> without(SequenceNode list, YamlNode found) {
        List<YamlValue> rest = list.items().stream()
                .filter(i -> !i.equals(found))
                .map(NodeCopies::copy)
                .toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(new YamlValue.Items(rest));
    }

    private Set<SourceMark> marks() {
        Set<SourceMark> marks = new HashSet<>();
        int index = wanted.indexOf(path, item, ModelData.at(wanted.before(), path));
        Optional<ResolvedValue> value =
                Optional.ofNullable(wanted.resolved().sections().get(path.getFirst()));
        for (String name : path.subList(1, path.size())) {
            value = value.flatMap(v -> v instanceof ResolvedValue.Fields fields ? fields.get(name) : Optional.empty());
        }
        if (value.isPresent() && value.get() instanceof ResolvedValue.Items items && index >= 0) {
            collect(items.items().get(index), marks);
        } else {
            value.ifPresent(v -> collect(v, marks));
        }
        return marks;
    }

    private static void collect(ResolvedValue value, Set<SourceMark> marks) {
        switch (value) {
            case ResolvedValue.Scalar scalar -> marks.add(scalar.at());
            case ResolvedValue.Items items -> items.items().forEach(each -> collect(each, marks));
            case ResolvedValue.Fields fields -> fields.fields().values().forEach(each -> collect(each, marks));
        }
    }

    private static boolean stands(YamlNode node, Set<SourceMark> marks) {
        YamlNode written = node.resolved();
        return marks.contains(node.mark())
                || marks.contains(written.mark())
                || (written instanceof MappingNode map
                        && map.entries().stream().map(MappingEntry::value).anyMatch(v -> stands(v, marks)));
    }
}
