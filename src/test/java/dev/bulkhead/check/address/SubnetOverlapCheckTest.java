package dev.bulkhead.check.address;

import static dev.bulkhead.check.Checked.findings;
import static dev.bulkhead.check.Checked.lines;
import static dev.bulkhead.check.Checked.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubnetOverlapCheckTest {

    private static NetworkOptions macvlan() {
        return new NetworkOptions(Optional.of("macvlan"), false, false, false, false, Map.of(), Map.of());
    }

    @Test
    void findsEqualSubnetsAndOffersTheNextFreeOne() {
        List<Finding> findings = findings(new Stack()
                .network("a", "172.20.0.0/24")
                .network("b", "172.20.0.0/24")
                .network("c", "172.20.1.0/24")
                .service("web", "a", "b", "c"));

        assertThat(findings)
                .containsExactly(new Finding(
                        "subnet-overlap",
                        Severity.ERROR,
                        List.of(Element.network("b"), Element.network("a")),
                        "Subnet 172.20.0.0/24 of network b is also that of network a.",
                        Optional.empty(),
                        Optional.of("Give b another subnet; 172.20.2.0/24 is free."),
                        Optional.of(new TopologyEdit.SetSubnet("b", "172.20.2.0/24"))));
    }

    @Test
    void findsNestedSubnetsOfBothFamilies() {
        assertThat(lines(new Stack()
                        .network("wide", "172.20.0.0/16", "fd00::/32")
                        .network("narrow", "172.20.5.0/24")
                        .network("six", "fd00:0:7::/64")
                        .service("web", "wide", "narrow", "six")))
                .containsExactly(
                        "error subnet-overlap: Subnet 172.20.0.0/16 of network wide contains 172.20.5.0/24 of network narrow."
                                + " Give wide another subnet; 172.21.0.0/16 is free.",
                        "error subnet-overlap: Subnet fd00:0:7::/64 of network six lies inside fd00::/32 of network wide."
                                + " Give six another subnet; fd00:1::/64 is free.");
    }

    @Test
    void movesTheNetworkThatHasNoStaticAddresses() {
        List<Finding> findings = findings(new Stack()
                .network("a", "172.20.0.0/24")
                .network("b", "172.20.0.0/24")
                .service("web", "a", "b")
                .address("web", "b", "172.20.0.9"));

        assertThat(findings.getFirst().quickFix()).contains(new TopologyEdit.SetSubnet("a", "172.20.1.0/24"));
    }

    @Test
    void movesStaticAddressesAlongWhereTheyPointIntoBothSubnets() {
        List<Finding> findings = findings(inBoth());

        assertThat(findings)
                .singleElement()
                .satisfies(f -> assertThat(f.quickFix())
                        .contains(new TopologyEdit.Renumber(
                                "b",
                                List.of(
                                        new AddressMove(new AddressMove.Slot.PoolSubnet(0), "172.20.1.0/24"),
                                        new AddressMove(new AddressMove.Slot.StaticIpv4("web"), "172.20.1.9")))));
    }

    @Test
    void offersNoQuickFixWhereAVariableKnowsAnAddress() {
        List<Finding> findings =
                findings(inBoth().container("api", c -> c.withEnvironment(Map.of("UPSTREAM", "http://172.20.0.9:80"))));

        assertThat(findings)
                .singleElement()
                .satisfies(f -> assertThat(f.quickFix()).isEmpty());
    }

    private static Stack inBoth() {
        return new Stack()
                .network("a", "172.20.0.0/24")
                .network("b", "172.20.0.0/24")
                .service("web", "a", "b")
                .service("api", "a")
                .address("web", "a", "172.20.0.8")
                .address("web", "b", "172.20.0.9");
    }

    @Test
    void findsWhatTheEngineAndTheHostUseAlready() {
        assertThat(lines(
                        new Stack()
                                .network("a", "172.20.0.0/24")
                                .network("b", "192.168.1.0/24")
                                .network("c", "10.8.3.0/24")
                                .service("web", "a", "b", "c"),
                        UsedRange.onEngine("other_net", Cidr.of("172.20.0.0/16")),
                        UsedRange.hostRoute("eth0", Cidr.of("192.168.1.0/24")),
                        UsedRange.hostRoute("tun0", Cidr.of("10.8.0.0/16")),
                        UsedRange.hostRoute("tun1", Cidr.of("10.8.0.0/16"))))
                .containsExactly(
                        "error subnet-overlap: Subnet 172.20.0.0/24 of network a lies inside 172.20.0.0/16 of the engine's"
                                + " network other_net. Give a another subnet; 172.21.0.0/24 is free.",
                        "error subnet-overlap: Subnet 192.168.1.0/24 of network b is also that of the host's route through"
                                + " eth0. Give b another subnet; 192.168.2.0/24 is free.",
                        "warning subnet-overlap: Subnet 10.8.3.0/24 of network c lies inside 10.8.0.0/16 of the host's route"
                                + " through tun0. Give c another subnet; 10.9.0.0/24 is free.",
                        "warning subnet-overlap: Subnet 10.8.3.0/24 of network c lies inside 10.8.0.0/16 of the host's route"
                                + " through tun1. Give c another subnet; 10.9.0.0/24 is free.");
    }

    @Test
    void takesTheEnginesNetworkOfTheSameNameForItsOwn() {
        assertThat(findings(
                        new Stack().network("a", "172.20.0.0/24").service("web", "a"),
                        UsedRange.onEngine("stack_a", Cidr.of("172.20.0.0/24"))))
                .isEmpty();
    }

    @Test
    void letsAMacvlanNetworkHaveTheSubnetOfTheLan() {
        Stack stack = new Stack().network("lan", o -> macvlan()).service("web", "lan");
        Network lan = stack.topology().network("lan").orElseThrow();
        CheckInput input = new CheckInput(
                stack.topology().withNetwork(lan.withSubnets(List.of(Subnet.of("192.168.1.0/24")))),
                SourceMap.EMPTY,
                List.of(UsedRange.hostRoute("eth0", Cidr.of("192.168.1.0/24"))));

        assertThat(run(input)).extracting(finding -> finding.rule()).containsExactly("lan-range");
    }
}
