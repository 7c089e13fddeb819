package dev.bulkhead.check.run;

import static dev.bulkhead.check.Checked.findings;
import static dev.bulkhead.check.Checked.lines;
import static dev.bulkhead.check.Checked.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {

    @Test
    void findsNothingInASoundProject() {
        assertThat(findings(new Stack()
                        .network("front", "172.20.0.0/24", "fd00:20::/64")
                        .network("back", "172.20.1.0/24")
                        .service("web", "front", "back")
                        .address("web", "front", "172.20.0.10")
                        .address("web", "front", "fd00:20::10")
                        .publish("web", "80:80")
                        .service("api", "back")
                        .publish("api", "80:53/udp")))
                .isEmpty();
    }

    @Test
    void findsSubnetsThatAreNone() {
        List<Finding> findings = findings(new Stack()
                .network("a", "172.20.0.5/24")
                .network("b", "172.20/16")
                .service("web", "a", "b"));

        assertThat(findings)
                .containsExactly(
                        new Finding(
                                "invalid-subnet",
                                Severity.ERROR,
                                List.of(Element.network("a")),
                                "The subnet 172.20.0.5/24 of network a has bits set beyond /24.",
                                Optional.empty(),
                                Optional.of("Write 172.20.0.0/24."),
                                Optional.of(new TopologyEdit.SetSubnet("a", "172.20.0.0/24"))),
                        new Finding(
                                "invalid-subnet",
                                Severity.ERROR,
                                List.of(Element.network("b")),
                                "The subnet 172.20/16 of network b is not in CIDR notation.",
                                Optional.empty(),
                                Optional.of("Write a block such as 172.20.0.0/24 or fd00:20::/64."),
                                Optional.empty()));
    }

    @Test
    void findsAddressesOfAPoolOutsideItsSubnet() {
        assertThat(lines(new Stack()
                        .pool(
                                "a",
                                new Subnet(
                                        Optional.of("172.20.0.0/24"),
                                        Optional.of("172.21.0.1"),
                                        Optional.of("172.20.0.0/16"),
                                        Map.of("router", "172.20.1.9", "nas", "172.20.0.9")))
                        .pool(
                                "b",
                                new Subnet(
                                        Optional.of("172.22.0.0/24"),
                                        Optional.of("gateway"),
                                        Optional.empty(),
                                        Map.of()))
                        .service("web", "a", "b")))
                .containsExactly(
                        "error aux-address-outside-subnet: The auxiliary address 172.20.1.9 of router in network a is outside"
                                + " its subnet. Use an address of the subnet, or remove the entry.",
                        "error gateway-outside-subnet: The gateway 172.21.0.1 of network a is outside its subnet"
                                + " 172.20.0.0/24. Use an address of the subnet, for instance 172.20.0.1, or leave the gateway"
                                + " out.",
                        "error gateway-outside-subnet: The gateway gateway of network b is not an IP address. Use an address of"
                                + " the subnet, for instance 172.22.0.1, or leave the gateway out.",
                        "error ip-range-outside-subnet: The ip_range 172.20.0.0/16 of network a is not a block inside its"
                                + " subnet. Use a block inside the subnet 172.20.0.0/24, or leave ip_range out.");
    }

    @Test
    void findsStaticAddressesOutsideTheirSubnet() {
        String fix = " Use a host address of 172.20.0.0/24, or leave ipv4_address out.";
        assertThat(lines(new Stack()
                        .network("a", "172.20.0.0/24")
                        .service("one", "a")
                        .address("one", "a", "172.21.0.9")
                        .service("two", "a")
                        .address("two", "a", "172.20.0.255")
                        .service("three", "a")
                        .address("three", "a", "172.20.0.999")
                        .service("zero", "a")
                        .address("zero", "a", "172.20.0.0")))
                .containsExactly(
                        "error static-address-outside: The ipv4_address 172.20.0.0 of service zero on network a is the address"
                                + " of the subnet 172.20.0.0/24 itself." + fix,
                        "error static-address-outside: The ipv4_address 172.20.0.255 of service two on network a is the"
                                + " broadcast address of the subnet 172.20.0.0/24." + fix,
                        "error static-address-outside: The ipv4_address 172.20.0.999 of service three on network a is not an"
                                + " IPv4 address." + fix,
                        "error static-address-outside: The ipv4_address 172.21.0.9 of service one on network a is outside its"
                                + " subnet 172.20.0.0/24." + fix);
    }

    @Test
    void findsAStaticAddressOfAFamilyWithoutSubnet() {
        assertThat(lines(new Stack()
                        .network("a", "172.20.0.0/24")
                        .network("b")
                        .service("one", "a", "b")
                        .address("one", "a", "fd00::9")
                        .address("one", "b", "172.30.0.9")))
                .containsExactly(
                        "error static-address-without-subnet: The ipv4_address 172.30.0.9 of service one on network b needs a"
                                + " stated IPv4 subnet; the network has none. Add an IPv4 subnet under ipam.config of network"
                                + " b, or leave ipv4_address out.",
                        "error static-address-without-subnet: The ipv6_address fd00::9 of service one on network a needs a"
                                + " stated IPv6 subnet; the network has none. Add an IPv6 subnet under ipam.config of network"
                                + " a, or leave ipv6_address out.");
    }

    @Test
    void findsStaticAddressesThatAreTaken() {
        assertThat(lines(new Stack()
                        .network("a", "172.20.0.0/24", "fd00::/64")
                        .service("one", "a")
                        .address("one", "a", "172.20.0.9")
                        .service("two", "a")
                        .address("two", "a", "172.20.0.9")
                        .service("gate", "a")
                        .address("gate", "a", "172.20.0.1")
                        .service("six", "a")
                        .address("six", "a", "fd00:0:0::5")
                        .service("seven", "a")
                        .address("seven", "a", "fd00::5")
                        .profiles("six", "old")
                        .profiles("seven", "new")))
                .containsExactly(
                        "error static-address-duplicate: The ipv4_address 172.20.0.1 of service gate on network a is that of the"
                                + " network's gateway. Give one of them another address of the subnet.",
                        "error static-address-duplicate: The ipv4_address 172.20.0.9 of service two on network a is also that"
                                + " of service one. Give one of them another address of the subnet.",
                        "warning static-address-duplicate: The ipv6_address fd00:0:0::5 of service six on network a is also that"
                                + " of service seven. Give one of them another address of the subnet.");
    }

    @Test
    void findsUndeclaredNetworksAndOffersToDeclareThem() {
        List<Finding> findings = findings(new Stack().service("web", "nowhere"));

        assertThat(findings)
                .containsExactly(new Finding(
                        "undefined-network",
                        Severity.ERROR,
                        List.of(Element.service("web"), Element.network("nowhere")),
                        "Service web joins network nowhere, which is not declared.",
                        Optional.empty(),
                        Optional.of("Declare nowhere under the top-level networks, or correct the name."),
                        Optional.of(new TopologyEdit.AddNetwork(
                                new Network("nowhere", "stack_nowhere", NetworkOptions.defaults(), List.of())))));
    }

    @Test
    void findsNetworksBesideANetworkMode() {
        Stack stack = new Stack().network("a").service("other", "a").mode("web", "host");
        var web = stack.topology().service("web").orElseThrow();
        var both = web.withAttachments(
                stack.topology().service("other").orElseThrow().attachments());

        assertThat(run(CheckInput.of(stack.topology().withService(both), SourceMap.EMPTY)))
                .extracting(Finding::rule, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "networks-with-network-mode",
                        "Service web has both networks and network_mode: host; Compose refuses that."));
    }

    @Test
    void findsHostPortsThatClash() {
        assertThat(lines(new Stack()
                        .network("a")
                        .service("one", "a")
                        .publish("one", "8080:80")
                        .service("two", "a")
                        .publish("two", "127.0.0.1:8080:80")
                        .service("udp", "a")
                        .publish("udp", "8080:80/udp")
                        .service("other-address", "a")
                        .publish("other-address", "127.0.0.2:9090:80")
                        .publish("other-address", "127.0.0.3:9090:80")
                        .publish("other-address", "0.0.0.0:9090:80")
                        .service("range", "a")
                        .publish("range", "8000-8100:80")))
                .containsExactly(
                        "error host-port-taken-twice: Service other-address publishes 0.0.0.0:9090:80, but it takes that host"
                                + " port already with 127.0.0.2:9090:80. Publish one of them on another host port or host"
                                + " address, or not at all.",
                        "error host-port-taken-twice: Service other-address publishes 0.0.0.0:9090:80, but it takes that host"
                                + " port already with 127.0.0.3:9090:80. Publish one of them on another host port or host"
                                + " address, or not at all.",
                        "error host-port-taken-twice: Service two publishes 127.0.0.1:8080:80, but service one takes that host"
                                + " port with 8080:80. Publish one of them on another host port or host address, or not at"
                                + " all.",
                        "warning host-port-taken-twice: Service range publishes 8000-8100:80, but service one takes that host"
                                + " port with 8080:80. Publish one of them on another host port or host address, or not at"
                                + " all.",
                        "warning host-port-taken-twice: Service two publishes 127.0.0.1:8080:80, but service range takes that"
                                + " host port with 8000-8100:80. Publish one of them on another host port or host address, or"
                                + " not at all.");
    }

    @Test
    void onlyMentionsNetworksThatNobodyJoins() {
        assertThat(findings(new Stack().network("spare")))
                .containsExactly(new Finding(
                        "unused-network",
                        Severity.INFO,
                        List.of(Element.network("spare")),
                        "No service joins network spare.",
                        Optional.empty(),
                        Optional.of("Attach a service to it, or remove it."),
                        Optional.of(new TopologyEdit.RemoveNetwork("spare"))));
    }

    @Test
    void pointsToThePlaceInTheFile() {
        SourceMark mark = new SourceMark("networks.yml", 7, 9);
        Stack stack = new Stack().network("a", "172.20.0.5/24").service("web", "a");

        assertThat(run(CheckInput.of(stack.topology(), new SourceMap(Map.of(Element.pool("a", 0), mark)))))
                .extracting(Finding::at)
                .containsExactly(Optional.of(mark));
    }

    @Test
    void staysQuickWithThousandsOfEqualSubnetsAndPorts() {
        Stack stack = new Stack();
        for (int i = 0; i < 5_000; i++) {
            stack.network("n" + i, "172.20.0.0/24").service("s" + i, "n" + i).publish("s" + i, "80:80");
        }

        List<Finding> findings = findings(stack);

        assertThat(findings).hasSize(2_000);
    }
}
