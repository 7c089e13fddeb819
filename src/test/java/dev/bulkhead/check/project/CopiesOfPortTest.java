package dev.bulkhead.check.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;

/** Several containers with one published port, as engines take it ({@code EngineRefusals}). */
class CopiesOfPortTest {

    private static final String TEXT = """
            services: {web: {image: "nginx:1.29", ports: ["8080:80"], deploy: {replicas: 2}, networks: [n]}}
            networks: {n: {NETWORK}}
            """;

    @Test
    void onlyOneCanHaveIt() throws Exception {
        assertThat(Linted.compose(TEXT.replace("NETWORK", "")).lines("engine-refuses"))
                .singleElement()
                .asString()
                .contains("runs 2 containers, but publishes 8080:80");
    }

    @Test
    void onInternalNetworksAloneNobodyTakesIt() throws Exception {
        assertThat(Linted.compose(TEXT.replace("NETWORK", "internal: true")).lines("engine-refuses"))
                .isEmpty();
    }

    @Test
    void onNetworksOfTheLanAndOnNoneNobodyTakesItEither() throws Exception {
        assertThat(Linted.compose(TEXT.replace("NETWORK", "driver: macvlan")).lines("engine-refuses"))
                .isEmpty();
        assertThat(Linted.compose(TEXT.replace("networks: [n]}", "network_mode: none}"))
                        .lines("engine-refuses"))
                .isEmpty();
    }
}
