package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.List;

/** Ways to publish a port of a service. */
final class PublishWays {

    private static final String PORTS = "ports";

    private final ProjectText text;
    private final Service before;
    private final PortMapping port;

    PublishWays(ProjectText text, Service before, PortMapping port) {
        this.text = text;
        this.before = before;
        this.port = port;
    }

    List<Draft.Way> ways() {
        return new FieldWays(this::stated, site -> List.of(() -> SharedFields.put(site, PORTS, only())))
                .at(text.services(before.key()), PORTS);
    }

    private List<Draft.Way> stated(FieldPlace place) {
        if (MappingEdits.isEmpty(place.value())) {
            return List.of(() -> SharedFields.fill(place, only()));
        }
        return place.shared()
                ? List.of(() -> add(place), () -> SharedFields.own(place, copyWith(place)))
                : List.of(() -> add(place));
    }

    private YamlOut only() {
        // Quoted as Compose's own documents advise: YAML 1.1 reads 22:22 as a number.
        return new YamlOut.Items(List.of(
                PortOut.of(port) instanceof YamlOut.Text(String written)
                        ? new YamlOut.Raw(ScalarWriter.write(written, ScalarWriter.Quote.DOUBLE, false))
                        : PortOut.of(port)));
    }

    private Draft add(FieldPlace place) throws EditRejectedException {
        if (!(place.value() instanceof SequenceNode list)) {
            throw new EditRejectedException(place.entry().key().mark() + ": ports is not a list; write it as one.");
        }
        return Draft.of(place.file(), new SequenceEdits(place.file()).add(list, PortOut.in(list, port)));
    }

    private YamlOut copyWith(FieldPlace place) {
        List<YamlOut> items = new ArrayList<>();
        if (NodeCopies.copy(place.value()) instanceof YamlOut.Items copied) {
            items.addAll(copied.items());
        }
        items.add(PortOut.in(place.value(), port));
        return new YamlOut.Items(items);
    }
}
