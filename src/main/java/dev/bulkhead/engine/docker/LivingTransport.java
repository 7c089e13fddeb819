package dev.bulkhead.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transport that carries nothing over a connection from before a restart of the engine.
 *
 * <p>All connections that rested then are stale, and the HTTP client notices only when it writes: with a broken pipe, of
 * which nobody can say whether the engine has heard the call. So an order goes over a connection of its own, and a
 * question, which can be asked twice, is asked again over new ones.
 *
 * <p>A request is handed on as it is and only asked for its method: to name its class would need the annotations that
 * docker-java generates it from.
 */
final class LivingTransport implements InvocationHandler {

    private static final String QUESTION = "GET";

    private final Supplier<DockerHttpClient> maker;
    private final List<DockerHttpClient> retired = new ArrayList<>();
    private DockerHttpClient shared;

    /**
     * Returns a transport.
     *
     * @param maker makes an HTTP client with connections of its own
     */
    static DockerHttpClient over(Supplier<DockerHttpClient> maker) {
        return (DockerHttpClient) Proxy.newProxyInstance(
                DockerHttpClient.class.getClassLoader(),
                new Class<?>[] {DockerHttpClient.class},
                new LivingTransport(maker));
    }

    private LivingTransport(Supplier<DockerHttpClient> maker) {
        this.maker = maker;
        this.shared = maker.get();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "execute" -> {
                Call call = new Call(method, Objects.requireNonNull(arguments)[0]);
                yield call.isQuestion() ? ask(call) : order(call);
            }
            case "close" -> {
                close();
                yield null;
            }
            case "equals" ->
                Objects.requireNonNull(arguments)[0] instanceof Proxy other
                        && equals(Proxy.getInvocationHandler(other));
            case "hashCode" -> System.identityHashCode(this);
            default -> "transport over " + shared();
        };
    }

    /** A request on its way. */
    private record Call(Method execute, Object request) {

        boolean isQuestion() throws ReflectiveOperationException {
            return QUESTION.equals(
                    execute.getParameterTypes()[0].getMethod("method").invoke(request));
        }

        DockerHttpClient.Response over(DockerHttpClient client) throws Throwable {
            try {
                return (DockerHttpClient.Response) execute.invoke(client, request);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    private DockerHttpClient.Response ask(Call call) throws Throwable {
        DockerHttpClient used = shared();
        try {
            return call.over(used);
        } catch (RuntimeException e) {
            if (!broken(e)) {
                throw e;
            }
            return call.over(successor(used));
        }
    }

    private DockerHttpClient.Response order(Call call) throws Throwable {
        DockerHttpClient own = maker.get();
        try {
            return new Own(call.over(own), own);
        } catch (RuntimeException e) {
            closeQuietly(own);
            throw e;
        }
    }

    private static boolean broken(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !(cause instanceof SocketTimeoutException);
            }
        }
        return false;
    }

    private synchronized DockerHttpClient shared() {
        return shared;
    }

    /** Several questions can meet stale connections at the same time; one of them makes the new client. */
    private synchronized DockerHttpClient successor(DockerHttpClient stale) {
        if (shared.equals(stale)) {
            // Not closed yet: whoever still reads an answer over it may finish.
            retired.add(shared);
            shared = maker.get();
        }
        return shared;
    }

    private synchronized void close() throws IOException {
        retired.forEach(LivingTransport::closeQuietly);
        shared.close();
    }

    private static void closeQuietly(DockerHttpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(LivingTransport.class).debug("closing a connection failed", e);
        }
    }

    /** Answer to an order; closing it closes the connection it came over. */
    private record Own(DockerHttpClient.Response answer, DockerHttpClient connection)
            implements DockerHttpClient.Response {

        @Override
        public int getStatusCode() {
            return answer.getStatusCode();
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return answer.getBody();
        }

        @Override
        public void close() {
            answer.close();
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
