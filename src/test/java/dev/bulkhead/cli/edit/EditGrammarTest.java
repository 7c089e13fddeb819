package dev.bulkhead.cli.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditGrammarTest {

    @Test
    void attachTakesAddressesAndAliases() throws Exception {
        assertThat(EditGrammar.attach("web=front,ip=10.0.0.5,ip=fd00::5,alias=www,alias=site"))
                .isEqualTo(new TopologyEdit.Attach(
                        "web",
                        Attachment.to("front")
                                .withAliases(List.of("www", "site"))
                                .withAddresses(Optional.of("10.0.0.5"), Optional.of("fd00::5"))));
    }

    @Test
    void aNetworkGetsTheProjectsNameInFrontOfItsOwn() throws Exception {
        assertThat(EditGrammar.addNetwork("front,subnet=10.1.0.0/24,internal").in("shop"))
                .isEqualTo(new TopologyEdit.AddNetwork(new Network(
                        "front",
                        "shop_front",
                        NetworkOptions.defaults().withInternal(true),
                        List.of(Subnet.of("10.1.0.0/24")))));
    }

    @Test
    void anExternalNetworkHasNoSubnetHere() {
        assertThatThrownBy(() -> EditGrammar.addNetwork("front,external,internal"))
                .hasMessage("--add-network front,external,internal is external, so its subnet and internal are set"
                        + " where it is created; leave them out.");
    }

    @Test
    void portsAreReadAsComposeWritesThem() throws Exception {
        assertThat(EditGrammar.port("127.0.0.1:8080:80"))
                .isEqualTo(new PortMapping(
                        Optional.of("127.0.0.1"), Optional.of("8080"), 80, Protocol.TCP, PortMapping.INGRESS));
        assertThat(EditGrammar.port("[::1]:53:53/udp"))
                .isEqualTo(
                        new PortMapping(Optional.of("::1"), Optional.of("53"), 53, Protocol.UDP, PortMapping.INGRESS));
        assertThat(EditGrammar.port("9000"))
                .isEqualTo(
                        new PortMapping(Optional.empty(), Optional.empty(), 9000, Protocol.TCP, PortMapping.INGRESS));
    }

    @Test
    void aPortBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> EditGrammar.port("80:70000"))
                .hasMessage("'80:70000' is not a port; write [ADDRESS:][PUBLISHED:]CONTAINER[/udp], for instance"
                        + " 127.0.0.1:8080:80.");
    }

    @Test
    void aFieldIsNamedByItsPathAndNamesOfLabelsMayHoldDots() throws Exception {
        Topology project = Topology.of(
                "shop",
                List.of(),
                List.of(new Service(
                        "web.1",
                        new NetworkMode.Networks(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ContainerSpec.ofImage("nginx"))));

        assertThat(FieldGrammar.set("web.1.deploy.resources.limits.memory=512m", project))
                .isEqualTo(new FieldEdit.SetField(
                        Element.service("web.1").field("deploy", "resources", "limits", "memory"),
                        FieldValue.text("512m")));
        assertThat(FieldGrammar.set("web.1.labels.traefik.enable=true", project))
                .isEqualTo(new FieldEdit.SetField(
                        Element.service("web.1").field("labels", "traefik.enable"), FieldValue.text("true")));
        assertThat(FieldGrammar.set("web.1.read_only=true", project))
                .isEqualTo(new FieldEdit.SetField(Element.service("web.1").field("read_only"), FieldValue.flag(true)));
        assertThat(FieldGrammar.unset("web.1.deploy.replicas", project))
                .isEqualTo(new FieldEdit.RemoveField(Element.service("web.1").field("deploy", "replicas")));
        assertThatThrownBy(() -> FieldGrammar.unset("db.image", project))
                .hasMessage("--unset db.image does not begin with a service of the project and a field of it; write"
                        + " SERVICE.PATH.");
    }
}
