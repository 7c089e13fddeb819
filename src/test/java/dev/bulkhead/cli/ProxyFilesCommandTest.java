package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.SettingsFiles;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.scrape.Scrapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proxy is told in files of its own counts as what it is told in labels. */
class ProxyFilesCommandTest {

    private static final String CADDY = """
            name: shop
            services:
              edge:
                image: caddy:2.10
                healthcheck: {test: "true"}
                ports: ["80:80"]
                networks: [front]
                volumes: ["./Caddyfile:/etc/caddy/Caddyfile:ro"]
              app:
                image: example/app:1
                healthcheck: {test: "true"}
                networks: [front]
            networks: {front: }
            """;

    private static final String TRAEFIK = """
            name: shop
            services:
              edge:
                image: traefik:v3.5
                healthcheck: {test: "true"}
                ports: ["80:80"]
                networks: [front]
                volumes: ["./traefik:/etc/traefik:ro"]
              app:
                image: example/app:1
                healthcheck: {test: "true"}
                networks: [front, back]
                labels: {traefik.http.routers.app.rule: Host(`app.lan`)}
              wiki:
                image: example/wiki:1
                healthcheck: {test: "true"}
                networks: [front]
            networks: {front: , back: }
            """;

    @TempDir
    private Path directory;

    private void write(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CommandLineRun run(String command, String... words) throws Exception {
        String[] all = new String[words.length + 2];
        all[0] = command;
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.of(all);
    }

    private List<String> evidence() throws Exception {
        ComposeProject project = new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
        return Evidence.of(
                        project.topology(),
                        new CatalogueReader().readBundled(),
                        new SettingsFiles(
                                new ProxyFileReader(new DiskFileTree()).read(project),
                                Scrapes.NONE,
                                new TreeMap<>(),
                                Set.of(),
                                List.of(),
                                Optional.empty()))
                .flows()
                .stream()
                .map(flow -> flow.rule() + ": " + flow.why())
                .toList();
    }

    @Test
    void reachAndEvidenceSeeARouteOfACaddyfile() throws Exception {
        write("compose.yaml", CADDY);
        write("Caddyfile", "http://app.lan {\n\treverse_proxy app:8080\n}\n");

        assertThat(run("reach", "--from", "lan", "--to", "app").out()).isEqualTo("""
                lan does not reach app: app does not publish it on the host.
                Apart from packets, edge has a route to app: requests get there through the proxy.
                    assumed: the engine writes packet rules (iptables); else unknown
                    see compose.yaml:12:16
                """);
        assertThat(evidence()).containsExactly("edge -> app:8080: A route of edge leads to it.");
    }

    @Test
    void reachAndEvidenceSeeARouteOfADynamicFile() throws Exception {
        write("compose.yaml", TRAEFIK);
        write("traefik/traefik.yml", """
                entryPoints: {web: {address: ":80"}}
                providers: {docker: {network: shop_front}, file: {directory: /etc/traefik/dynamic}}
                """);
        write("traefik/dynamic/wiki.yml", """
                http:
                  routers: {wiki: {rule: Host(`wiki.lan`), service: wiki}}
                  services: {wiki: {loadBalancer: {servers: [{url: "http://wiki:3000"}]}}}
                """);

        assertThat(run("reach", "--from", "lan", "--to", "wiki").out()).isEqualTo("""
                lan does not reach wiki: wiki does not publish it on the host.
                Apart from packets, edge has a route to wiki: requests get there through the proxy.
                    assumed: the engine writes packet rules (iptables); else unknown
                    see compose.yaml:17:16
                """);
        assertThat(evidence())
                .containsExactly(
                        "edge -> app: A route of edge leads to it.", "edge -> wiki:3000: A route of edge leads to it.");
    }

    @Test
    void checksTakeTheNetworkThatAStaticFileNames() throws Exception {
        write("compose.yaml", TRAEFIK);
        Files.createDirectory(directory.resolve("traefik"));
        assertThat(proxyFindings())
                .containsExactly("info: compose.yaml:13:5: Service app is on several networks and"
                        + " chooses none with traefik.docker.network, so Traefik (edge) takes any of shop_front, shop_back,"
                        + " unless its own file names one; it is no member of shop_back. [proxy-network-unstated]");

        write("traefik/traefik.yml", "providers: {docker: {}}\n");
        assertThat(proxyFindings())
                .containsExactly("warning: compose.yaml:13:5: Service app is on several networks and"
                        + " chooses none with traefik.docker.network, so Traefik (edge) takes any of shop_front, shop_back;"
                        + " it is no member of shop_back. [proxy-network-unstated]");

        write("traefik/traefik.yml", "providers: {docker: {network: shop_front}}\n");
        assertThat(proxyFindings()).isEmpty();
    }

    private List<String> proxyFindings() throws Exception {
        return run("check")
                .out()
                .lines()
                .filter(line -> line.contains("[proxy-network") || line.contains("[reading]"))
                .toList();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheAnswerIsGivenAllTheSame() throws Exception {
        write("compose.yaml", CADDY);

        assertThat(run("reach", "--from", "lan", "--to", "app"))
                .isEqualTo(new CommandLineRun(
                        0, """
                lan does not reach app: app does not publish it on the host.
                    assumed: the engine writes packet rules (iptables); else unknown
                    see compose.yaml:12:16
                """, "warning: There is nothing at Caddyfile; create it, or correct the mount.\n"));
        assertThat(proxyFindings())
                .containsExactly(
                        "warning: compose.yaml:3:3: There is nothing at Caddyfile; create it, or correct the mount."
                                + " [reading]");
    }
}
