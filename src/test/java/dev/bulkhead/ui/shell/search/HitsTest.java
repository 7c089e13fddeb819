package dev.bulkhead.ui.shell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.OverlayFileTree;
import dev.bulkhead.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HitsTest {

    private Topology topology = Topology.of("", List.of(), List.of());

    @BeforeEach
    void read() throws Exception {
        Path directory = Path.of("/a-project-in-memory/app").toAbsolutePath();
        topology = new ComposeLoader(
                        new OverlayFileTree(new DiskFileTree(), Map.of(directory.resolve("compose.yaml"), """
                        services:
                          grafana:
                            image: grafana/grafana:11.2
                            ports: ["3000:3000"]
                            environment:
                              GF_SECURITY_ADMIN_PASSWORD: not-to-be-found
                            networks:
                              back: {ipv4_address: 172.30.0.5, aliases: [dashboards]}
                            labels:
                              traefik.http.routers.g.rule: Host(`stats.example.org`)
                          edge-proxy:
                            image: traefik:v3
                            ports: ["8080:80"]
                            volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                            command: [--providers.docker]
                            networks: [back, grafana-net]
                        networks:
                          back: {ipam: {config: [{subnet: 172.30.0.0/24}]}}
                          grafana-net: {}
                        """.getBytes(
                                        StandardCharsets.UTF_8))))
                .load(ComposeRequest.of(directory))
                .topology();
    }

    private List<String> found(String text) {
        return Hits.of(topology, Map.of("grafana", "borea", "gone", "borea"), text).stream()
                .map(hit -> hit.element().text() + (hit.why().isEmpty() ? "" : ": " + hit.why()))
                .toList();
    }

    @Test
    void whatIsCalledSoComesFirst() {
        assertThat(found("Graf")).containsExactly("service:grafana", "network:grafana-net");
        assertThat(found("proxy")).containsExactly("service:edge-proxy");
    }

    @Test
    void imagesPortsAddressesHostsAndVariablesAreFoundAndSaidWhy() {
        assertThat(found("traefik:v3")).containsExactly("service:edge-proxy: image traefik:v3");
        assertThat(found("8080")).containsExactly("service:edge-proxy: publishes 8080:80");
        assertThat(found("dashboards")).containsExactly("service:grafana: dashboards on back");
        assertThat(found("ADMIN_PASS")).containsExactly("service:grafana: variable GF_SECURITY_ADMIN_PASSWORD");
        assertThat(found("stats.ex")).containsExactly("service:grafana: stats.example.org by edge-proxy");
    }

    @Test
    void whatRunsOnAHostIsFoundByItsName() {
        assertThat(found("bore")).containsExactly("service:grafana: runs on borea");
    }

    @Test
    void anAddressFindsWhoHasItAndTheSubnetThatHoldsIt() {
        assertThat(found("172.30.0.5"))
                .containsExactly("service:grafana: 172.30.0.5 on back", "network:back: 172.30.0.0/24 holds 172.30.0.5");
    }

    @Test
    void valuesOfVariablesAndABlankTextFindNothing() {
        assertThat(found("not-to-be-found")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }
}
