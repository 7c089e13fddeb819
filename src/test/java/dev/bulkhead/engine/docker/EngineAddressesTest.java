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
        Files.writeString(keys.resolve("ca.pem"), "an authority");

        assertThat(resolve(Map.of()))
                .isEqualTo(new EngineAddress("tcp://lab:2376", Optional.of(keys), "docker context lab"));
    }

    @Test
    void withoutAnythingTheStandardSocketIsUsed() throws Exception {
        assertThat(resolve(Map.of())).isEqualTo(EngineAddress.standard());
    }

    private Path keys(String... names) throws IOException {
        Path folder = Files.createDirectories(home.resolve("keys"));
        for (String name : names) {
            Files.writeString(folder.resolve(name), "of " + name);
        }
        return folder;
    }

    @Test
    void certificatesCountForEveryVariableThatAsksForThem() throws Exception {
        Path folder = keys("ca.pem", "cert.pem", "key.pem");
        Map<String, String> path = Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_CERT_PATH", folder.toString());
        Map<String, String> verified =
                Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_CERT_PATH", folder.toString(), "DOCKER_TLS_VERIFY", "1");

        assertThat(resolve(path).certificates()).contains(folder);
        assertThat(resolve(verified).certificates()).contains(folder);
        assertThat(resolve(verified).environment()).isEqualTo(verified);
        assertThat(resolve(Map.of("DOCKER_HOST", "unix:///a.sock", "DOCKER_CERT_PATH", folder.toString()))
                        .certificates())
                .isEmpty();
    }

    @Test
    void anAuthorityAloneIsEnoughAsForTheDockerClient() throws Exception {
        Path folder = keys("ca.pem");

        assertThat(resolve(Map.of("DOCKER_CERT_PATH", folder.toString(), "DOCKER_TLS_VERIFY", "1"), "tcp://b:2376")
                        .certificates())
                .contains(folder);
    }

    @Test
    void withoutCertificatesNothingIsSentInClear() throws Exception {
        Path folder = keys("cert.pem", "key.pem");

        assertThatThrownBy(() -> resolve(Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_TLS_VERIFY", "1")))
                .hasMessage("DOCKER_TLS_VERIFY asks for an encrypted connection to the engine, but "
                        + home.resolve(".docker") + " has no ca.pem, and nothing was sent; name their folder with"
                        + " DOCKER_CERT_PATH, or unset DOCKER_TLS_VERIFY to talk without encryption.");
        assertThatThrownBy(() -> resolve(Map.of("DOCKER_CERT_PATH", folder.toString()), "tcp://b:2376"))
                .hasMessage("DOCKER_CERT_PATH asks for an encrypted connection to the engine, but " + folder
                        + " has no ca.pem, and nothing was sent; name their folder with DOCKER_CERT_PATH, or unset"
                        + " DOCKER_CERT_PATH to talk without encryption.");
        assertThatThrownBy(() -> resolve(Map.of("DOCKER_TLS", "1", "DOCKER_TLS_VERIFY", "1"), "unix:///a.sock"))
                .hasMessageContaining("unset DOCKER_TLS_VERIFY and DOCKER_TLS to talk");
        assertThatThrownBy(() -> resolve(Map.of("DOCKER_TLS_VERIFY", "1"))).hasMessageContaining("has no ca.pem");
        assertThatThrownBy(() -> resolve(Map.of(), "https://b:2376"))
                .hasMessageStartingWith("https://b:2376 asks for an encrypted connection");
    }

    @Test
    void aKeyWithoutItsCertificateIsNamed() throws Exception {
        Path folder = keys("ca.pem", "key.pem");

        assertThatThrownBy(() -> resolve(
                        Map.of("DOCKER_CERT_PATH", folder.toString(), "DOCKER_TLS_VERIFY", "1"), "tcp://b:2376"))
                .hasMessageContaining(folder + " has no cert.pem, and nothing was sent");
    }

    @Test
    void aContextWhoseCertificatesAreGoneIsNotUsedInClear() throws Exception {
        String id = context("lab", "tcp://lab:2376");
        Path keys = Files.createDirectories(
                home.resolve(".docker/contexts/tls").resolve(id).resolve("docker"));

        assertThatThrownBy(() -> resolve(Map.of("DOCKER_CONTEXT", "lab")))
                .hasMessage("docker context lab asks for an encrypted connection to the engine, but " + keys
                        + " has no ca.pem, and nothing was sent; make the context anew with docker context create"
                        + " --docker.");
    }

    @Test
    void anAddressBehindSshIsTakenAsItIs() throws Exception {
        context("far", "ssh://pi@nas_1:2222/run/user/1000/docker.sock");

        assertThat(resolve(Map.of(), "ssh://pi@nas"))
                .isEqualTo(new EngineAddress("ssh://pi@nas", Optional.empty(), "the address given"));
        assertThat(resolve(Map.of("DOCKER_CONTEXT", "far")).url())
                .isEqualTo("ssh://pi@nas_1:2222/run/user/1000/docker.sock");
    }

    @Test
    void aPasswordInAnSshAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> resolve(Map.of(), "ssh://pi:raspberry@nas"))
                .hasMessage("ssh://pi:***@nas (the address given) is no ssh address of an engine; write it like"
                        + " ssh://user@host:22, without a password.");
    }

    @Test
    void whatIsNoAddressIsRefusedWithWhatWouldBeRight() {
        assertThatThrownBy(() -> resolve(Map.of("DOCKER_HOST", "nas:2375")))
                .hasMessage("nas:2375 (DOCKER_HOST) is no engine address; write it like"
                        + " unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host.");
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
