package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways to set an environment variable or a label of a service, in list form and in map form. */
final class KeyValueWays {

    /** The fields that hold names with values. */
    enum Field {
        ENVIRONMENT("environment"),
        LABELS("labels");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        private Map<String, String> of(Service service) {
            return this == ENVIRONMENT
                    ? service.container().environment()
                    : service.container().labels();
        }
    }

    private final ProjectText text;
    private final ValueWays values;
    private final Field field;
    private final Service before;
    private final String name;
    private final String value;

    KeyValueWays(ProjectText text, ValueWays values, Field field, Service before, String name, String value) {
        this.text = text;
        this.values = values;
        this.field = field;
        this.before = before;
        this.name = name;
        this.value = value;
    }

    List<Draft.Way> ways() {
        List<Draft.Way> ways = new ArrayList<>();
        List<ServiceSite> sites = text.services(before.key());
        List<FieldPlace> places = sites.reversed().stream()
                .map(site -> site.field(field.key))
                .flatMap(Optional::stream)
                .toList();
        places.forEach(place -> ways.addAll(change(place, place.value())));
        places.forEach(place -> ways.addAll(add(place)));
        sites.stream()
                .filter(site -> site.field(field.key).isEmpty())
                .forEach(site -> ways.add(() -> SharedFields.put(site, field.key, whole(site.file()))));
        return ways;
    }

    /** Returns ways to change the value where it is written. */
    private List<Draft.Way> change(FieldPlace place, YamlNode holder) {
        List<Draft.Way> ways = new ArrayList<>();
        String old = field.of(before).getOrDefault(name, "");
        switch (holder) {
            case SequenceNode list ->
                list.items().stream()
                        .filter(item -> item.resolved() instanceof ScalarNode s && names(s))
                        .forEach(item -> ways.addAll(item(place, list, (ScalarNode) item.resolved(), old)));
            case MappingNode map -> {
                map.value(name)
                        .map(YamlNode::resolved)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .ifPresent(node -> ways.addAll(
                                values.ways(new ValueWays.Spot(place.file(), node, "", map.flow()), old, value)));
                if (map.value(name).isEmpty()) {
                    ServiceSite.sources(map).forEach(source -> ways.addAll(change(place, source)));
                }
            }
            default -> {}
        }
        return ways;
    }

    private boolean names(ScalarNode item) {
        return item.value().equals(name) || item.value().startsWith(name + "=");
    }

    private List<Draft.Way> item(FieldPlace place, SequenceNode list, ScalarNode item, String old) {
        if (item.value().equals(name)) {
            return List.of(() -> Draft.of(
                    place.file(), new ScalarEdits(place.file()).replace(item, name + "=" + escaped(), list.flow())));
        }
        return values.ways(new ValueWays.Spot(place.file(), item, name + "=", list.flow()), old, value);
    }

    /** Returns ways to add the name to what is written. */
    private List<Draft.Way> add(FieldPlace place) {
        List<Draft.Way> ways = new ArrayList<>();
        if (MappingEdits.isEmpty(place.value())) {
            ways.add(() -> place.shared() ? SharedFields.own(place, whole(place.file())) : fill(place));
            return ways;
        }
        if (!place.shared()) {
            if (!states(place.value())) {
                ways.add(() -> addTo(place));
            }
        } else {
            if (!field.of(before).containsKey(name)) {
                ways.add(() -> addTo(place));
            }
            ways.add(() -> ownWith(place));
        }
        return ways;
    }

    /** Returns whether a list or mapping itself has the name; a second one would only hide the first. */
    private boolean states(YamlNode value) {
        return switch (value) {
            case SequenceNode list ->
                list.items().stream().anyMatch(item -> item.resolved() instanceof ScalarNode s && names(s));
            case MappingNode map -> map.entry(name).isPresent();
            default -> false;
        };
    }

    private Draft fill(FieldPlace place) {
        return Draft.of(
                place.file(),
                new MappingEdits(place.file())
                        .fill(
                                place.around(),
                                place.entry(),
                                whole(place.file()),
                                place.file().style()));
    }

    private Draft addTo(FieldPlace place) throws EditRejectedException {
        SourceFile file = place.file();
        return switch (place.value()) {
            case SequenceNode list ->
                Draft.of(file, new SequenceEdits(file).add(list, new YamlOut.Text(name + "=" + escaped())));
            case MappingNode map -> {
                MappingEntry last = map.entries().getLast();
                BlockStyle style = file.style().withQuote(StyleProbe.quote(last.value()));
                yield Draft.of(file, new MappingEdits(file).add(map, name, new YamlOut.Text(escaped()), style));
            }
            default ->
                throw new EditRejectedException(place.entry().key().mark() + ": " + field.key
                        + " is neither a list nor a mapping; write it as one of them.");
        };
    }

    private Draft ownWith(FieldPlace place) throws EditRejectedException {
        if (place.own() && place.entry().value() instanceof AliasNode && place.value() instanceof MappingNode) {
            return Draft.of(
                    place.file(),
                    new MappingEdits(place.file())
                            .extendAlias(
                                    place.around(),
                                    place.entry(),
                                    name,
                                    new YamlOut.Text(escaped()),
                                    SharedFields.styleNear(place.site())));
        }
        YamlOut copy = NodeCopies.copy(place.value());
        if (copy instanceof YamlOut.Fields fields) {
            fields.fields().put(name, new YamlOut.Text(escaped()));
            return SharedFields.own(place, fields);
        }
        List<YamlOut> items = new ArrayList<>(copy instanceof YamlOut.Items list ? list.items() : List.of());
        if (place.value() instanceof SequenceNode list) {
            for (int i = list.items().size() - 1; i >= 0; i--) {
                if (list.items().get(i).resolved() instanceof ScalarNode s && names(s)) {
                    items.remove(i);
                }
            }
        }
        items.add(new YamlOut.Text(name + "=" + escaped()));
        return SharedFields.own(place, new YamlOut.Items(items));
    }

    /** Returns the field with this one name, in the form that other services of the file use. */
    private YamlOut whole(SourceFile file) {
        boolean lists = text.allServices().stream()
                .filter(site -> site.file().name().equals(file.name()))
                .map(site -> site.field(field.key))
                .flatMap(Optional::stream)
                .anyMatch(place -> place.value() instanceof SequenceNode);
        return lists
                ? new YamlOut.Items(List.of(new YamlOut.Text(name + "=" + escaped())))
                : YamlOut.Fields.of(Map.entry(name, new YamlOut.Text(escaped())));
    }

    private String escaped() {
        return value.replace("$", "$$");
    }
}
