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
        List<Draft.Way> ways = new ArrayList<>();
        List<ServiceSite> sites = text.services(before.key());
        for (boolean extended : new boolean[] {false, true}) {
            List<ServiceSite> some =
                    sites.stream().filter(s -> s.extendedOnly() == extended).toList();
            some.reversed().forEach(site -> site.field(PORTS).ifPresent(place -> stated(place, ways)));
            some.stream()
                    .filter(site -> site.field(PORTS).isEmpty())
                    .forEach(site -> ways.add(() -> SharedFields.put(site, PORTS, only())));
        }
        return ways;
    }

    private void stated(FieldPlace place, List<Draft.Way> ways) {
        if (MappingEdits.isEmpty(place.value())) {
            ways.add(() -> place.shared() ? SharedFields.own(place, only()) : fill(place));
            return;
        }
        ways.add(() -> add(place));
        if (place.shared()) {
            ways.add(() -> SharedFields.own(place, copyWith(place)));
        }
    }

    private YamlOut only() {
        // Quoted as Compose's own documents advise: YAML 1.1 reads 22:22 as a number.
        return new YamlOut.Items(List.of(
                PortOut.of(port) instanceof YamlOut.Text(String written)
                        ? new YamlOut.Raw(ScalarWriter.write(written, ScalarWriter.Quote.DOUBLE, false))
                        : PortOut.of(port)));
    }

    private Draft fill(FieldPlace place) {
        return Draft.of(
                place.file(),
                new MappingEdits(place.file())
                        .fill(place.around(), place.entry(), only(), SharedFields.styleNear(place.site())));
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
