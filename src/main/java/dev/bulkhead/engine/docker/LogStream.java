package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.engine.stream.LogQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lines of a container's log, put together from the pieces in which the engine sends them. */
final class LogStream extends ResultCallback.Adapter<Frame> implements EngineStream {

    private final Session session;
    private final LogQuery query;
    private final Consumer<LogLine> listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<StreamType, ByteArrayOutputStream> unfinished = new EnumMap<>(StreamType.class);
    private volatile boolean closed;
    private volatile Optional<String> failure = Optional.empty();

    LogStream(Session session, LogQuery query, Consumer<LogLine> listener) {
        this.session = session;
        this.query = query;
        this.listener = listener;
    }

    void start(String container) {
        LogContainerCmd command = session.patient()
                .logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withTimestamps(true)
                .withFollowStream(query.follow());
        query.tail().ifPresentOrElse(command::withTail, command::withTailAll);
        // the engine takes whole seconds; what is too early is left out here
        query.since().map(Instant::getEpochSecond).map(Math::toIntExact).ifPresent(command::withSince);
        command.exec(this);
    }

    @Override
    public synchronized void onNext(Frame frame) {
        ByteArrayOutputStream line =
                unfinished.computeIfAbsent(frame.getStreamType(), type -> new ByteArrayOutputStream());
        for (byte letter : frame.getPayload()) {
            if (letter == '\n') {
                tell(line, frame.getStreamType());
            } else {
                line.write(letter);
            }
        }
    }

    private void tell(ByteArrayOutputStream bytes, StreamType type) {
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        int end = text.indexOf(' ');
        Optional<Instant> at = end < 0 ? Optional.empty() : instant(text.substring(0, end));
        boolean early = at.isPresent()
                && query.since().isPresent()
                && at.get().isBefore(query.since().get());
        if (!early && !closed) {
            String said = at.isPresent() ? text.substring(end + 1) : text;
            listener.accept(new LogLine(
                    at, type == StreamType.STDERR, said.endsWith("\r") ? said.substring(0, said.length() - 1) : said));
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void onComplete() {
        unfinished.forEach((type, line) -> {
            if (line.size() > 0) {
                tell(line, type);
            }
        });
        ended.countDown();
        super.onComplete();
    }

    @Override
    public void onError(Throwable fault) {
        if (!closed) {
            failure = Optional.of(Faults.of("The log broke off", session.address(), new IllegalStateException(fault))
                    .sentence());
        }
        ended.countDown();
        super.onError(fault);
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<String> failure() {
        return failure;
    }

    @Override
    public void close() {
        closed = true;
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ended.countDown();
    }
}
