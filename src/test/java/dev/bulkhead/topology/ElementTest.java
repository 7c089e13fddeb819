package dev.bulkhead.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element.EngineNetworkElement;
import dev.bulkhead.topology.Element.FileElement;
import dev.bulkhead.topology.Element.OutsideElement;
import dev.bulkhead.topology.Element.ReservedElement;
import dev.bulkhead.topology.Element.RouteElement;
import dev.bulkhead.topology.Element.VolumeElement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ElementTest {

    @Test
    void isWrittenAsTheJsonContractSays() {
        assertThat(Stream.of(
                                Element.service("web"),
                                Element.network("dmz"),
                                new VolumeElement("data"),
                                new FileElement("bulkhead.yml"),
                                new EngineNetworkElement("other_default"),
                                new RouteElement("tun0"),
                                new ReservedElement("the VPN"),
                                OutsideElement.LAN)
                        .map(Element::text))
                .containsExactly(
                        "service:web",
                        "network:dmz",
                        "volume:data",
                        "file:bulkhead.yml",
                        "engine-network:other_default",
                        "route:tun0",
                        "reserved:the VPN",
                        "lan");
    }

    @Test
    void aPartIsWrittenBehindWhatItIsAPartOf() {
        assertThat(Stream.of(
                                Element.membership("web", "dmz"),
                                Element.membership("web", "dmz").field("ipv4_address"),
                                Element.port("web", 1),
                                Element.bindMount("web", 0),
                                Element.pool("dmz", 0).field("gateway"),
                                Element.service("web").field("labels").field("a/b"))
                        .map(Element::text))
                .containsExactly(
                        "service:web/networks/dmz",
                        "service:web/networks/dmz/ipv4_address",
                        "service:web/ports#1",
                        "service:web/volumes#0",
                        "network:dmz/ipam#0/gateway",
                        "service:web/labels/a/b");
    }

    @Test
    void standsWhereTheNearestThingAroundItStands() {
        SourceMark service = new SourceMark("compose.yml", 2, 3);
        SourceMark ports = new SourceMark("compose.yml", 4, 5);
        SourceMap sources = new SourceMap(
                Map.of(Element.service("web"), service, Element.service("web").field("ports"), ports));

        assertThat(sources.at(Element.port("web", 0))).contains(ports);
        assertThat(sources.at(Element.membership("web", "dmz").field("aliases")))
                .contains(service);
        assertThat(sources.at(Element.service("db"))).isEmpty();
        assertThat(sources.of(Element.port("web", 0))).isEmpty();
    }

    @Test
    void belongsToTheNearestNodeOrEdgeOfTheGraph() {
        assertThat(Element.port("web", 0).inGraph()).contains(Element.service("web"));
        assertThat(Element.membership("web", "dmz").field("aliases").inGraph())
                .contains(Element.membership("web", "dmz"));
        assertThat(Element.pool("dmz", 0).field("gateway").inGraph()).contains(Element.network("dmz"));
        assertThat(new VolumeElement("data").inGraph()).isEmpty();
    }
}
