package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.docker.line.EngineKeys;
import dev.bulkhead.engine.docker.line.SshAddress;
import dev.bulkhead.files.FileTree;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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

    private static final Set<String> SCHEMES = Set.of("unix", "tcp", "npipe", "http", "https", "ssh");
    private static final Set<String> NETWORK = Set.of("tcp", "http", "https");
    private static final String NO_CONTEXT = "default";
    private static final String CERTIFICATES = "DOCKER_CERT_PATH";
    private static final List<String> ENCRYPTION = List.of("DOCKER_TLS_VERIFY", "DOCKER_TLS", CERTIFICATES);

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
            return checked(new EngineAddress(stated.get(), certificates(stated.get()), "the address given"));
        }
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return checked(new EngineAddress(host, certificates(host), "DOCKER_HOST"));
        }
        String named = environment.getOrDefault("DOCKER_CONTEXT", "");
        String context = named.isEmpty() ? currentContext() : named;
        if (!context.isEmpty() && !context.equals(NO_CONTEXT)) {
            return ofContext(context);
        }
        EngineAddress standard = EngineAddress.standard();
        return new EngineAddress(standard.url(), certificates(standard.url()), standard.origin());
    }

    /**
     * Returns the folder of the certificates where variables ask for encryption: DOCKER_TLS_VERIFY or DOCKER_TLS, or for a
     * way over the network DOCKER_CERT_PATH alone, which nobody sets who wants clear text.
     */
    private Optional<Path> certificates(String url) throws EngineException {
        List<String> asking = ENCRYPTION.stream()
                .filter(name -> !environment.getOrDefault(name, "").isEmpty())
                .filter(name -> !name.equals(CERTIFICATES) || NETWORK.contains(scheme(url)))
                .toList();
        if (asking.isEmpty() && !scheme(url).equals("https")) {
            return Optional.empty();
        }
        String stated = environment.getOrDefault(CERTIFICATES, "");
        Path folder = stated.isEmpty() ? configuration : Path.of(stated);
        String who = asking.isEmpty() ? url : asking.getFirst();
        return Optional.of(complete(
                folder,
                who,
                "name their folder with " + CERTIFICATES + ", or unset "
                        + String.join(" and ", asking.isEmpty() ? List.of(CERTIFICATES) : asking)
                        + " to talk without encryption"));
    }

    /** Clear text in the place of what was asked for would be heard by everybody on the way. */
    private static Path complete(Path folder, String who, String remedy) throws EngineException {
        List<String> missing = new EngineKeys(folder).missing();
        if (!missing.isEmpty()) {
            throw new EngineException(
                    Kind.UNREACHABLE,
                    who + " asks for an encrypted connection to the engine, but " + folder + " has no "
                            + String.join(", ", missing) + ", and nothing was sent; " + remedy + ".");
        }
        return folder;
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
        Optional<Path> certificates = files.isDirectory(keys)
                ? Optional.of(complete(
                        keys, "docker context " + context, "make the context anew with docker context create --docker"))
                : Optional.empty();
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
        if (scheme.equals("ssh") && SshAddress.parse(address.url()).isEmpty()) {
            throw new EngineException(
                    Kind.UNREACHABLE,
                    address.url().replaceFirst("(?<=//)([^@/:]*):[^@/]*@", "$1:***@") + " (" + address.origin()
                            + ") is no ssh address of an engine; write it like ssh://user@host:22, without a password.");
        }
        if (!SCHEMES.contains(scheme)) {
            throw new EngineException(
                    Kind.UNREACHABLE,
                    address.url() + " (" + address.origin() + ") is no engine address; write it like"
                            + " unix:///var/run/docker.sock, tcp://host:2376 or ssh://user@host.");
        }
        return address;
    }

    private static String scheme(String url) {
        // not every name of ssh's configuration is one that an URI may have
        if (url.startsWith("ssh://")) {
            return "ssh";
        }
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
