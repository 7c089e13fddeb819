package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.Refusals;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Translator of what docker-java throws into what the operator can read and the callers can react to. */
final class Faults {

    private Faults() {}

    /**
     * Returns the failure of an operation.
     *
     * @param failure what did not succeed, as the beginning of a sentence: {@code Network a could not be created}
     */
    static EngineException of(String failure, EngineAddress address, RuntimeException cause) {
        Optional<IOException> broken = find(cause, IOException.class);
        if (broken.isPresent()) {
            return unreachable(failure, address, broken.get());
        }
        if (cause instanceof DockerException refused) {
            String said = said(refused);
            return new EngineException(kind(refused, said), failure + ": " + said, cause);
        }
        return new EngineException(Kind.REFUSED, failure + ": " + sentence(String.valueOf(cause.getMessage())), cause);
    }

    private static EngineException unreachable(String failure, EngineAddress address, IOException cause) {
        if (find(cause, SocketTimeoutException.class).isPresent()) {
            return new EngineException(
                    Kind.TIMEOUT, failure + ": the engine at " + address.url() + " did not answer in time.", cause);
        }
        String reason = String.valueOf(cause.getMessage());
        String remedy = reason.contains("Permission denied")
                ? "; run Bulkhead as a user who may use it (group docker)."
                : "; start it, or name another with --engine or DOCKER_HOST.";
        return new EngineException(
                Kind.UNREACHABLE,
                "No engine answers at " + address.url() + " (" + address.origin() + "): " + reason + remedy,
                cause);
    }

    private static Kind kind(DockerException refused, String said) {
        if (refused instanceof ConflictException) {
            return Kind.CONFLICT;
        }
        return refused instanceof NotFoundException ? Kind.NOT_FOUND : Refusals.kind(said);
    }

    /** The engine's own words, which docker-java leaves inside the JSON of the answer. */
    private static String said(DockerException refused) {
        String text = String.valueOf(refused.getMessage());
        int brace = text.indexOf('{');
        if (brace >= 0) {
            try {
                return sentence(new ObjectMapper()
                        .readTree(text.substring(brace))
                        .path("message")
                        .asText(text));
            } catch (JsonProcessingException e) {
                return sentence(text);
            }
        }
        return sentence(text);
    }

    private static String sentence(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.endsWith(".") ? line : line + ".";
    }

    private static <T extends Throwable> Optional<T> find(Throwable start, Class<T> type) {
        Throwable cause = start;
        while (cause != null) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
