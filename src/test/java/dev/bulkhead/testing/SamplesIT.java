package dev.bulkhead.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples as Docker Compose itself reads them; needs its binary, but no engine. */
@Tag("engine")
class SamplesIT {

    private static final Path COMPOSE =
            Path.of(System.getProperty("bulkhead.engines", "target/engines")).resolve("bin/docker-compose");

    @BeforeAll
    static void findCompose() {
        boolean there = Files.isExecutable(COMPOSE);
        assertThat(there || !Boolean.parseBoolean(System.getenv("BULKHEAD_REQUIRE_ENGINE")))
                .as("%s is required and missing; run installers/lib/engines.sh", COMPOSE)
                .isTrue();
        assumeTrue(there, "SKIPPED: " + COMPOSE + " is missing; run installers/lib/engines.sh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediaserver", "hydra", "hydra/download-stack", "medianest"})
    void isAcceptedWithoutAWord(String sample) throws IOException {
        assertThat(compose(sample, "config", "--quiet")).isEmpty();
    }

    @Test
    void runsNineteenServicesOnOneNetworkInTheMediaServer() throws IOException {
        JsonNode services = config("mediaserver").path("services");

        assertThat(services.size()).isEqualTo(19);
        assertThat(names(services, service -> service.has("network_mode"))).containsExactly("fail2ban", "qbittorrent");
        assertThat(names(services, service -> !keys(service.path("networks")).equals(Set.of("media-network"))))
                .containsExactly("fail2ban", "qbittorrent");
    }

    @Test
    void publishesWhatTheMediaServersDocumentationLists() throws IOException {
        List<String> published = new ArrayList<>();
        for (JsonNode service : config("mediaserver").path("services")) {
            for (JsonNode port : service.path("ports")) {
                published.add(port.path("published").asText() + ":"
                        + port.path("target").asText() + "/"
                        + port.path("protocol").asText());
            }
        }
        assertThat(published)
                .containsExactlyInAnyOrder(
                        "80:80/tcp",
                        "8090:8080/tcp",
                        "8096:8096/tcp",
                        "5055:5055/tcp",
                        "8989:8989/tcp",
                        "7878:7878/tcp",
                        "9696:9696/tcp",
                        "6767:6767/tcp",
                        "8080:8080/tcp",
                        "6881:6881/tcp",
                        "6881:6881/udp",
                        "9090:9090/tcp",
                        "3001:3000/tcp",
                        "8081:8080/tcp",
                        "9100:9100/tcp",
                        "9093:9093/tcp",
                        "9999:8080/tcp",
                        "3000:3000/tcp");
    }

    @Test
    void routesFourteenServicesAndChecksSeventeenInTheMediaServer() throws IOException {
        JsonNode services = config("mediaserver").path("services");

        assertThat(names(services, service -> service.path("labels").has("traefik.enable")))
                .hasSize(14);
        assertThat(names(services, service -> !service.has("healthcheck")))
                .containsExactly("cloudflared", "qbittorrent");
    }

    @Test
    void runsEighteenServicesOnOneNetworkInHydra() throws IOException {
        JsonNode services = config("hydra").path("services");

        assertThat(services.size()).isEqualTo(18);
        assertThat(names(services, service -> !keys(service.path("networks")).equals(Set.of("hydra-network"))))
                .isEmpty();
    }

    @Test
    void givesEveryServiceOfMediaNestAnAddressOfItsOwn() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (JsonNode service : config("medianest").path("services")) {
            service.path("networks")
                    .forEach(network ->
                            addresses.add(network.path("ipv4_address").asText()));
        }
        assertThat(addresses).hasSize(21).doesNotHaveDuplicates().allMatch(a -> a.matches("172\\.2[56]\\.0\\.\\d+"));
    }

    private static JsonNode config(String sample) throws IOException {
        return new YAMLMapper().readTree(compose(sample, "config"));
    }

    private static String compose(String sample, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(COMPOSE.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(SampleFiles.original(sample).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("COMPOSE_"));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Set<String> names(JsonNode services, Predicate<JsonNode> which) {
        Set<String> names = new TreeSet<>();
        services.properties().forEach(entry -> {
            if (which.test(entry.getValue())) {
                names.add(entry.getKey());
            }
        });
        return names;
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
