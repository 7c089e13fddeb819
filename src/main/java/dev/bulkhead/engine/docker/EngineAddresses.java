package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finder of the engine's address in the docker client's own order: what is stated, DOCKER_HOST, DOCKER_CONTEXT, the
 * current context of the client's configuration, the default socket.
 *
 * <p>Source of the order and of the files: Docker documentation, {@code engine/manage-resources/contexts}.
 */
public final class EngineAddresses {

    private static final Set<String> SCHEMES = Set.of("unix", "tcp", "npipe", "http", "https");
    private static final String NO_CONTEXT = "default";

    private final Map<String, String> environment;
    private final Path configuration;
    private final FileTree files;

    /**
     * Looks in an environment and a home directory.
     *
     * @param home the user's home directory, used unless DOCKER_CONFIG names another folder
     */
    public EngineAddresses(Map<String, String> environment, Path home, FileTree files) {
        this.environment = Map.copyOf(environment);
        this.configuration = Optional.ofNullable(environment.get("DOCKER_CONFIG"))
                .map(Path::of)
                .orElse(home.resolve(".docker"));
        this.files = files;
    }

    /**
     * Returns the address to use.
     *
     * @param stated what the operator asked for, which wins
     * @throws EngineException if the address cannot be used, or a context that is named cannot be read
     */
    public EngineAddress resolve(Optional<String> stated) throws EngineException {
        if (stated.isPresent()) {
            return checked(new EngineAddress(stated.get(), certificates(), "the address given"));
        }
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return checked(new EngineAddress(host, certificates(), "DOCKER_HOST"));
        }
        String named = environment.getOrDefault("DOCKER_CONTEXT", "");
        String context = named.isEmpty() ? currentContext() : named;
        return context.isEmpty() || context.equals(NO_CONTEXT) ? EngineAddress.standard() : ofContext(context);
    }

    private Optional<Path> certificates() {
        boolean verify = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
        String folder = environment.getOrDefault("DOCKER_CERT_PATH", configuration.toString());
        return verify ? Optional.of(Path.of(folder)) : Optional.empty();
    }

    private String currentContext() throws EngineException {
        Path file = configuration.resolve("config.json");
        return files.isFile(file) ? read(file).path("currentContext").asText("") : "";
    }

    private EngineAddress ofContext(String context) throws EngineException {
        String id = sha256(context);
        Path meta =
                configuration.resolve("contexts").resolve("meta").resolve(id).resolve("meta.json");
        if (!files.isFile(meta)) {
            throw new EngineException(
                    Kind.UNREACHABLE,
                    "There is no docker context named " + context + "; choose one with docker context use.");
        }
        String host = read(meta).path("Endpoints").path("docker").path("Host").asText("");
        Path keys = configuration.resolve("contexts").resolve("tls").resolve(id).resolve("docker");
        Optional<Path> certificates = files.isDirectory(keys) ? Optional.of(keys) : Optional.empty();
        return checked(new EngineAddress(host, certificates, "docker context " + context));
    }

    private JsonNode read(Path file) throws EngineException {
        try {
            return new ObjectMapper().readTree(files.read(file));
        } catch (IOException e) {
            throw new EngineException(
                    Kind.UNREACHABLE, file + " cannot be read as the docker client's configuration; repair it.", e);
        }
    }

    private static EngineAddress checked(EngineAddress address) throws EngineException {
        String scheme = scheme(address.url());
        if (scheme.equals("ssh")) {
            throw new EngineException(
                    Kind.UNREACHABLE,
                    "Bulkhead does not speak ssh to an engine; forward its socket"
                            + " (ssh -L /tmp/docker.sock:/var/run/docker.sock HOST) and use"
                            + " unix:///tmp/docker.sock instead of " + address.url() + ".");
        }
        if (!SCHEMES.contains(scheme)) {
            throw new EngineException(
                    Kind.UNREACHABLE,
                    address.url() + " (" + address.origin() + ") is no engine address; write it like"
                            + " unix:///var/run/docker.sock or tcp://host:2376.");
        }
        return address;
    }

    private static String scheme(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getScheme()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
