package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.FieldRemoval;
import dev.bulkhead.compose.patch.place.FieldReplacement;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.place.SharedFields;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.NameMatch;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Candidate changes of text that take a service off a network. */
public final class DetachPatcher {

    private static final String NETWORKS = "networks";

    private final ProjectSources text;
    private final Service before;
    private final String network;
    private final NameMatch match;

    public DetachPatcher(ProjectSources text, Service before, String network) {
        this.text = text;
        this.before = before;
        this.network = network;
        this.match = new NameMatch(network, text.project().sources().at(Element.membership(before.key(), network)));
    }

    /**
     * Returns the attempts: remove the name where it stands, give the service networks of its own, or override;
     * at last so that services which take it over keep theirs.
     */
    public List<Draft.Attempt> attempts() {
        List<Draft.Attempt> attempts = new ArrayList<>();
        List<FieldPlace> places = places(text.services(before.key()));
        if (!places.isEmpty()) {
            attempts.add(() -> Draft.all(places, this::remove));
            if (places.stream().anyMatch(FieldPlace::shared)) {
                attempts.add(() -> Draft.all(places, p -> p.shared() ? ownWithout(p) : remove(p)));
            }
            attempts.add(() -> Draft.all(places, this::withoutMerge));
        } else {
            List<FieldPlace> bases = places(text.allServices()).stream()
                    .filter(p -> match.mark()
                            .filter(m -> m.file().equals(p.file().name()))
                            .isPresent())
                    .toList();
            for (FieldPlace base : bases) {
                attempts.add(() -> remove(base));
            }
        }
        text.services(before.key()).reversed().forEach(site -> attempts.add(() -> override(site)));
        return new MembersComment(text, network).without(before.key(), new KeptNetworks(text, before).after(attempts));
    }

    private List<FieldPlace> places(List<ServiceSite> sites) {
        return sites.stream()
                .map(site -> site.field(NETWORKS))
                .flatMap(Optional::stream)
                .filter(place -> states(place.value()))
                .toList();
    }

    private boolean states(YamlNode value) {
        return switch (value) {
            case SequenceNode list -> list.items().stream().anyMatch(match::matches);
            case MappingNode map ->
                map.entry(network).isPresent()
                        || ServiceSite.sources(map).stream().anyMatch(this::states);
            default -> false;
        };
    }

    private Draft remove(FieldPlace place) throws EditRejectedException {
        SourceFile file = place.file();
        return switch (place.value()) {
            case SequenceNode list -> {
                List<YamlNode> items =
                        list.items().stream().filter(match::matches).toList();
                List<Splice> splices = new ArrayList<>();
                if (items.size() == list.items().size()) {
                    yield FieldRemoval.of(place);
                }
                for (YamlNode item : items) {
                    splices.addAll(new SequenceEdits(file).remove(list, item));
                }
                yield Draft.of(file, splices);
            }
            case MappingNode map -> {
                MappingNode holder = holder(map);
                if (holder.entries().size() == 1) {
                    yield holder.equals(map) ? FieldRemoval.of(place) : withoutMerge(place);
                }
                MappingEntry entry = holder.entry(network).orElseThrow();
                yield Draft.of(file, new MappingEdits(file).remove(holder, entry));
            }
            default -> throw new EditRejectedException(place.entry().key().mark() + ": networks is not a list.");
        };
    }

    /** Returns the mapping that states the network: this one, or one that it takes over. */
    private MappingNode holder(MappingNode map) {
        if (map.entry(network).isPresent()) {
            return map;
        }
        return ServiceSite.sources(map).stream()
                .filter(this::states)
                .map(this::holder)
                .findFirst()
                .orElse(map);
    }

    /** Writes out what a merge key brings, without the network. */
    private Draft withoutMerge(FieldPlace place) throws EditRejectedException {
        List<MappingEntry> merges = place.value() instanceof MappingNode map && !map.flow()
                ? map.entries().stream().filter(MappingEntry::isMerge).toList()
                : List.of();
        if (merges.isEmpty() || !(place.value() instanceof MappingNode map) || place.shared()) {
            throw refusal(place);
        }
        SourceFile file = place.file();
        List<Splice> splices = new ArrayList<>();
        merges.forEach(merge -> splices.add(
                file.lines().deleteLines(merge.key().start(), merge.value().end())));
        MappingEdits edits = new MappingEdits(file);
        map.entry(network).ifPresent(own -> splices.addAll(edits.remove(map, own)));
        SequencedMap<String, YamlValue> rest = new LinkedHashMap<>();
        merged(map, rest);
        rest.forEach((name, value) -> splices.addAll(edits.add(map, name, value)));
        return Draft.of(file, splices)
                .noting("Service " + before.key() + " names its networks itself now, instead of taking them over from "
                        + merges.getFirst().value().span().text() + ".");
    }

    private void merged(MappingNode map, SequencedMap<String, YamlValue> rest) {
        for (MappingNode source : ServiceSite.sources(map)) {
            source.entries().stream()
                    .filter(e -> !e.isMerge() && !e.name().equals(network))
                    .filter(e -> map.entry(e.name()).isEmpty())
                    .forEach(e -> rest.putIfAbsent(e.name(), NodeCopies.copy(e.value())));
            merged(source, rest);
        }
    }

    private Draft ownWithout(FieldPlace place) throws EditRejectedException {
        return SharedFields.own(
                place,
                switch (NodeCopies.copy(place.value())) {
                    case YamlValue.Fields fields
                    when fields.fields().containsKey(network) -> {
                        fields.fields().remove(network);
                        yield fields;
                    }
                    case YamlValue.Items items
                    when place.value() instanceof SequenceNode list -> {
                        List<YamlValue> rest = new ArrayList<>();
                        for (int i = 0; i < list.items().size(); i++) {
                            if (!match.matches(list.items().get(i))) {
                                rest.add(items.items().get(i));
                            }
                        }
                        yield new YamlValue.Items(rest);
                    }
                    default -> throw refusal(place);
                });
    }

    private Draft override(ServiceSite site) throws EditRejectedException {
        List<Attachment> rest = before.attachments().stream()
                .filter(a -> !a.network().equals(network))
                .toList();
        YamlValue value = new YamlValue.Tagged("!override", MembershipEntries.of(rest));
        Optional<FieldPlace> place = site.field(NETWORKS);
        Draft draft =
                place.isEmpty() ? SharedFields.put(site, NETWORKS, value) : FieldReplacement.field(place.get(), value);
        return draft.noting("Only !override takes a network away from service " + before.key()
                + " that another file or service gives it; it needs Docker Compose 2.24.4 or newer.");
    }

    private EditRejectedException refusal(FieldPlace place) {
        return new EditRejectedException(place.entry().key().mark() + ": " + network + " comes to service "
                + before.key() + " over a merge key; write its networks out by hand first.");
    }
}
