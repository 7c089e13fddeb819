package dev.bulkhead.layout.route;

import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** A membership of a service outside its home zone. */
public record Tie(String service, String network) {

    /** Returns the ties of a project, by service, in file order. */
    public static List<Tie> all(Topology topology, MapGeometry geometry) {
        List<Tie> ties = new ArrayList<>();
        for (Service service : topology.services().values()) {
            CardBox card = geometry.cards().get(service.key());
            if (card != null) {
                service.attachments().stream()
                        .map(Attachment::network)
                        .filter(network ->
                                !network.equals(card.zone()) && geometry.zones().containsKey(network))
                        .forEach(network -> ties.add(new Tie(service.key(), network)));
            }
        }
        return ties;
    }
}
