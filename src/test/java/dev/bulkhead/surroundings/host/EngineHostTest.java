package dev.bulkhead.surroundings.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.Surroundings.Unknown;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineHostTest {

    private static final ObservedState NOTHING = new ObservedState(List.of(), List.of());
    private static final Topology PROJECT = new Stack().network("a").topology();
    private static final FileTree FILES = files();

    private static EngineHost host() {
        return new EngineHost(new HostRoutes(FILES));
    }

    private static FileTree files() {
        String routes = """
                Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT
                eth0\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
                eth0\t0001A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
                """;
        return new OverlayFileTree(
                new DiskFileTree(),
                Map.of(
                        Path.of("/proc/net/route"),
                        routes.getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/fib_trie"),
                        "|-- 192.168.1.23\n   /32 host LOCAL\n".getBytes(StandardCharsets.US_ASCII),
                        Path.of("/etc/docker/daemon.json"),
                        "{\"iptables\": false, \"icc\": true}".getBytes(StandardCharsets.UTF_8),
                        Path.of("/proc/net/ipv6_route"),
                        new byte[0]));
    }

    private static Surroundings around(String address) {
        return host().around(
                        PROJECT,
                        ReachOptions.defaults(),
                        Optional.of(new EngineInfo("Docker", "26.1.0", "1.45", address)),
                        NOTHING);
    }

    @Test
    void routesOfThisMachineAreInUseWhereTheEngineIsOnIt() {
        Surroundings around = around("unix:///var/run/docker.sock");

        assertThat(around.used()).containsExactly(UsedRange.hostRoute("eth0", Cidr.of("192.168.1.0/24")));
        assertThat(around.unknown()).isEmpty();
        assertThat(around.reach().engineMajor()).isEqualTo(26);
    }

    @Test
    void settingsComeFromTheEngineThenFromItsMachine() {
        ObservedNetwork bridge = new ObservedNetwork(
                "1",
                "bridge",
                new NetworkOptions(
                        Optional.of("bridge"),
                        false,
                        false,
                        false,
                        false,
                        Map.of("com.docker.network.bridge.enable_icc", "false"),
                        Map.of()),
                List.of());
        EngineInfo here = new EngineInfo(
                "Docker",
                "26.1.0",
                "1.45",
                "unix:///var/run/docker.sock",
                Optional.empty(),
                EnginePools.DEFAULT,
                ContainerUsers.SAME,
                new EngineInfo.Networking(Optional.of(true), Set.of(), EngineInfo.Swarm.NONE));

        EngineSettings settings = host().around(
                        PROJECT,
                        ReachOptions.defaults(),
                        Optional.of(here),
                        new ObservedState(List.of(bridge), List.of()))
                .reach()
                .settings();

        assertThat(settings.told())
                .isEqualTo(Map.of(
                        EngineSetting.IP_FORWARD, true, EngineSetting.ICC, false, EngineSetting.IPTABLES, false));
        assertThat(settings.around()).containsExactly(Cidr.of("192.168.1.0/24"));
        assertThat(around("tcp://10.0.0.5:2376").reach().settings()).isEqualTo(EngineSettings.ASSUMED.whenAsked());
    }

    @Test
    void packetRulesThatCannotBeReadAreSaidToBeNotKnown() {
        EngineHost asking = new EngineHost(
                new HostRoutes(FILES),
                new MachineSettings(MachineReadings.anew(
                        new MachineFirewall(FILES, MachinePrograms.NONE),
                        new ProxyProcesses(Path.of("/no-such-folder")))));
        EngineInfo here = new EngineInfo("Docker", "26.1.0", "1.45", "unix:///var/run/docker.sock");

        assertThat(asking.around(PROJECT, ReachOptions.defaults(), Optional.of(here), NOTHING)
                        .unknown())
                .containsExactly(Unknown.PACKET_RULES);
        assertThat(Unknown.PACKET_RULES.sentence()).endsWith("beside the engine's own is not known.");
    }

    @Test
    void onlyAnEngineOnThisMachineHasItsAddress() {
        assertThat(host().address(new EngineInfo("Docker", "26.1.0", "1.45", "unix:///var/run/docker.sock")))
                .contains("192.168.1.23");
        assertThat(host().address(new EngineInfo("Docker", "26.1.0", "1.45", "tcp://10.0.0.5:2376")))
                .isEmpty();
    }

    @Test
    void anEngineElsewhereIsNotJudgedByTheRoutesOfThisMachine() {
        for (String address : List.of("tcp://10.0.0.5:2376", "ssh://me@server")) {
            Surroundings around = around(address);

            assertThat(around.used()).as(address).isEmpty();
            assertThat(around.unknown()).as(address).containsExactly(Unknown.HOST_ROUTES);
            assertThat(around.reach().engineMajor()).as(address).isEqualTo(26);
        }
    }

    @Test
    void whileNoEngineAnswersNothingIsKnown() {
        assertThat(host().around(PROJECT, ReachOptions.defaults(), Optional.empty(), NOTHING))
                .isEqualTo(Surroundings.UNKNOWN);
    }
}
