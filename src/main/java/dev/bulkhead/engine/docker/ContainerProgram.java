package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.model.Frame;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.ExecResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One program run inside a container. */
final class ContainerProgram {

    /** The engine's own codes for a program that cannot be run and one that is not there. */
    private static final int NOT_THERE = 127;

    /** Nobody reads more of a probe; a program that floods must not fill the memory. */
    private static final int OUTPUT_LIMIT = 1 << 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final DockerClient client;
    private final String container;
    private final List<String> command;

    ContainerProgram(DockerClient client, String container, List<String> command) {
        this.client = client;
        this.container = container;
        this.command = command;
    }

    /** Runs it; a program that does not end in time is left behind, since the engine has no call to end it. */
    ExecResult run(Duration timeout) throws EngineException {
        String id = client.execCreateCmd(container)
                .withCmd(command.toArray(String[]::new))
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        long deadline = System.nanoTime() + timeout.toNanos();
        Output output = new Output();
        try (Output reading = client.execStartCmd(id).exec(output)) {
            if (!reading.awaitCompletion(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw late(timeout);
            }
            return new ExecResult(code(id, deadline, timeout), output.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Kind.TIMEOUT, "Waiting for container " + container + " was interrupted.", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the exit code; the engine knows it a moment after the program's last word, later on a busy machine. */
    private int code(String id, long deadline, Duration timeout) throws EngineException, InterruptedException {
        InspectExecResponse seen = client.inspectExecCmd(id).exec();
        while (Boolean.TRUE.equals(seen.isRunning())) {
            if (System.nanoTime() > deadline) {
                throw late(timeout);
            }
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            seen = client.inspectExecCmd(id).exec();
        }
        Long code = seen.getExitCodeLong();
        return code == null ? NOT_THERE : code.intValue();
    }

    private EngineException late(Duration timeout) {
        return new EngineException(
                Kind.TIMEOUT,
                command.getFirst() + " in container " + container + " did not end within " + timeout.toSeconds()
                        + " s.");
    }

    private static final class Output extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            if (bytes.size() < OUTPUT_LIMIT) {
                bytes.writeBytes(frame.getPayload());
            }
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
