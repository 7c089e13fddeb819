package dev.bulkhead.check.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.lint.LintChecks;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressChecksTest {

    /** Leaves out the checks of {@code check.lint}, which have tests of their own. */
    private static List<Finding> run(CheckInput input) {
        List<String> lint = LintChecks.all().stream()
                .flatMap(c -> c.rules().stream())
                .map(CheckRule::id)
                .toList();
        return Checks.run(input).stream().filter(f -> !lint.contains(f.rule())).toList();
    }

    private static List<Finding> findings(Stack stack, UsedRange... used) {
        return run(new CheckInput(stack.topology(), SourceMap.EMPTY, List.of(used)));
    }

    private static List<String> lines(Stack stack, UsedRange... used) {
        return findings(stack, used).stream()
                .map(f -> f.severity().text() + " " + f.rule() + ": " + f.message()
                        + f.fix().map(x -> " " + x).orElse(""))
                .toList();
    }

    private static Subnet pool(String subnet, String ipRange) {
        return new Subnet(Optional.of(subnet), Optional.empty(), Optional.of(ipRange), Map.of());
    }

    @Test
    void warnsOfASubnetThatAnAutomaticOneMayTakeFirst() {
        List<Finding> findings = findings(
                new Stack().network("auto").network("zone", "172.18.5.0/24").service("web", "auto", "zone"));

        assertThat(findings)
                .containsExactly(new Finding(
                        "automatic-subnet-collision",
                        Severity.WARNING,
                        List.of(Element.network("zone"), Element.network("auto")),
                        "Subnet 172.18.5.0/24 of network zone may be taken: auto states no subnet, and whichever is"
                                + " created before it can be given 172.18.0.0/16.",
                        Optional.empty(),
                        Optional.of("State a subnet for every network of the project; these are free: 172.19.0.0/16 for"
                                + " auto."),
                        Optional.of(new TopologyEdit.Batch(
                                "state every subnet", List.of(new TopologyEdit.SetSubnet("auto", "172.19.0.0/16"))))));
    }

    @Test
    void doesNotWarnOnceTheAutomaticNetworkIsThere() {
        assertThat(findings(
                        new Stack()
                                .network("auto")
                                .network("zone", "172.18.5.0/24")
                                .service("web", "auto", "zone"),
                        UsedRange.onEngine("bridge", Cidr.of("172.17.0.0/16")),
                        UsedRange.onEngine("stack_auto", Cidr.of("172.19.0.0/16"))))
                .isEmpty();
    }

    @Test
    void warnsOfAnAutomaticSubnetThatHidesARouteThroughAVpn() {
        List<Finding> findings = findings(
                new Stack().network("auto").service("web", "auto"), UsedRange.routed("tun0", Cidr.of("172.18.0.0/16")));

        assertThat(findings)
                .containsExactly(new Finding(
                        "automatic-subnet-hides-route",
                        Severity.WARNING,
                        List.of(Element.network("auto"), new Element.RouteElement("tun0")),
                        "Network auto states no subnet and will be given 172.18.0.0/16, which hides 172.18.0.0/16 of the"
                                + " host's route through tun0.",
                        Optional.empty(),
                        Optional.of("State a subnet; 172.19.0.0/16 is free."),
                        Optional.of(new TopologyEdit.SetSubnet("auto", "172.19.0.0/16"))));
    }

    @Test
    void letsAutomaticSubnetsKeepClearOfTheLanThemselves() {
        assertThat(findings(
                        new Stack().network("auto").service("web", "auto"),
                        UsedRange.hostRoute("eth0", Cidr.of("172.18.0.0/16"))))
                .isEmpty();
    }

    @Test
    void saysWhichNetworksFindThePoolsUsedUp() {
        CheckInput input = CheckInput.of(
                        new Stack()
                                .network("a")
                                .network("b")
                                .service("web", "a", "b")
                                .topology(),
                        SourceMap.EMPTY)
                .withAround(new Surroundings(
                        List.of(UsedRange.onEngine("bridge", Cidr.of("10.0.0.0/24"))),
                        ReachOptions.defaults(),
                        new EnginePools(List.of(new EnginePools.Pool(Cidr.of("10.0.0.0/23"), 24))),
                        Set.of()));

        assertThat(run(input))
                .extracting(f -> f.severity().text() + " " + f.rule() + ": " + f.message())
                .containsExactly("error address-pools-exhausted: Network b states no subnet, and the engine's 2 default"
                        + " address pools are used up.");
    }

    @Test
    void mentionsThatHardlyAnyPoolIsLeft() {
        UsedRange[] used = new UsedRange[29];
        List<Cidr> blocks = EnginePools.DEFAULT.blocks();
        for (int i = 0; i < used.length; i++) {
            used[i] = UsedRange.onEngine("n" + i, blocks.get(i));
        }

        assertThat(lines(new Stack().network("a", "10.0.0.0/24").service("web", "a"), used))
                .containsExactly("info address-pools-exhausted: After this project the engine's default address pools"
                        + " have only 2 of 31 subnets left for networks that state none. State small subnets, remove"
                        + " unused networks, or set default-address-pools of the engine.");
    }

    @Test
    void warnsOfStaticAddressesThatAutomaticOnesReach() {
        assertThat(lines(new Stack()
                        .network("a", "10.0.0.0/24")
                        .service("auto", "a")
                        .service("low", "a")
                        .address("low", "a", "10.0.0.2")
                        .service("high", "a")
                        .address("high", "a", "10.0.0.50")))
                .containsExactly(
                        "warning static-address-contested: The ipv4_address 10.0.0.2 of service low on network a"
                                + " may be taken: 1 service there has no static address and gets the lowest free one when it"
                                + " starts. Keep automatic addresses apart with an ip_range, for instance 10.0.0.128/25, and"
                                + " static ones outside it.");
    }

    @Test
    void mentionsStaticAddressesInsideTheIpRange() {
        assertThat(lines(new Stack()
                        .pool("a", pool("10.0.0.0/24", "10.0.0.128/25"))
                        .service("web", "a")
                        .address("web", "a", "10.0.0.200")
                        .service("db", "a")
                        .address("db", "a", "10.0.0.20")))
                .containsExactly(
                        "info static-address-contested: The ipv4_address 10.0.0.200 of service web on network a"
                                + " lies in its ip_range 10.0.0.128/25, which the engine hands out to containers without a static"
                                + " address. Choose an address of 10.0.0.0/24 outside the ip_range.");
    }

    @Test
    void findsNetworksThatAreTooSmall() {
        Stack stack = new Stack()
                .network("tiny", "10.0.0.0/30")
                .pool("narrow", pool("10.1.0.0/24", "10.1.0.64/31"))
                .service("one", "tiny", "narrow")
                .service("two", "tiny", "narrow")
                .service("three", "narrow");

        assertThat(lines(stack))
                .containsExactly(
                        "error network-full: Network narrow is too small: 3 services need an automatic address, and its"
                                + " ip_range 10.1.0.64/31 has 2. Widen ip_range, or leave it out.",
                        "error network-full: Network tiny is too small: 2 services need an automatic address, and its"
                                + " subnet 10.0.0.0/30 has 1. Give tiny a larger subnet.");
    }
}
