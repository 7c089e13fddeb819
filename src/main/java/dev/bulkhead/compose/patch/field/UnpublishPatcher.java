package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.FieldRemoval;
import dev.bulkhead.compose.patch.place.FieldReplacement;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.place.SharedFields;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.ScalarWriter;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidate changes of text that take a published port of a service away. */
public final class UnpublishPatcher {

    private static final String PORTS = "ports";

    private final ProjectSources text;
    private final Service before;
    private final PortMapping port;
    private final SourceMap sources;

    public UnpublishPatcher(ProjectSources text, Service before, PortMapping port) {
        this.text = text;
        this.before = before;
        this.port = port;
        this.sources = text.project().sources();
    }

    /** A list item that publishes the port. */
    private record Spot(FieldPlace place, SequenceNode list, YamlNode item) {}

    public List<Draft.Attempt> attempts() {
        Optional<SourceMark> mark = mark(before.ports().indexOf(port));
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (Spot spot : spots(text.services(before.key()), mark)) {
            attempts.add(() -> remove(spot));
            if (spot.place().shared()) {
                attempts.add(() -> SharedFields.own(spot.place(), copyWithout(spot)));
            }
        }
        if (attempts.isEmpty()) {
            spots(text.allServices(), mark).forEach(spot -> attempts.add(() -> remove(spot)));
        }
        text.services(before.key()).reversed().forEach(site -> attempts.add(() -> override(site)));
        return attempts;
    }

    private Optional<SourceMark> mark(int index) {
        return sources.of(Element.port(before.key(), index));
    }

    private List<Spot> spots(List<ServiceSite> sites, Optional<SourceMark> mark) {
        List<Spot> spots = new ArrayList<>();
        for (ServiceSite site : sites) {
            Optional<FieldPlace> place = site.field(PORTS);
            if (place.isPresent() && place.get().value() instanceof SequenceNode list) {
                list.items().stream()
                        .filter(item -> mark.isPresent() ? stands(item, mark.get()) : says(item))
                        .forEach(item -> spots.add(new Spot(place.get(), list, item)));
            }
        }
        return spots;
    }

    private static boolean stands(YamlNode item, SourceMark mark) {
        return item.mark().equals(mark) || item.resolved().mark().equals(mark);
    }

    private boolean says(YamlNode item) {
        return item.resolved() instanceof ScalarNode scalar && scalar.value().equals(port.text());
    }

    private Draft remove(Spot spot) throws EditRejectedException {
        List<PortMapping> rest = restOfRange(spot);
        SourceFile file = spot.place().file();
        SequenceEdits edits = new SequenceEdits(file);
        if (!rest.isEmpty()) {
            return split(spot, rest);
        }
        return spot.list().items().size() == 1
                ? FieldRemoval.of(spot.place())
                : Draft.of(file, edits.remove(spot.list(), spot.item()));
    }

    /** Returns what else the same item publishes, when it is a range. */
    private List<PortMapping> restOfRange(Spot spot) {
        List<PortMapping> rest = new ArrayList<>();
        for (int i = 0; i < before.ports().size(); i++) {
            Optional<SourceMark> mark = mark(i);
            if (!before.ports().get(i).equals(port)
                    && mark.filter(m -> stands(spot.item(), m)).isPresent()) {
                rest.add(before.ports().get(i));
            }
        }
        return rest;
    }

    private Draft split(Spot spot, List<PortMapping> rest) throws EditRejectedException {
        if (!(spot.item() instanceof ScalarNode scalar) || scalar.value().contains("$")) {
            throw new EditRejectedException(spot.item().mark() + ": " + port.text()
                    + " is part of a range that cannot be split safely; write its parts by hand.");
        }
        SourceFile file = spot.place().file();
        List<String> parts = PortRanges.texts(rest);
        List<Splice> splices = new ArrayList<>(new ScalarEdits(file)
                .replace(scalar, parts.getFirst(), spot.list().flow()));
        SequenceNode upToHere = new SequenceNode(
                spot.list().span(), spot.list().properties(), spot.list().flow(), List.of(scalar));
        for (String part : parts.subList(1, parts.size())) {
            splices.addAll(new SequenceEdits(file).add(upToHere, new YamlValue.Text(part)));
        }
        return Draft.of(file, splices);
    }

    private static YamlValue copyWithout(Spot spot) {
        List<YamlValue> items = spot.list().items().stream()
                .filter(item -> !item.equals(spot.item()))
                .map(NodeCopies::copy)
                .toList();
        return new YamlValue.Items(items);
    }

    private Draft override(ServiceSite site) throws EditRejectedException {
        List<YamlValue> rest = before.ports().stream()
                .filter(p -> !p.equals(port))
                .map(p -> PortEntry.of(p) instanceof YamlValue.Text(String written)
                        ? (YamlValue) new YamlValue.Raw(ScalarWriter.write(written, ScalarWriter.Quote.DOUBLE, false))
                        : PortEntry.of(p))
                .toList();
        YamlValue value = new YamlValue.Tagged("!override", new YamlValue.Items(rest));
        Optional<FieldPlace> place = site.field(PORTS);
        Draft draft =
                place.isEmpty() ? SharedFields.put(site, PORTS, value) : FieldReplacement.field(place.get(), value);
        return draft.noting("Only !override takes a port away from service " + before.key()
                + " that another file or service gives it; it needs Docker Compose 2.24.4 or newer.");
    }
}
