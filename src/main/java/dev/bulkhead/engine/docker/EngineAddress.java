package dev.bulkhead.engine.docker;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Address at which an engine is reached.
 *
 * @param url as DOCKER_HOST has it: {@code unix://}, {@code npipe://}, {@code tcp://} or {@code ssh://}
 * @param certificates the folder with ca.pem, cert.pem and key.pem, when the connection is encrypted
 * @param origin where the address was found, for messages
 */
public record EngineAddress(String url, Optional<Path> certificates, String origin) {

    private static final String DEFAULT_UNIX = "unix:///var/run/docker.sock";
    private static final String DEFAULT_WINDOWS = "npipe:////./pipe/docker_engine";

    /** Returns the socket that an engine listens on when nothing else is said. */
    public static EngineAddress standard() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return new EngineAddress(windows ? DEFAULT_WINDOWS : DEFAULT_UNIX, Optional.empty(), "the default socket");
    }

    /** Returns an address that is stated outright. */
    public static EngineAddress of(String url) {
        return new EngineAddress(url, Optional.empty(), "the address given");
    }

    /** Returns the variables with which the docker client reaches the same engine. */
    public Map<String, String> environment() {
        return certificates
                .map(folder ->
                        Map.of("DOCKER_HOST", url, "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", folder.toString()))
                .orElse(Map.of("DOCKER_HOST", url));
    }
}
