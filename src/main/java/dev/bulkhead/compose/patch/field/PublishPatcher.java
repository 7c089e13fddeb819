package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.FieldDrafts;
import dev.bulkhead.compose.patch.place.FieldPlace;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.SharedFields;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.NodeCopies;
import dev.bulkhead.compose.patch.text.ScalarWriter;
import dev.bulkhead.compose.patch.text.SequenceEdits;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Candidate changes of text that publish a port of a service. */
public final class PublishPatcher {

    private static final String PORTS = "ports";

    private final ProjectSources text;
    private final Service before;
    private final PortMapping port;

    public PublishPatcher(ProjectSources text, Service before, PortMapping port) {
        this.text = text;
        this.before = before;
        this.port = port;
    }

    public List<Draft.Attempt> attempts() {
        return new FieldDrafts(this::stated, site -> List.of(() -> SharedFields.put(site, PORTS, only())))
                .at(text.services(before.key()), PORTS);
    }

    private List<Draft.Attempt> stated(FieldPlace place) {
        if (MappingEdits.isEmpty(place.value())) {
            return List.of(() -> SharedFields.fill(place, only()));
        }
        return place.shared()
                ? List.of(() -> add(place), () -> SharedFields.own(place, copyWith(place)))
                : List.of(() -> add(place));
    }

    private YamlValue only() {
        // Quoted as Compose's own documents advise: YAML 1.1 reads 22:22 as a number.
        return new YamlValue.Items(List.of(
                PortEntry.of(port) instanceof YamlValue.Text(String written)
                        ? new YamlValue.Raw(ScalarWriter.write(written, ScalarWriter.Quote.DOUBLE, false))
                        : PortEntry.of(port)));
    }

    private Draft add(FieldPlace place) throws EditRejectedException {
        if (!(place.value() instanceof SequenceNode list)) {
            throw new EditRejectedException(place.entry().key().mark() + ": ports is not a list; write it as one.");
        }
        return Draft.of(place.file(), new SequenceEdits(place.file()).add(list, PortEntry.in(list, port)));
    }

    private YamlValue copyWith(FieldPlace place) {
        List<YamlValue> items = new ArrayList<>();
        if (NodeCopies.copy(place.value()) instanceof YamlValue.Items copied) {
            items.addAll(copied.items());
        }
        items.add(PortEntry.in(place.value(), port));
        return new YamlValue.Items(items);
    }
}
