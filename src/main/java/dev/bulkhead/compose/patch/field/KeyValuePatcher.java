package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.place.SharedFields;
import dev.bulkhead.compose.patch.text.BlockStyle;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.StyleProbe;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.compose.yaml.AliasNode;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Candidate changes of text that set an environment variable or a label of a service, in list form and in map form. */
public final class KeyValuePatcher {

    /** The fields that hold names with values. */
    public enum Field {
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

    private final ProjectSources text;
    private final ValuePatcher values;
    private final Field field;
    private final Service before;
    private final String name;
    private final String value;

    public KeyValuePatcher(
            ProjectSources text, ValuePatcher values, Field field, Service before, String name, String value) {
        this.text = text;
        this.values = values;
        this.field = field;
        this.before = before;
        this.name = name;
        this.value = value;
    }

    public List<Draft.Attempt> attempts() {
        List<Draft.Attempt> attempts = new ArrayList<>();
        List<ServiceSite> sites = text.services(before.key());
        List<FieldPlace> places = sites.reversed().stream()
                .map(site -> site.field(field.key))
                .flatMap(Optional::stream)
                .toList();
        places.forEach(place -> attempts.addAll(change(place, place.value())));
        places.forEach(place -> attempts.addAll(add(place)));
        sites.stream()
                .filter(site -> site.field(field.key).isEmpty())
                .forEach(site -> attempts.add(() -> SharedFields.put(site, field.key, whole(site.file()))));
        return attempts;
    }

    /** Returns attempts to change the value where it is written. */
    private List<Draft.Attempt> change(FieldPlace place, YamlNode holder) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        String old = field.of(before).getOrDefault(name, "");
        switch (holder) {
            case SequenceNode list ->
                list.items().stream()
                        .filter(item -> item.resolved() instanceof ScalarNode s && names(s))
                        .forEach(item -> attempts.addAll(item(place, list, (ScalarNode) item.resolved(), old)));
            case MappingNode map -> {
                map.value(name)
                        .map(YamlNode::resolved)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .ifPresent(node -> attempts.addAll(values.attempts(
                                new ValuePatcher.Spot(place.file(), node, "", map.flow()), old, value)));
                if (map.value(name).isEmpty()) {
                    ServiceSite.sources(map).forEach(source -> attempts.addAll(change(place, source)));
                }
            }
            default -> {}
        }
        return attempts;
    }

    private boolean names(ScalarNode item) {
        return item.value().equals(name) || item.value().startsWith(name + "=");
    }

    private List<Draft.Attempt> item(FieldPlace place, SequenceNode list, ScalarNode item, String old) {
        if (item.value().equals(name)) {
            return List.of(() -> Draft.of(
                    place.file(), new ScalarEdits(place.file()).replace(item, name + "=" + escaped(), list.flow())));
        }
        return values.attempts(new ValuePatcher.Spot(place.file(), item, name + "=", list.flow()), old, value);
    }

    /** Returns attempts to add the name to what is written. */
    private List<Draft.Attempt> add(FieldPlace place) {
        List<Draft.Attempt> attempts = new ArrayList<>();
        if (MappingEdits.isEmpty(place.value())) {
            attempts.add(() -> place.shared() ? SharedFields.own(place, whole(place.file())) : fill(place));
            return attempts;
        }
        if (!place.shared()) {
            if (!states(place.value())) {
                attempts.add(() -> addTo(place));
            }
        } else {
            if (!field.of(before).containsKey(name)) {
                attempts.add(() -> addTo(place));
            }
            attempts.add(() -> ownWith(place));
        }
        return attempts;
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
                Draft.of(file, new SequenceEdits(file).add(list, new YamlValue.Text(name + "=" + escaped())));
            case MappingNode map -> {
                MappingEntry last = map.entries().getLast();
                BlockStyle style = file.style().withQuote(StyleProbe.quote(last.value()));
                yield Draft.of(file, new MappingEdits(file).add(map, name, new YamlValue.Text(escaped()), style));
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
                                    new YamlValue.Text(escaped()),
                                    SharedFields.styleNear(place.site())));
        }
        YamlValue copy = NodeCopies.copy(place.value());
        if (copy instanceof YamlValue.Fields fields) {
            fields.fields().put(name, new YamlValue.Text(escaped()));
            return SharedFields.own(place, fields);
        }
        List<YamlValue> items = new ArrayList<>(copy instanceof YamlValue.Items list ? list.items() : List.of());
        if (place.value() instanceof SequenceNode list) {
            for (int i = list.items().size() - 1; i >= 0; i--) {
                if (list.items().get(i).resolved() instanceof ScalarNode s && names(s)) {
                    items.remove(i);
                }
            }
        }
        items.add(new YamlValue.Text(name + "=" + escaped()));
        return SharedFields.own(place, new YamlValue.Items(items));
    }

    /** Returns the field with this one name, in the form that other services of the file use. */
    private YamlValue whole(SourceFile file) {
        boolean lists = text.allServices().stream()
                .filter(site -> site.file().name().equals(file.name()))
                .map(site -> site.field(field.key))
                .flatMap(Optional::stream)
                .anyMatch(place -> place.value() instanceof SequenceNode);
        return lists
                ? new YamlValue.Items(List.of(new YamlValue.Text(name + "=" + escaped())))
                : YamlValue.Fields.of(Map.entry(name, new YamlValue.Text(escaped())));
    }

    private String escaped() {
        return value.replace("$", "$$");
    }
}
