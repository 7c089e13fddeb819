package dev.bulkhead.check.address;

import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A static address of a membership with its place in the project. */
record StaticAddress(Service service, Attachment attachment, String field, String text) {

    static List<StaticAddress> of(Topology topology) {
        return topology.services().values().stream()
                .flatMap(service -> service.attachments().stream().flatMap(a -> of(service, a)))
                .toList();
    }

    private static Stream<StaticAddress> of(Service service, Attachment attachment) {
        return Stream.concat(
                attachment.ipv4().stream().map(ip -> new StaticAddress(service, attachment, "ipv4_address", ip)),
                attachment.ipv6().stream().map(ip -> new StaticAddress(service, attachment, "ipv6_address", ip)));
    }

    boolean ipv4() {
        return field.equals("ipv4_address");
    }

    String network() {
        return attachment.network();
    }

    /** Returns the address, if the text is one of the family that its field is for. */
    Optional<Ip> ip() {
        return Ip.tryParse(text).filter(ip -> ip.isIpv4() == ipv4());
    }

    Element place() {
        return Element.membership(service.key(), network()).field(field);
    }

    List<Element> subjects() {
        return List.of(Element.service(service.key()), Element.network(network()));
    }

    /** Returns the beginning of a sentence about it. */
    String sentence() {
        return "The " + field + " " + text + " of service " + service.key() + " on network " + network();
    }
}
