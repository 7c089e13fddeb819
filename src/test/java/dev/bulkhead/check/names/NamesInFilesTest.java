package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.surroundings.host.ProjectLook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that stand in files of proxies and collectors, beside the Compose files. */
class NamesInFilesTest {

    @TempDir
    private Path directory;

    private void file(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aNameInAFileOfNginxOrPrometheusIsLookedUpAsAnyOther() throws Exception {
        file("compose.yaml", """
                services:
                  edge: {image: "nginx:1.27", volumes: ["./edge:/etc/nginx/conf.d:ro"], networks: [front]}
                  npm: {image: "jc21/nginx-proxy-manager:2.12", volumes: ["./npm:/data"], networks: [front]}
                  meter: {image: "prom/prometheus:v3", volumes: ["./meter:/etc/prometheus:ro"], networks: [front]}
                  app: {image: "app:1", networks: [back]}
                  near: {image: "app:1", networks: [front]}
                  extra: {image: "app:1", networks: [front], profiles: [debug]}
                networks: {front: , back: }
                """);
        file(
                "edge/a.conf",
                "server {\n  location / { proxy_pass http://app:80; }\n  location /n { proxy_pass http://near:80; }\n}\n");
        file("npm/nginx/proxy_host/1.conf", """
                server {
                  set $forward_scheme http;
                  set $server "app";
                  set $port 80;
                  listen 80;
                  server_name app.lan;
                  location / { include conf.d/include/proxy.conf; }
                }
                """);
        file("meter/prometheus.yml", """
                scrape_configs:
                  - job_name: apps
                    static_configs: [{targets: ["app:9090", "near:9090", "extra:9090", "localhost:9090"]}]
                """);

        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "WARNING Service edge names app (a route of its files), but shares no network with app.",
                        "WARNING Service npm names app (a route of its files), but shares no network with app.",
                        "WARNING Service meter names app (its file of scrapes), but shares no network with app.",
                        "INFO Service meter names extra (its file of scrapes), which only profile debug starts; without it"
                                + " nobody answers.");
    }

    private List<String> findings() throws Exception {
        DiskFileTree files = new DiskFileTree();
        ComposeProject project = new ComposeLoader(files).load(ComposeRequest.of(directory));
        CheckInput input = CheckInput.of(project).withAround(ProjectLook.unasked(project, files));
        return Checks.run(input).stream()
                .filter(finding -> finding.rule().equals("name-unreachable"))
                .map(finding -> finding.severity() + " " + finding.message())
                .toList();
    }
}
