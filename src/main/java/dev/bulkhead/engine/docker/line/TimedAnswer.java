package dev.bulkhead.engine.docker.line;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answer that has come to its end within its limits.
 *
 * <p>It is read on a thread of its own, since nothing else ends the wait: a Unix socket of docker-java knows no timeout, and
 * the timeout of a TCP socket begins anew with each byte.
 */
final class TimedAnswer implements DockerHttpClient.Response {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] bytes;

    private TimedAnswer(int status, Map<String, List<String>> headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
    }

    /** An HTTP call; whoever gives up waiting for it closes its client, which ends it. */
    @FunctionalInterface
    interface HttpCall {
        DockerHttpClient.Response make() throws Throwable;
    }

    /**
     * Makes a call and returns its whole answer.
     *
     * @param end ends the call; called when a limit has passed
     */
    static DockerHttpClient.Response within(AnswerLimits limits, HttpCall call, Runnable end) throws Throwable {
        CompletableFuture<Boolean> head = new CompletableFuture<>();
        CompletableFuture<TimedAnswer> whole = new CompletableFuture<>();
        long start = System.nanoTime();
        Thread.ofVirtual().name("engine-answer").start(() -> {
            try (DockerHttpClient.Response response = call.make()) {
                head.complete(true);
                try (InputStream body = response.getBody()) {
                    whole.complete(
                            new TimedAnswer(response.getStatusCode(), response.getHeaders(), body.readAllBytes()));
                }
            } catch (Throwable e) {
                head.complete(false);
                whole.completeExceptionally(e);
            }
        });
        try {
            head.get(limits.silence().toNanos(), TimeUnit.NANOSECONDS);
            long left = limits.whole().toNanos() - (System.nanoTime() - start);
            return whole.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            boolean began = head.isDone();
            Thread.ofVirtual().start(end);
            throw began
                    ? late("did not come to the end of its answer within " + words(limits.whole()))
                    : late("gave no answer for " + words(limits.silence()));
        } catch (InterruptedException e) {
            Thread.ofVirtual().start(end);
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("waiting for the answer was interrupted"));
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static UncheckedIOException late(String what) {
        return new UncheckedIOException(new LateAnswer(what));
    }

    private static String words(Duration time) {
        return time.toSeconds() > 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public InputStream getBody() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
        // the connection is free already
    }
}
