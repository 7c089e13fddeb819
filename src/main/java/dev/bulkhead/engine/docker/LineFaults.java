package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.docker.line.CarrierFailure;
import dev.bulkhead.engine.docker.line.LateAnswer;
import dev.bulkhead.engine.docker.line.UnusableKeys;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Translator of what goes wrong between here and an engine, before a word of it is understood. */
final class LineFaults {

    private static final String REMEDY = "; start it, or name another with --engine or DOCKER_HOST.";

    private LineFaults() {}

    /** Returns the failure of the line; empty when it was not the line that failed. */
    static Optional<EngineException> of(String failure, EngineAddress address, Throwable cause) {
        Optional<UnusableKeys> keys = find(cause, UnusableKeys.class);
        if (keys.isPresent()) {
            return Optional.of(new EngineException(
                    Kind.UNREACHABLE, String.valueOf(keys.get().getMessage()), cause));
        }
        if (find(cause, JsonProcessingException.class).isPresent()) {
            return Optional.empty(); // the line brought something
        }
        return late(failure, address, cause)
                .or(() -> find(cause, HttpException.class).map(e -> Faults.noEngine(address, "it does not speak HTTP")))
                .or(() -> find(cause, IOException.class).map(broken -> unreachable(address, broken, cause)));
    }

    private static Optional<EngineException> late(String failure, EngineAddress address, Throwable cause) {
        return find(cause, LateAnswer.class)
                .map(late -> failure + ": the engine at " + address.url() + " (" + address.origin() + ") "
                        + late.getMessage() + "; restart it, or name another with --engine or DOCKER_HOST.")
                .or(() -> find(cause, SocketTimeoutException.class)
                        .map(e -> failure + ": the engine at " + address.url() + " did not answer in time."))
                .or(() -> find(cause, InterruptedIOException.class)
                        .map(e -> failure + ": waiting for the engine at " + address.url() + " was interrupted."))
                .map(sentence -> new EngineException(Kind.TIMEOUT, sentence, cause));
    }

    private static EngineException unreachable(EngineAddress address, IOException broken, Throwable cause) {
        String where = address.url() + " (" + address.origin() + ")";
        return new EngineException(Kind.UNREACHABLE, sentence(where, address, broken, cause), cause);
    }

    private static String sentence(String where, EngineAddress address, IOException broken, Throwable cause) {
        String reason = String.valueOf(broken.getMessage());
        Optional<CarrierFailure> carrier = find(cause, CarrierFailure.class);
        if (carrier.isPresent()) {
            return "No engine answers at " + where + ": ssh says: "
                    + String.valueOf(carrier.get().getMessage()).replaceAll("[.\\s]+$", "")
                    + "; see that ssh logs in there without asking, with a key that its agent holds and a host that it knows,"
                    + " and that docker is installed there.";
        }
        if (find(cause, SSLException.class).isPresent()) {
            return "No encrypted connection to " + where + " comes about: " + encryption(address, cause);
        }
        if (find(cause, ClientProtocolException.class).isPresent()
                || find(cause, MalformedChunkCodingException.class).isPresent()) {
            return "What answers at " + where + " is no container engine: it does not speak HTTP; name the engine's own"
                    + " address with --engine or DOCKER_HOST.";
        }
        if (broken instanceof NoHttpResponseException || broken instanceof ConnectionClosedException) {
            return "What answers at " + where
                    + " closed the connection before its answer was complete; look whether the"
                    + " engine is there, or name another with --engine or DOCKER_HOST.";
        }
        if (find(cause, UnknownHostException.class).isPresent()) {
            return "No engine answers at " + where + ": nobody knows a machine of that name" + REMEDY;
        }
        return "No engine answers at " + where + ": " + plain(reason)
                + (reason.contains("Permission denied")
                        ? "; run Bulkhead as a user who may use it (group docker)."
                        : REMEDY);
    }

    /** The words of the libraries name classes and checks; these name files. */
    private static String encryption(EngineAddress address, Throwable cause) {
        String said = String.valueOf(
                find(cause, SSLException.class).map(Throwable::getMessage).orElse(""));
        String folder = address.certificates().map(Object::toString).orElse("the certificates' folder");
        if (said.contains("PKIX") || said.contains("certification path")) {
            return "ca.pem in " + folder + " did not sign its certificate; put there the one that did.";
        }
        if (said.contains("doesn't match")
                || said.contains("No name matching")
                || said.contains("subject alternative")) {
            return "its certificate is for another name; use one of the names in it.";
        }
        if (said.contains("bad_certificate") || said.contains("certificate_required") || said.contains("unknown_ca")) {
            return "it does not accept the certificate in cert.pem; put one into " + folder
                    + " that its authority signed.";
        }
        return "what answers there does not speak TLS, or not as this does; without encryption, unset DOCKER_TLS_VERIFY"
                + " and DOCKER_CERT_PATH.";
    }

    /** Apache's client says where it connected to, which is said already. */
    private static String plain(String reason) {
        return reason.replaceFirst("^Connect to .* failed: ", "");
    }

    static <T extends Throwable> Optional<T> find(Throwable start, Class<T> type) {
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
