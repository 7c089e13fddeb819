package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.words.Words;
import java.util.List;

/** Effect that a click on a place of a service on a network would have, found out before it is done. */
public sealed interface MembershipChange {

    /** It can be done. */
    record Possible(TopologyEdit edit) implements MembershipChange {}

    /** It cannot, for a reason the operator is told. */
    record Impossible(String reason) implements MembershipChange {}

    /** Returns what joining would do, or leaving for a member. */
    static MembershipChange toggle(Topology topology, String service, String network) {
        boolean member = topology.service(service).filter(s -> s.joins(network)).isPresent();
        return of(
                topology,
                service,
                member ? new TopologyEdit.Detach(service, network) : new TopologyEdit.Attach(service, network));
    }

    /** Returns what giving a service's place on a network to another would do: aliases and addresses go with it. */
    static MembershipChange give(Topology topology, String network, String from, String to) {
        Attachment place = topology.service(from)
                .flatMap(service -> service.attachment(network))
                .orElse(Attachment.to(network));
        Attachment given =
                Attachment.to(network).withAliases(place.aliases()).withAddresses(place.ipv4(), place.ipv6());
        TopologyEdit edit = new TopologyEdit.Batch(
                Words.of("membershipchange.give-s-place-on-to", from, network, to),
                List.of(new TopologyEdit.Detach(from, network), new TopologyEdit.Attach(to, given)));
        return of(topology, from, edit);
    }

    private static MembershipChange of(Topology topology, String service, TopologyEdit edit) {
        if (topology.service(service).map(Service::key).isEmpty()) {
            return new Impossible(Words.of("membershipchange.no-file-of-the-project", service));
        }
        try {
            edit.apply(topology);
            return new Possible(edit);
        } catch (EditRejectedException rejected) {
            return new Impossible(String.valueOf(rejected.getMessage()));
        }
    }
}
