package dev.bulkhead.engine.docker.line;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transport that carries nothing over a connection from before a restart of the engine.
 *
 * <p>All connections that rested then are stale, and the HTTP client notices only when it writes: with a broken pipe, of
 * which nobody can say whether the engine has heard the call. So an order goes over a connection of its own, and a
 * question, which can be asked twice, is asked again over new ones. Where there are limits, an answer that comes too late is
 * given up with the connections that it should have come over.
 *
 * <p>A request is handed on as it is and only asked for its method: to name its class would need the annotations that
 * docker-java generates it from.
 */
final class LivingTransport implements InvocationHandler {

    private static final String QUESTION = "GET";

    private final Supplier<DockerHttpClient> maker;
    private final Optional<AnswerLimits> limits;
    private final Supplier<Optional<String>> trouble;
    private final List<DockerHttpClient> retired = new ArrayList<>();
    private DockerHttpClient shared;

    /**
     * Returns a transport.
     *
     * @param maker makes an HTTP client with connections of its own
     * @param limits on answers; none for those that take as long as they take
     * @param trouble why no connection comes about, where what carries it has said so
     */
    static DockerHttpClient over(
            Supplier<DockerHttpClient> maker, Optional<AnswerLimits> limits, Supplier<Optional<String>> trouble) {
        return (DockerHttpClient) Proxy.newProxyInstance(
                DockerHttpClient.class.getClassLoader(),
                new Class<?>[] {DockerHttpClient.class},
                new LivingTransport(maker, limits, trouble));
    }

    private LivingTransport(
            Supplier<DockerHttpClient> maker, Optional<AnswerLimits> limits, Supplier<Optional<String>> trouble) {
        this.maker = maker;
        this.limits = limits;
        this.trouble = trouble;
        this.shared = maker.get();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "execute" -> {
                Call call = new Call(method, Objects.requireNonNull(arguments)[0]);
                try {
                    yield call.isQuestion() ? ask(call) : order(call);
                } catch (RuntimeException e) {
                    throw explained(e);
                }
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
            return limited(call, used);
        } catch (RuntimeException e) {
            if (!broken(e)) {
                throw e;
            }
            return limited(call, successor(used));
        }
    }

    private DockerHttpClient.Response limited(Call call, DockerHttpClient used) throws Throwable {
        return limits.isEmpty()
                ? call.over(used)
                : TimedAnswer.within(limits.get(), () -> call.over(used), () -> {
                    successor(used);
                    closeQuietly(used);
                });
    }

    private DockerHttpClient.Response order(Call call) throws Throwable {
        DockerHttpClient own = maker.get();
        try {
            DockerHttpClient.Response answer = limits.isEmpty()
                    ? call.over(own)
                    : TimedAnswer.within(limits.get(), () -> call.over(own), () -> closeQuietly(own));
            return new Own(answer, own);
        } catch (RuntimeException e) {
            if (!late(e)) {
                closeQuietly(own); // what is late ends it itself, and closing it can take its time too
            }
            throw e;
        }
    }

    /** That a connection was closed says less than why: ssh, which carried it, could not log in. */
    private RuntimeException explained(RuntimeException failure) {
        Optional<String> why = broken(failure) ? trouble.get() : Optional.empty();
        return why.<RuntimeException>map(words -> new UncheckedIOException(new CarrierFailure(words, failure)))
                .orElse(failure);
    }

    private static boolean broken(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return !late(failure);
            }
        }
        return false;
    }

    private static boolean late(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LateAnswer || cause instanceof InterruptedIOException) {
                return true;
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
