package dev.bulkhead.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.reach.setting.EngineSetting;
import dev.bulkhead.reach.setting.EngineSettings;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.surroundings.host.MachineFirewall;
import dev.bulkhead.surroundings.host.MachinePrograms;
import dev.bulkhead.surroundings.host.MachineReadings;
import dev.bulkhead.surroundings.host.MachineSettings;
import dev.bulkhead.surroundings.host.ProxyProcesses;
import dev.bulkhead.testing.SharedEngine;
import dev.bulkhead.workspace.WorkingCopy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window judges by the packet rules of the engine's machine as commands do, and does not list them with every edit. */
class LiveSurroundingsTest {

    /** Rules among which the engine has none, and nothing across bridges is dropped. */
    private static final String WITHOUT_ENGINE = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\nCOMMIT\n";

    private static final String WITH_ENGINE =
            "*filter\n:FORWARD DROP [0:0]\n:DOCKER-USER - [0:0]\n:DOCKER-FORWARD - [0:0]\n"
                    + "-A FORWARD -j DOCKER-USER\n-A FORWARD -j DOCKER-FORWARD\nCOMMIT\n";

    @TempDir
    private Path directory = Path.of("");

    private Instant now = Instant.EPOCH;
    private String listed = WITHOUT_ENGINE;
    private int read;

    @SuppressWarnings("NullAway.Init")
    private SharedEngine shared;

    @SuppressWarnings("NullAway.Init")
    private WorkingCopy copy;

    @SuppressWarnings("NullAway.Init")
    private FileTree machine;

    @BeforeEach
    void aProjectRunsOnThisMachine() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
                services:
                  web: {image: nginx:1.29, ports: ["8080:80"]}
                """);
        shared = new SharedEngine(directory);
        copy = new WorkingCopy(
                new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory)), new DiskFileTree());
        String gateway = shared.engine().observer().observe().networks().stream()
                .flatMap(network -> network.subnets().stream())
                .flatMap(subnet -> subnet.subnet().stream())
                .map(range -> Cidr.of(range).defaultGateway().toString())
                .findFirst()
                .orElseThrow();
        machine = new OverlayFileTree(
                new DiskFileTree(),
                Map.of(
                        Path.of("/proc/self/status"),
                        "CapEff:\t000001ffffffffff\n".getBytes(StandardCharsets.US_ASCII),
                        Path.of("/proc/net/fib_trie"),
                        ("|-- " + gateway + "\n   /32 host LOCAL\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private final class Lists implements MachinePrograms {
        @Override
        public boolean has(String program) {
            return program.equals("iptables-nft-save");
        }

        @Override
        public Optional<String> list(List<String> command) {
            if (!has(command.getFirst())) {
                return Optional.empty();
            }
            read++;
            return Optional.of(listed);
        }
    }

    private LiveSurroundings window(EngineViewModel engine) {
        InstantSource clock = () -> now;
        return new LiveSurroundings(
                engine,
                new EngineHost(
                        new HostRoutes(machine),
                        new MachineSettings(MachineReadings.anew(
                                        new MachineFirewall(machine, new Lists()),
                                        new ProxyProcesses(directory.resolve("no-processes")))
                                .keptFor(Duration.ofSeconds(30), clock))));
    }

    private EngineSettings judged(LiveSurroundings around) {
        return around.around(copy).reach().settings();
    }

    @Test
    void theRulesOfTheMachineDecide() {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            LiveSurroundings around = window(engine);
            engine.watch(shared.engine().observer());

            assertThat(judged(around).on(EngineSetting.IPTABLES)).isFalse();
            assertThat(judged(around).rules()).isPresent();
        }
    }

    @Test
    void theyAreListedOnceForManyEditsAndAgainAfterAWhile() {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            LiveSurroundings around = window(engine);
            engine.watch(shared.engine().observer());

            for (int edit = 0; edit < 20; edit++) {
                judged(around);
                around.used(copy.project());
            }
            assertThat(read).isEqualTo(1);
            listed = WITH_ENGINE;
            now = now.plusSeconds(31);
            assertThat(judged(around).on(EngineSetting.IPTABLES)).isTrue();
            assertThat(read).isEqualTo(2);
        }
    }

    @Test
    void anEngineThatWasGoneIsLookedAtAnew() {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            LiveSurroundings around = window(engine);
            engine.watch(shared.engine().observer());
            assertThat(judged(around).on(EngineSetting.IPTABLES)).isFalse();

            listed = WITH_ENGINE;
            engine.retry();

            assertThat(judged(around).on(EngineSetting.IPTABLES)).isTrue();
        }
    }

    @Test
    void nothingIsListedForRangesAlone() {
        try (EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system())) {
            LiveSurroundings around = window(engine);
            engine.watch(shared.engine().observer());

            around.used(copy.project());

            assertThat(read).isZero();
        }
    }
}
