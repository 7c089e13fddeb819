package dev.bulkhead.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.proxy.ProxyFiles.Unread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyFileReaderTest {

    @TempDir
    private Path above;

    private Path directory = Path.of("");

    @BeforeEach
    void makeTheProject() throws Exception {
        directory = Files.createDirectory(above.resolve("shop"));
    }

    private void file(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ComposeProject project() throws Exception {
        return new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(directory));
    }

    private ProxyFiles read() throws Exception {
        return new ProxyFileReader(new DiskFileTree()).read(project());
    }

    private List<String> names() throws Exception {
        return read().files().values().stream()
                .flatMap(List::stream)
                .map(file -> file.path() + " is " + file.name())
                .toList();
    }

    private List<String> unread() throws Exception {
        return read().unread().stream().map(Unread::sentence).toList();
    }

    @Test
    void aCaddyfileAndWhatItImportsAreReadAndNothingElseBesideIt() throws Exception {
        file("compose.yaml", """
                services:
                  edge:
                    image: caddy
                    volumes: ["./caddy:/etc/caddy:ro", "./more:/sites", "./data:/data"]
                  app: {image: app}
                """);
        file("caddy/Caddyfile", "import /sites/*.caddy\napp.lan {\n  import common\n  reverse_proxy app:80\n}\n");
        file("caddy/key.pem", "a secret");
        file("more/old.caddy", "old.lan {\n  reverse_proxy app:81\n}\n");
        file("more/notes.txt", "nothing");
        file("data/acme.json", "{}");

        assertThat(names())
                .containsExactly("/etc/caddy/Caddyfile is caddy/Caddyfile", "/sites/old.caddy is more/old.caddy");
        assertThat(unread()).isEmpty();
        assertThat(Routed.lines(ProxyRoutes.of(project().topology(), read())))
                .containsExactly(
                        "edge http+tls[][443] [old.lan][] -> app:81 over [shop_default] (more/old.caddy:2:1)",
                        "edge http+tls[][443] [app.lan][] -> app:80 over [shop_default] (caddy/Caddyfile:4:1)");
    }

    @Test
    void aCaddyfileThatTheCommandNamesIsTheOneThatCounts() throws Exception {
        file("compose.yaml", """
                services:
                  edge:
                    image: caddy
                    command: caddy run --config /conf/main
                    volumes: ["./main:/conf/main", "./unused:/etc/caddy/Caddyfile"]
                """);
        file("main", ":80 {\n  respond ok\n}\n");
        file("unused", ":80\n");

        assertThat(names()).containsExactly("/conf/main is main");
    }

    @Test
    void traefiksStaticFileTellsWhichFilesAreDynamic() throws Exception {
        file("compose.yaml", """
                services:
                  edge:
                    image: traefik:v3.5
                    volumes: ["./traefik:/etc/traefik", "./routes/:/routes/", "./one.yml:/routes/deep/one.yml"]
                """);
        file("traefik/traefik.yml", "providers: {file: {directory: /routes}}\nentryPoints: {web: {address: ':80'}}\n");
        file("traefik/stray.yml", "http: {routers: {stray: {rule: Host(`stray.lan`), service: x}}}\n");
        file("routes/app.yaml", "http: {}\n");
        file("routes/deep/other.yml", "http: {}\n");
        file("routes/readme.md", "nothing");
        file("one.yml", "http: {}\n");

        assertThat(names())
                .containsExactly(
                        "/etc/traefik/traefik.yml is traefik/traefik.yml",
                        "/routes/app.yaml is routes/app.yaml",
                        "/routes/deep/one.yml is one.yml",
                        "/routes/deep/other.yml is routes/deep/other.yml");
    }

    @Test
    void aFlagNamesTheOneDynamicFile() throws Exception {
        file("compose.yaml", """
                services:
                  edge:
                    image: traefik:v3.5
                    command: [--providers.file.filename=/routes/app.yml]
                    volumes: ["./routes:/routes"]
                """);
        file("routes/app.yml", "http: {}\n");
        file("routes/other.yml", "http: {}\n");

        assertThat(names()).containsExactly("/routes/app.yml is routes/app.yml");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsRead() throws Exception {
        Files.writeString(above.resolve("outside.yml"), "http: {}\n");
        file("compose.yaml", """
                services:
                  edge:
                    image: traefik:v3.5
                    command: [--providers.file.directory=/routes]
                    volumes:
                      - ./routes:/routes
                      - ../outside.yml:/routes/outside.yml
                      - ./gone.yml:/routes/gone.yml
                      - /var/run/docker.sock:/var/run/docker.sock
                """);
        file("routes/app.yml", "http: {}\n");
        file("routes/big.yml", "#".repeat(1024 * 1024 + 1));
        file("routes/old.toml", "[http]\n");
        file("routes/template.yml", "http:\n  {{ range $i := until 2 }}\n  - {{ $i }}\n");
        Files.write(directory.resolve("routes/binary.yml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(names()).containsExactly("/routes/app.yml is routes/app.yml");
        assertThat(unread())
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("docker.sock"))
                .satisfiesExactlyInAnyOrder(
                        sentence -> assertThat(sentence)
                                .isEqualTo(above.resolve("outside.yml")
                                        + " is outside the project directory and is not looked into; routes in it are not"
                                        + " known."),
                        sentence -> assertThat(sentence)
                                .isEqualTo("There is nothing at gone.yml; create it, or correct the mount."),
                        sentence -> assertThat(sentence)
                                .isEqualTo(
                                        "File routes/big.yml has more than 1024 KiB and is not read; routes in it are"
                                                + " not known."),
                        sentence -> assertThat(sentence)
                                .isEqualTo(
                                        "File routes/old.toml is neither a Caddyfile nor YAML and is not read; routes in"
                                                + " it are not known."),
                        sentence -> assertThat(sentence)
                                .startsWith(
                                        "File routes/template.yml is no plain YAML, so routes in it are not known: "),
                        sentence -> assertThat(sentence)
                                .isEqualTo("File routes/binary.yml is no UTF-8 text; routes in it are not known."));
    }

    @Test
    void aProjectWithoutProxiesHasNoSuchFiles() throws Exception {
        file("compose.yaml", "services: {app: {image: app, volumes: [\"./Caddyfile:/etc/caddy/Caddyfile\"]}}\n");
        file("Caddyfile", ":80\n");

        assertThat(read()).isEqualTo(ProxyFiles.NONE);
    }
}
