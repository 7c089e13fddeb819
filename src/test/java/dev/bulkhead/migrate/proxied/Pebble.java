package dev.bulkhead.migrate.proxied;

import dev.bulkhead.migrate.authority.Issued;
import dev.bulkhead.migrate.authority.Issuer;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.ProgramImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;

/** Real ACME authority beside a project's proxy, with a name server by which every name leads to that proxy. */
record Pebble(PrivateEngine engine, Path folder) {

    private static final String CONFIG = """
            {"pebble": {
              "listenAddress": "0.0.0.0:14000",
              "managementListenAddress": "0.0.0.0:15000",
              "certificate": "/pebble/server.crt",
              "privateKey": "/pebble/server.key",
              "httpPort": 80,
              "tlsPort": 5999,
              "ocspResponderURL": "",
              "externalAccountBindingRequired": false
            }}
            """;

    /**
     * Starts it on a network.
     *
     * @param proxy the container that names lead to
     * @param folder where its files are put, among them {@code pebble.pem}, by which its interface is trusted
     */
    static Pebble start(PrivateEngine engine, String network, String proxy, Path folder) throws IOException {
        ProgramImages.pebble(engine, "pebble:test");
        ProgramImages.challengeServer(engine, "challenges:test");
        Files.createDirectories(folder);
        Issuer issuer = new Issuer(InstantSource.system(), new SecureRandom());
        Issued root = issuer.root("Pebble's interface", List.of("pebble"));
        Issued leaf = issuer.leaf(root, List.of("pebble"));
        Files.writeString(folder.resolve("pebble.pem"), root.certificatePem());
        Files.writeString(folder.resolve("server.crt"), leaf.certificatePem());
        Files.writeString(folder.resolve("server.key"), leaf.keyPem());
        Files.writeString(folder.resolve("config.json"), CONFIG);
        String address = address(engine, network, proxy);
        engine.docker(
                "run",
                "-d",
                "--name",
                "challenges",
                "--network",
                network,
                "challenges:test",
                "-defaultIPv4",
                address,
                "-defaultIPv6",
                "",
                "-dns01",
                ":8053",
                "-http01",
                "",
                "-https01",
                "",
                "-tlsalpn01",
                "");
        String names = address(engine, network, "challenges");
        engine.docker(
                "run",
                "-d",
                "--name",
                "pebble",
                "--network",
                network,
                "-e",
                "PEBBLE_VA_NOSLEEP=1",
                "-e",
                "PEBBLE_WFE_NONCEREJECT=0",
                "-v",
                folder + ":/pebble:ro",
                "pebble:test",
                "-config",
                "/pebble/config.json",
                "-dnsserver",
                names + ":8053");
        Pebble pebble = new Pebble(engine, folder);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> pebble.management("/roots/0").startsWith("-----BEGIN"));
        Files.writeString(pebble.root(), pebble.management("/roots/0"));
        return pebble;
    }

    private static String address(PrivateEngine engine, String network, String container) throws IOException {
        return engine.docker(
                        "inspect",
                        "-f",
                        "{{(index .NetworkSettings.Networks \"" + network + "\").IPAddress}}",
                        container)
                .strip();
    }

    private String management(String path) throws IOException {
        String address = engine.docker(
                        "inspect", "-f", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", "pebble")
                .strip();
        return engine.inNetwork("curl", "-sk", "https://" + address + ":15000" + path)
                .output();
    }

    /** Returns the file of the root that its certificates end in. */
    Path root() {
        return folder.resolve("issued-by.pem");
    }

    String log() throws IOException {
        return engine.docker("logs", "pebble");
    }

    void end() throws IOException {
        engine.docker("rm", "-f", "pebble", "challenges");
    }
}
