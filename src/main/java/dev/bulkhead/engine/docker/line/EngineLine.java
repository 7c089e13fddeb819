package dev.bulkhead.engine.docker.line;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.SSLConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Line to an engine: makes the connections over which an address is spoken to. Safe for use by several threads. */
public final class EngineLine implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 32;
    private static final String SSH = "ssh://";

    private final String url;
    private final Optional<Path> certificates;
    private final Map<String, String> environment;
    private final AnswerLimits first;
    private Optional<SshTunnel> tunnel = Optional.empty();

    /**
     * Makes a line; nothing is opened before it is needed.
     *
     * @param url as DOCKER_HOST has it
     * @param certificates the folder of the certificates, where the connection is encrypted
     * @param environment the environment of programs that carry the line, ssh for one
     * @param first limits on the answer to the first question
     */
    public EngineLine(String url, Optional<Path> certificates, Map<String, String> environment, AnswerLimits first) {
        this.url = url;
        this.certificates = certificates;
        this.environment = Map.copyOf(environment);
        this.first = first;
    }

    /** Returns HTTP for the first question to an engine: what does not answer soon is no engine, or one that hangs. */
    public DockerHttpClient first() {
        return LivingTransport.over(this::connections, Optional.of(first), this::trouble);
    }

    /** Returns HTTP for calls that answer at once. */
    public DockerHttpClient swift() {
        return LivingTransport.over(this::connections, Optional.of(first.patient()), this::trouble);
    }

    /** Returns HTTP for calls that take as long as they take. */
    public DockerHttpClient patient() {
        return LivingTransport.over(this::connections, Optional.empty(), this::trouble);
    }

    /** Returns HTTP for so many streams at a time. */
    public DockerHttpClient streams(int many) {
        return LivingTransport.over(() -> connections(many), Optional.empty(), this::trouble);
    }

    /** Returns the address that docker-java is told: that of the near end. */
    public String near() {
        return url.startsWith(SSH) ? "unix://" + tunnel().socket() : url;
    }

    private DockerHttpClient connections() {
        return connections(CONNECTIONS);
    }

    private Optional<SSLConfig> encryption() {
        return certificates.map(EngineKeys::new).map(EngineKeys::encryption);
    }

    /** Returns why the line to the engine could not be made, in the words of what carries it. */
    private synchronized Optional<String> trouble() {
        return tunnel.flatMap(SshTunnel::trouble);
    }

    private DockerHttpClient connections(int many) {
        return new StraightHttp(URI.create(withPort(near())), encryption(), CONNECT_LIMIT, many);
    }

    /** As the docker client has it: 2375 in clear text, 2376 encrypted (docker/cli, opts/hosts.go). */
    private String withPort(String address) {
        return address.matches("tcp://(\\[[^]]*]|[^:/]+)/?")
                ? address.replaceFirst("/?$", certificates.isPresent() ? ":2376" : ":2375")
                : address;
    }

    private synchronized SshTunnel tunnel() {
        if (tunnel.isEmpty()) {
            try {
                SshAddress behind = SshAddress.parse(url)
                        .orElseThrow(() -> new IOException("it is not written like ssh://user@host:22"));
                tunnel = Optional.of(SshTunnel.to(behind, environment));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tunnel.get();
    }

    @Override
    public synchronized void close() {
        if (tunnel.isPresent()) {
            try {
                tunnel.get().close();
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(EngineLine.class).debug("closing the ssh tunnel failed", e);
            }
            tunnel = Optional.empty();
        }
    }
}
