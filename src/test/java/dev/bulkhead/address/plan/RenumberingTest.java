package dev.bulkhead.address.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.AddressMove.Slot;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RenumberingTest {

    private static final Subnet FULL = new Subnet(
            Optional.of("172.20.0.0/24"),
            Optional.of("172.20.0.254"),
            Optional.of("172.20.0.128/25"),
            Map.of("printer", "172.20.0.9"));

    private static Stack full() {
        return new Stack()
                .pool("a", FULL)
                .service("web", "a")
                .address("web", "a", "172.20.0.10")
                .service("api", "a");
    }

    @Test
    void keepsTheHostPartOfEverythingChosen() throws EditRejectedException {
        assertThat(Renumbering.edit(full().topology(), "a", "10.9.8.0/24"))
                .isEqualTo(new TopologyEdit.Renumber(
                        "a",
                        List.of(
                                new AddressMove(new Slot.PoolSubnet(0), "10.9.8.0/24"),
                                new AddressMove(new Slot.PoolGateway(0), "10.9.8.254"),
                                new AddressMove(new Slot.PoolRange(0), "10.9.8.128/25"),
                                new AddressMove(new Slot.PoolHost(0, "printer"), "10.9.8.9"),
                                new AddressMove(new Slot.StaticIpv4("web"), "10.9.8.10"))));
    }

    @Test
    void shrinksTheIpRangeAndKeepsAGatewayAtTheEnd() throws EditRejectedException {
        Topology after = Renumbering.edit(full().topology(), "a", "10.9.8.0/25").apply(full().topology());

        assertThat(after.network("a").orElseThrow().subnets())
                .containsExactly(new Subnet(
                        Optional.of("10.9.8.0/25"),
                        Optional.of("10.9.8.126"),
                        Optional.of("10.9.8.64/26"),
                        Map.of("printer", "10.9.8.9")));
    }

    @Test
    void isAPlainChangeWhereNothingWasChosen() throws EditRejectedException {
        assertThat(Renumbering.edit(
                        new Stack()
                                .network("a", "172.20.0.0/24")
                                .service("web", "a")
                                .topology(),
                        "a",
                        "172.21.0.0/24"))
                .isEqualTo(new TopologyEdit.SetSubnet("a", "172.21.0.0/24"));
    }

    @Test
    void refusesASubnetInWhichAStaticAddressDoesNotFit() {
        Topology topology = new Stack()
                .network("a", "172.20.0.0/24")
                .service("web", "a")
                .address("web", "a", "172.20.0.200")
                .topology();

        assertThatThrownBy(() -> Renumbering.edit(topology, "a", "172.21.0.0/25"))
                .isInstanceOf(EditRejectedException.class)
                .hasMessage("Network a cannot move to 172.21.0.0/25: the static address of web, 172.20.0.200, does not"
                        + " fit into it; choose a larger subnet or another address first.");
    }

    @Test
    void refusesToMakeAStaticAddressTheBroadcastAddress() {
        Topology topology = new Stack()
                .network("a", "172.20.0.0/24")
                .service("web", "a")
                .address("web", "a", "172.20.0.127")
                .topology();

        assertThatThrownBy(() -> Renumbering.edit(topology, "a", "172.21.0.0/25"))
                .hasMessageContaining("would be the subnet's own or its broadcast address");
    }

    @Test
    void refusesTheOtherFamily() {
        assertThatThrownBy(() -> Renumbering.edit(full().topology(), "a", "fd00:1::/64"))
                .hasMessage("Network a states no IPv6 subnet that could become fd00:1::/64; add one under its"
                        + " ipam.config.");
    }

    @Test
    void movesThePoolOfTheSameFamily() throws EditRejectedException {
        Topology topology = new Stack()
                .network("a", "172.20.0.0/24", "fd00:1::/64")
                .service("web", "a")
                .address("web", "a", "fd00:1::10")
                .topology();

        assertThat(Renumbering.edit(topology, "a", "fd00:2::/64"))
                .isEqualTo(new TopologyEdit.Renumber(
                        "a",
                        List.of(
                                new AddressMove(new Slot.PoolSubnet(1), "fd00:2::/64"),
                                new AddressMove(new Slot.StaticIpv6("web"), "fd00:2::10"))));
    }

    /** Whatever is chosen: moved to and fro it is what it was, and in between it is inside. */
    @Test
    void goesThereAndBack() throws EditRejectedException {
        Random random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            int prefix = 16 + random.nextInt(11);
            Cidr home = Cidr.of("10.0.0.0/8")
                    .at(BigInteger.valueOf(random.nextInt(200)).shiftLeft(32 - 16), prefix);
            Stack stack = new Stack().network("a", home.toString());
            for (int i = 0; i < 4; i++) {
                int host = 2 + random.nextInt((1 << (32 - prefix)) - 4);
                stack.service("s" + i, "a")
                        .address(
                                "s" + i,
                                "a",
                                home.address(BigInteger.valueOf(host)).toString());
            }
            Cidr away = Cidr.of("172.16.0.0/12").at(BigInteger.ZERO, prefix);

            Topology there =
                    Renumbering.edit(stack.topology(), "a", away.toString()).apply(stack.topology());
            Topology back = Renumbering.edit(there, "a", home.toString()).apply(there);

            assertThat(DeclaredRange.of(there).getFirst().statics()).hasSize(4);
            assertThat(back).isEqualTo(stack.topology());
        }
    }
}
