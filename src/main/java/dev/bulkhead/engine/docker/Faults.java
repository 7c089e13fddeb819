package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.Refusals;
import java.util.Optional;

/** Translator of what docker-java throws into what the operator can read and the callers can react to. */
final class Faults {

    private static final String NOT_ASKED = "The engine cannot be asked for its version";

    /** The plain words of an engine are short; a page or a dump is none. */
    private static final int LONGEST = 400;

    private Faults() {}

    /**
     * Returns the failure of an operation.
     *
     * @param failure what did not succeed, as the beginning of a sentence: {@code Network a could not be created}
     */
    static EngineException of(String failure, EngineAddress address, Throwable cause) {
        Optional<EngineException> broken = LineFaults.of(failure, address, cause);
        if (broken.isPresent()) {
            return broken.get();
        }
        Optional<DockerException> refusal = LineFaults.find(cause, DockerException.class);
        if (refusal.isPresent() && refusal.get().getHttpStatus() != 0) {
            DockerException refused = refusal.get();
            if (sendsOn(refused)) {
                return new EngineException(
                        Kind.REFUSED,
                        failure + ": the engine at " + address.url() + " (" + address.origin()
                                + ") sends on to another address (HTTP " + refused.getHttpStatus()
                                + "), which was not followed; look what stands before it, or name the engine's own address"
                                + " with --engine or DOCKER_HOST.",
                        cause);
            }
            String said = said(refused)
                    .orElseGet(() -> address.url() + " answered HTTP " + refused.getHttpStatus()
                            + " and nothing that an engine says.");
            return new EngineException(kind(refused, said), failure + ": " + said, cause);
        }
        if (strange(cause)) {
            return new EngineException(
                    Kind.REFUSED,
                    failure + ": " + address.url() + " answered something that no engine says; "
                            + "look what listens there.",
                    cause);
        }
        return new EngineException(Kind.REFUSED, failure + ": " + sentence(String.valueOf(cause.getMessage())), cause);
    }

    /** Returns the failure of the first questions: what answers them in another way than an engine is none. */
    static EngineException ofOpening(EngineAddress address, Exception cause) {
        Optional<DockerException> refusal = LineFaults.find(cause, DockerException.class);
        if (refusal.isPresent() && refusal.get().getHttpStatus() != 0) {
            String raw = String.valueOf(refusal.get().getMessage());
            if (raw.contains("HTTP request to an HTTPS server")) {
                return new EngineException(
                        Kind.UNREACHABLE,
                        "The engine at " + address.url() + " (" + address.origin()
                                + ") wants an encrypted connection; set"
                                + " DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH to the folder of its certificates.",
                        cause);
            }
            int status = refusal.get().getHttpStatus();
            if (sendsOn(refusal.get())) {
                return noEngine(
                        address, "it sends on to another address (HTTP " + status + "), which was not followed");
            }
            return message(raw).isPresent()
                    ? of(NOT_ASKED, address, cause)
                    : noEngine(address, "it answers HTTP " + status);
        }
        return strange(cause)
                ? noEngine(address, "its answer is not what an engine says")
                : of(NOT_ASKED, address, cause);
    }

    /** That nothing had to be changed (304) is an engine's answer and no redirect. */
    private static boolean sendsOn(DockerException answer) {
        int status = answer.getHttpStatus();
        return status >= 300 && status < 400 && status != 304;
    }

    /** Returns the failure of an address where something else than an engine answers. */
    static EngineException noEngine(EngineAddress address, String why) {
        return new EngineException(
                Kind.UNREACHABLE,
                "What answers at " + address.url() + " (" + address.origin() + ") is no container engine: " + why
                        + "; name the engine's own address with --engine or DOCKER_HOST.");
    }

    /** Answers that cannot be read, and those in which something is missing that engines always say. */
    private static boolean strange(Throwable cause) {
        return LineFaults.find(cause, JsonProcessingException.class).isPresent()
                || LineFaults.find(cause, NullPointerException.class).isPresent()
                || LineFaults.find(cause, NumberFormatException.class).isPresent()
                || LineFaults.find(cause, ClassCastException.class).isPresent()
                || LineFaults.find(cause, IndexOutOfBoundsException.class).isPresent();
    }

    private static Kind kind(DockerException refused, String said) {
        if (refused instanceof ConflictException) {
            return Kind.CONFLICT;
        }
        return refused instanceof NotFoundException ? Kind.NOT_FOUND : Refusals.kind(said);
    }

    /** The engine's own words; empty where what came is a page or nothing at all. */
    private static Optional<String> said(DockerException refused) {
        String raw = String.valueOf(refused.getMessage());
        Optional<String> message = message(raw);
        if (message.isPresent()) {
            return message.map(Faults::sentence);
        }
        String plain = raw.replaceFirst("^Status \\d+: ?", "").strip();
        boolean words =
                !plain.isEmpty() && plain.length() <= LONGEST && plain.indexOf('<') < 0 && !plain.equals("null");
        return words ? Optional.of(sentence(plain)) : Optional.empty();
    }

    /** docker-java leaves the engine's words inside the JSON of the answer. */
    private static Optional<String> message(String raw) {
        int brace = raw.indexOf('{');
        if (brace < 0) {
            return Optional.empty();
        }
        try {
            JsonNode message = new ObjectMapper().readTree(raw.substring(brace)).path("message");
            return Optional.of(message).filter(JsonNode::isTextual).map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String sentence(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.endsWith(".") ? line : line + ".";
    }
}
