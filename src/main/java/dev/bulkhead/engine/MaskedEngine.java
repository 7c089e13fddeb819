package dev.bulkhead.engine;

import dev.bulkhead.engine.observed.HealthLook;
import dev.bulkhead.engine.stream.EngineStream;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.topology.SecretValues;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine that keeps a project's secrets out of what it says, since that goes to journals, reports and logs.
 *
 * <p>Failures, lines of progress, events and the output of programs are masked; what the engine has is told as it is.
 */
public final class MaskedEngine implements Engine.Answerer {

    private final Engine engine;
    private final Supplier<SecretValues> secrets;

    private MaskedEngine(Engine engine, Supplier<SecretValues> secrets) {
        this.engine = engine;
        this.secrets = secrets;
    }

    /** Returns an engine that speaks for another. */
    public static Engine of(Engine engine, SecretValues secrets) {
        return of(engine, () -> secrets);
    }

    /** Returns an engine that speaks for another, of secrets that become known as time goes by. */
    public static Engine of(Engine engine, Supplier<SecretValues> secrets) {
        return Engine.answeredBy(new MaskedEngine(engine, secrets));
    }

    @Override
    public @Nullable Object answer(EngineCall call) throws EngineException {
        try {
            return said(call.with(this::listening).on(engine));
        } catch (EngineException e) {
            String masked = secrets.get().mask(e.sentence());
            // Without its cause, whose message is likely to hold the same.
            throw masked.equals(e.sentence()) ? e : new EngineException(e.kind(), masked);
        }
    }

    private @Nullable Object listening(@Nullable Object argument) {
        return argument instanceof Consumer<?> listener ? masked(listener) : argument;
    }

    @SuppressWarnings("unchecked") // masking changes words, never the kind of what is said
    private <T> Consumer<T> masked(Consumer<T> listener) {
        return said -> listener.accept((T) Objects.requireNonNull(said(said)));
    }

    private @Nullable Object said(@Nullable Object what) {
        return switch (what) {
            case String words -> secrets.get().mask(words);
            case ExecResult(int exitCode, String output) ->
                new ExecResult(exitCode, secrets.get().mask(output));
            case EngineEvent.Disconnected(String reason, int attempt, long retryInMillis) ->
                new EngineEvent.Disconnected(secrets.get().mask(reason), attempt, retryInMillis);
            case EngineEvent.HostGone(String host, String reason) ->
                new EngineEvent.HostGone(host, secrets.get().mask(reason));
            case LogLine(var at, boolean error, String text) ->
                new LogLine(at, error, secrets.get().mask(text));
            case HealthLook(int exitCode, String output) ->
                new HealthLook(exitCode, secrets.get().mask(output));
            case Optional<?> found
            when found.orElse(null) instanceof HealthLook look -> Optional.ofNullable(said(look));
            case EngineStream stream -> new MaskedStream(stream, secrets);
            case null, default -> what;
        };
    }

    /** A stream that says no secret when it breaks off. */
    private record MaskedStream(EngineStream stream, Supplier<SecretValues> secrets) implements EngineStream {

        @Override
        public boolean await(Duration limit) throws InterruptedException {
            return stream.await(limit);
        }

        @Override
        public Optional<String> failure() {
            return stream.failure().map(words -> secrets.get().mask(words));
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
