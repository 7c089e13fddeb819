package dev.bulkhead.surroundings.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostRoutesTest {

    // As /proc/net/route shows them: default, LAN, a VPN's split default, its range, an engine bridge, a dead route.
    private static final String IPV4 = """
            Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
            eth0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
            tun0\t00000000\t01080A0A\t0003\t0\t0\t0\t00000080\t0\t0\t0
            eth0\t0001A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
            tun0\t00080A0A\t00000000\t0001\t0\t0\t0\t00FCFFFF\t0\t0\t0
            br-0123456789ab\t000014AC\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
            *\t0000A00A\t00000000\t0201\t0\t0\t0\t0000FFFF\t0\t0\t0
            """;

    private static final String IPV6 = """
            fd0000200000000000000000000000 00 40
            fd000020000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0
            fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003     eth0
            ff000000000000000000000000000000 08 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000002 00000000 00000001     eth0
            00000000000000000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000002 00000000 80200001       lo
            """;

    private static HostRoutes routes(String ipv4, String ipv6) {
        return routes(ipv4, ipv6, "");
    }

    private static HostRoutes routes(String ipv4, String ipv6, String trie) {
        return new HostRoutes(new OverlayFileTree(
                new DiskFileTree(),
                Map.of(
                        Path.of("/proc/net/route"), ipv4.getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/ipv6_route"), ipv6.getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/fib_trie"), trie.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void readsLansAndVpnsButNotDefaultsAndEngineBridges() {
        assertThat(routes(IPV4, IPV6).read())
                .containsExactly(
                        UsedRange.hostRoute("eth0", Cidr.of("192.168.1.0/24")),
                        UsedRange.hostRoute("tun0", Cidr.of("10.10.8.0/22")),
                        UsedRange.hostRoute("eth0", Cidr.of("fd00:20::/64")));
    }

    @Test
    void theOwnAddressIsThatOnTheNetworkOfTheDefaultGateway() {
        String trie = """
            Local:
              +-- 0.0.0.0/0 3 0 5
                 +-- 10.10.8.0/22 2 0 2
                    |-- 10.10.8.7
                       /32 host LOCAL
                 +-- 127.0.0.0/8 2 0 2
                    |-- 127.0.0.1
                       /32 host LOCAL
                 +-- 192.168.1.0/24 2 0 2
                    |-- 192.168.1.0
                       /24 link UNICAST
                    |-- 192.168.1.23
                       /32 host LOCAL
                    |-- 192.168.1.255
                       /32 link BROADCAST
            """;

        assertThat(routes(IPV4, IPV6, trie).ownAddress()).contains("192.168.1.23");
        assertThat(routes("", "", trie).ownAddress()).isEmpty();
    }

    @Test
    void takesTheEnginesNetworksOnceWhenTheirBridgesHaveOtherNames() {
        ObservedNetwork network = new ObservedNetwork(
                "id",
                "stack_front",
                NetworkOptions.defaults(),
                List.of(Subnet.of("172.20.0.0/24"), Subnet.of("fd00:9::/64")));
        ObservedState engine = new ObservedState(List.of(network), List.of());

        assertThat(UsedRanges.of(
                        engine,
                        List.of(
                                UsedRange.hostRoute("br-front", Cidr.of("172.20.0.0/24")),
                                UsedRange.hostRoute("wg0", Cidr.of("10.9.0.0/24")))))
                .containsExactly(
                        UsedRange.onEngine("stack_front", Cidr.of("172.20.0.0/24")),
                        UsedRange.onEngine("stack_front", Cidr.of("fd00:9::/64")),
                        UsedRange.hostRoute("wg0", Cidr.of("10.9.0.0/24")));
    }
}
