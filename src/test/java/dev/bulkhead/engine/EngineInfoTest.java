package dev.bulkhead.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.EnginePools;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineInfoTest {

    private static final String SOCKET = "unix:///var/run/docker.sock";

    private static EngineInfo info(EngineInfo.Product product, String address, ContainerUsers users) {
        return new EngineInfo(product.shown(), "28.5.2", "1.51", address, Optional.empty(), EnginePools.DEFAULT, users);
    }

    @Test
    void nothingIsParticularOfAnEngineThatRootRunsOnTheMachine() {
        EngineInfo plain = info(EngineInfo.Product.DOCKER, SOCKET, ContainerUsers.SAME);

        assertThat(plain.particulars()).isEmpty();
        assertThat(plain.routesHere()).isTrue();
    }

    @Test
    void theVirtualMachineOfDockerDesktopIsNotThisMachine() {
        EngineInfo desktop = info(EngineInfo.Product.DESKTOP, SOCKET, ContainerUsers.SAME);

        assertThat(desktop.onThisMachine()).isTrue();
        assertThat(desktop.routesHere()).isFalse();
        assertThat(desktop.particulars())
                .containsExactly(
                        "The engine runs in Docker Desktop's virtual machine: routes, sockets, packet rules and the"
                                + " addresses of containers are that machine's, and not known here; only published ports are on"
                                + " this one.");
    }

    @Test
    void whatAnEngineWithoutRootCannotDoIsSaid() {
        assertThat(info(EngineInfo.Product.PODMAN, SOCKET, ContainerUsers.ROOTLESS)
                        .particulars())
                .hasSize(2)
                .anyMatch(sentence -> sentence.startsWith("The engine runs without root: its networks"))
                .anyMatch(sentence -> sentence.startsWith("The engine is Podman"));
    }

    @Test
    void aProductIsFoundByTheNameThatIsShown() {
        assertThat(Arrays.stream(EngineInfo.Product.values()))
                .allSatisfy(product ->
                        assertThat(EngineInfo.Product.of(product.shown())).isEqualTo(product));
        assertThat(EngineInfo.Product.of("Docker Community Engine")).isEqualTo(EngineInfo.Product.DOCKER);
    }
}
