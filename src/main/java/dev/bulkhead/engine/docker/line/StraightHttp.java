package dev.bulkhead.engine.docker.line;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.NamedPipeSocket;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.transport.UnixSocket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.TimeValue;

/**
 * HTTP to what is taken for an engine: it goes nowhere else, wherever an answer leads. docker-java's own client follows redirects,
 * with all that is asked or ordered, to whatever machine is named there.
 */
final class StraightHttp implements DockerHttpClient {

    /** What Apache's client is told of a way that has no host and port. */
    private static final int SOME_PORT = 2375;

    private final HttpHost host;
    private final CloseableHttpClient http;

    /** HTTP over so many connections at a time. */
    StraightHttp(URI engine, Optional<SSLConfig> encryption, Duration connectLimit, int many) {
        String scheme = engine.getScheme();
        this.host = scheme.equals("unix") || scheme.equals("npipe")
                ? new HttpHost(scheme, "localhost", SOME_PORT)
                : new HttpHost(encryption.isPresent() ? "https" : "http", engine.getHost(), engine.getPort());
        TlsSocketStrategy tls =
                encryption.map(StraightHttp::strategy).orElseGet(DefaultClientTlsStrategy::createSystemDefault);
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(
                        proxy -> socket(scheme, engine.getPath()),
                        null,
                        null,
                        name -> name.equalsIgnoreCase("https") ? tls : null),
                null,
                null,
                null,
                null);
        connections.setMaxTotal(many);
        connections.setDefaultMaxPerRoute(many);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                // Whether a connection still stands is tried by reading for a moment, and a socket file reads for ever.
                .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
                .setConnectTimeout(connectLimit.toMillis(), TimeUnit.MILLISECONDS)
                .build());
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .disableConnectionState()
                .disableRedirectHandling()
                .build();
    }

    private static TlsSocketStrategy strategy(SSLConfig encryption) {
        try {
            return new DefaultClientTlsStrategy(encryption.getSSLContext());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys were read already", e);
        }
    }

    private static Socket socket(String way, String path) throws IOException {
        return switch (way) {
            case "unix" -> UnixSocket.get(path);
            case "npipe" -> new NamedPipeSocket(path);
            default -> new Socket();
        };
    }

    @Override
    public Response execute(Request request) {
        HttpUriRequestBase question = new HttpUriRequestBase(request.method(), URI.create(request.path()));
        question.setScheme(host.getSchemeName());
        question.setAuthority(new URIAuthority(host.getHostName(), host.getPort()));
        request.headers().forEach(question::setHeader);
        if (request.hijackedInput() != null) {
            throw new UnsupportedOperationException("nothing here writes to a program that runs");
        }
        if (request.bodyBytes() != null) {
            question.setEntity(new ByteArrayEntity(request.bodyBytes(), null));
        } else if (request.body() != null) {
            question.setEntity(new InputStreamEntity(request.body(), null));
        }
        try {
            return new Answer(question, http.executeOpen(host, question, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** An answer whose body is read as it comes. */
    private record Answer(HttpUriRequestBase question, ClassicHttpResponse told) implements Response {

        @Override
        public int getStatusCode() {
            return told.getCode();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return Stream.of(told.getHeaders())
                    .collect(Collectors.groupingBy(
                            Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
        }

        @Override
        public InputStream getBody() {
            try {
                return told.getEntity() == null
                        ? InputStream.nullInputStream()
                        : told.getEntity().getContent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            question.abort();
            try {
                told.close();
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(StraightHttp.class).debug("closing an answer failed", e);
            }
        }
    }
}
