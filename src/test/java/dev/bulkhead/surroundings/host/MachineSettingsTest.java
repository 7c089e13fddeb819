package dev.bulkhead.surroundings.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.reach.setting.HostRules.Way;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineSettingsTest {

    private static final Topology SHOP = new Stack().network("front").topology();
    private static final EngineInfo HERE = new EngineInfo("Docker", "28.5.2", "1.51", "unix:///run/docker.sock");
    private static final ObservedState NOTHING = new ObservedState(List.of(), List.of());

    private static final String NO_RULES = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\nCOMMIT\n";

    @TempDir
    Path processes;

    /** A machine whose programs list what a test says. */
    private EngineSettings look(String capabilities, Map<String, String> listed, ObservedState state) {
        OverlayFileTree files = new OverlayFileTree(
                new DiskFileTree(),
                Map.of(
                        Path.of("/proc/self/status"),
                        ("Name:\tjava\nCapEff:\t" + capabilities + "\n").getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/ip_tables_names"),
                        new byte[0],
                        Path.of("/proc/net/ip6_tables_names"),
                        new byte[0]));
        MachinePrograms programs = new MachinePrograms() {
            @Override
            public boolean has(String program) {
                return listed.keySet().stream().anyMatch(line -> line.startsWith(program));
            }

            @Override
            public Optional<String> list(List<String> command) {
                return Optional.ofNullable(listed.get(String.join(" ", command)));
            }
        };
        return new MachineSettings(
                        MachineReadings.anew(new MachineFirewall(files, programs), new ProxyProcesses(processes)))
                .look(SHOP, HERE, state, new HostRoutes(files));
    }

    private static ObservedState publishing(String port) {
        return new ObservedState(
                List.of(),
                List.of(new ObservedContainer(
                        "1",
                        "web",
                        "nginx",
                        Map.of(),
                        new Status(RunState.RUNNING, Health.NONE, Optional.empty(), 0),
                        "bridge",
                        List.of(),
                        List.of(PortMapping.of(Integer.parseInt(port), 80, Protocol.TCP)))));
    }

    private void process(String pid, String... command) throws IOException {
        Files.writeString(
                Files.createDirectories(processes.resolve(pid)).resolve("cmdline"), String.join("\0", command) + "\0");
    }

    @Test
    void whoMayNotListRulesKnowsNone() {
        EngineSettings settings =
                look("0000000000000000", Map.of("iptables-nft-save", NO_RULES, "ip6tables-nft-save", ""), NOTHING);

        assertThat(settings.rules()).isEmpty();
        assertThat(settings.told()).isEmpty();
    }

    @Test
    void aProgramThatFailsLeavesThemUnknown() {
        assertThat(look("000001ffffffffff", Map.of("iptables-nft-save -V", ""), NOTHING)
                        .rules())
                .isEmpty();
    }

    @Test
    void anEngineWithoutRulesIsSeenByItsChains() {
        EngineSettings settings =
                look("000001ffffffffff", Map.of("iptables-nft-save", NO_RULES, "ip6tables-nft-save", ""), NOTHING);

        assertThat(settings.told())
                .isEqualTo(Map.of(
                        EngineSetting.IPTABLES,
                        false,
                        EngineSetting.FORWARD_POLICY,
                        false,
                        EngineSetting.HOST_RULES,
                        true));
        assertThat(settings.hostRules().passage("stack_front").closed()).containsKey(Way.OUT);
    }

    @Test
    void tablesOfNftablesAreReadThatIptablesDoesNotList() {
        String tables = """
                {"nftables": [{"metainfo": {"version": "1.0.6"}},
                  {"table": {"family": "ip", "name": "filter", "handle": 1}},
                  {"table": {"family": "inet", "name": "walls", "handle": 2}}]}
                """;
        String walls = """
                {"nftables": [{"metainfo": {"version": "1.0.6"}},
                  {"table": {"family": "inet", "name": "walls", "handle": 2}},
                  {"chain": {"family": "inet", "table": "walls", "name": "through", "handle": 1, "type": "filter",
                    "hook": "forward", "prio": 0, "policy": "drop"}},
                  {"rule": {"family": "inet", "table": "walls", "chain": "through", "handle": 4, "expr": [
                    {"match": {"op": "in", "left": {"ct": {"key": "state"}}, "right": ["established", "related"]}},
                    {"accept": null}]}},
                  {"rule": {"family": "inet", "table": "walls", "chain": "through", "handle": 5, "expr": [
                    {"match": {"op": "==", "left": {"meta": {"key": "iifname"}}, "right": "wg0"}}, {"accept": null}]}}]}
                """;

        EngineSettings settings = look(
                "000001ffffffffff",
                Map.of(
                        "iptables-nft-save",
                        "*filter\n:FORWARD ACCEPT [0:0]\n:DOCKER-FORWARD - [0:0]\n-A FORWARD -j DOCKER-FORWARD\nCOMMIT\n",
                        "ip6tables-nft-save",
                        "",
                        "nft -j list tables",
                        tables,
                        "nft -j -t list table inet walls",
                        walls),
                NOTHING);

        assertThat(settings.told().get(EngineSetting.IPTABLES)).isTrue();
        assertThat(settings.hostRules().passage("stack_front").closed().get(Way.OUT))
                .isEqualTo("policy DROP of through");
    }

    @Test
    void theEnginesProxyIsSeenByItsProcesses() throws IOException {
        process("7", "/usr/bin/dockerd", "-H", "fd://");
        process("8", "/usr/bin/docker-proxy", "-proto", "tcp", "-host-ip", "0.0.0.0", "-host-port", "8080");

        assertThat(look("0", Map.of(), publishing("8080")).told())
                .isEqualTo(Map.of(EngineSetting.USERLAND_PROXY, true));
        assertThat(look("0", Map.of(), publishing("8081")).told())
                .isEqualTo(Map.of(EngineSetting.USERLAND_PROXY, false));
        assertThat(look("0", Map.of(), NOTHING).told()).isEmpty();
    }

    @Test
    void whoseProcessesCannotBeSeenIsNotJudgedByThem() throws IOException {
        process("8", "/bin/sh");

        assertThat(look("0", Map.of(), publishing("8081")).told()).isEmpty();
    }
}
