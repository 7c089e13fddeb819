package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.files.DiskFileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressesTest {

    @TempDir
    private Path home;

    private EngineAddress resolve(Map<String, String> environment, String... stated) throws EngineException {
        Optional<String> url = stated.length == 0 ? Optional.empty() : Optional.of(stated[0]);
        return new EngineAddresses(environment, home, new DiskFileTree()).resolve(url);
    }

    private String context(String name, String host) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        String id = HexFormat.of().formatHex(hash);
        Path meta =
                Files.createDirectories(home.resolve(".docker/contexts/meta").resolve(id));
        Files.writeString(
                meta.resolve("meta.json"),
                "{\"Name\":\"" + name + "\",\"Endpoints\":{\"docker\":{\"Host\":\"" + host + "\"}}}");
        return id;
    }

    private void choose(String context) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"" + context + "\"}");
    }

    @Test
    void whatIsStatedWinsOverEverything() throws Exception {
        choose("lab");

        assertThat(resolve(Map.of("DOCKER_HOST", "tcp://b:2375"), "unix:///a.sock"))
                .isEqualTo(new EngineAddress("unix:///a.sock", Optional.empty(), "the address given"));
    }

    @Test
    void theEnvironmentWinsOverTheContext() throws Exception {
        context("lab", "tcp://lab:2375");
        choose("lab");

        assertThat(resolve(Map.of("DOCKER_HOST", "tcp://b:2375")))
                .isEqualTo(new EngineAddress("tcp://b:2375", Optional.empty(), "DOCKER_HOST"));
    }

    @Test
    void theNamedContextWinsOverTheCurrentOne() throws Exception {
        context("lab", "tcp://lab:2375");
        context("home", "unix:///home.sock");
        choose("lab");

        assertThat(resolve(Map.of("DOCKER_CONTEXT", "home")))
                .isEqualTo(new EngineAddress("unix:///home.sock", Optional.empty(), "docker context home"));
    }

    @Test
    void theCurrentContextBringsItsCertificates() throws Exception {
        String id = context("lab", "tcp://lab:2376");
        choose("lab");
        Path keys = Files.createDirectories(
                home.resolve(".docker/contexts/tls").resolve(id).resolve("docker"));

        assertThat(resolve(Map.of()))
                .isEqualTo(new EngineAddress("tcp://lab:2376", Optional.of(keys), "docker context lab"));
    }

    @Test
    void withoutAnythingTheStandardSocketIsUsed() throws Exception {
        assertThat(resolve(Map.of())).isEqualTo(EngineAddress.standard());
    }

    @Test
    void certificatesCountOnlyWhenVerificationIsAskedFor() throws Exception {
        Map<String, String> path = Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_CERT_PATH", "/keys");
        Map<String, String> verified =
                Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_CERT_PATH", "/keys", "DOCKER_TLS_VERIFY", "1");

        assertThat(resolve(path).certificates()).isEmpty();
        assertThat(resolve(verified).certificates()).contains(Path.of("/keys"));
        assertThat(resolve(verified).environment())
                .isEqualTo(
                        Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/keys"));
    }

    @Test
    void sshIsRefusedWithTheWayRoundIt() {
        assertThatThrownBy(() -> resolve(Map.of(), "ssh://pi@nas"))
                .hasMessage("Bulkhead does not speak ssh to an engine; forward its socket"
                        + " (ssh -L /tmp/docker.sock:/var/run/docker.sock HOST) and use"
                        + " unix:///tmp/docker.sock instead of ssh://pi@nas.");
    }

    @Test
    void whatIsNoAddressIsRefusedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> resolve(Map.of("DOCKER_HOST", "nas:2375")))
                .hasMessage("nas:2375 (DOCKER_HOST) is no engine address; write it like"
                        + " unix:///var/run/docker.sock or tcp://host:2376.");
    }

    @Test
    void aContextThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> resolve(Map.of("DOCKER_CONTEXT", "lost")))
                .hasMessage("There is no docker context named lost; choose one with docker context use.");
    }

    @Test
    void aBrokenConfigurationIsNamed() throws Exception {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{");

        assertThatThrownBy(() -> resolve(Map.of()))
                .hasMessage(home.resolve(".docker/config.json")
                        + " cannot be read as the docker client's configuration; repair it.");
    }
}
