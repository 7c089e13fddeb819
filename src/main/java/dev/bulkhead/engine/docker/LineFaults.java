package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.engine.docker.line.CarrierFailure;
import dev.bulkhead.engine.docker.line.EngineKeys;
import dev.bulkhead.engine.docker.line.LateAnswer;
import dev.bulkhead.engine.docker.line.Refusal;
import dev.bulkhead.engine.docker.line.UnusableKeys;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
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

    /**
     * What servers say, in words of TLS, to whom they do not know; Java's own say so in several ways. The last one would also be
     * said where no cipher is common, which no engine of these years comes to.
     */
    private static final List<String> REFUSED = List.of(
            "bad_certificate",
            "certificate_required",
            "unknown_ca",
            "certificate_unknown",
            "certificate_expired",
            "handshake_failure");

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
        Optional<String> encryption = encryption(address, cause);
        if (encryption.isPresent()) {
            return "No encrypted connection to " + where + " comes about: " + encryption.get();
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

    /** Returns what keeps the connection from being encrypted; empty where that is not what failed. */
    private static Optional<String> encryption(EngineAddress address, Throwable cause) {
        Optional<SSLException> fault = find(cause, SSLException.class);
        boolean broke = fault.isEmpty() || find(cause, SocketException.class).isPresent();
        if (broke
                && address.certificates()
                        .flatMap(folder -> Refusal.of(address.url(), folder))
                        .isPresent()) {
            return Optional.of(notAccepted(address));
        }
        return fault.map(said -> encryption(address, cause, String.valueOf(said.getMessage())));
    }

    /** The words of the libraries name classes and checks; these name files. */
    private static String encryption(EngineAddress address, Throwable cause, String said) {
        Optional<String> over = over(cause);
        if (over.isPresent()) {
            return "its certificate " + over.get()
                    + " by the clock of this machine; have it renewed, or set the clock.";
        }
        if (said.contains("PKIX") || said.contains("certification path")) {
            return "ca.pem in " + folder(address) + " did not sign its certificate; put there the one that did.";
        }
        if (said.contains("doesn't match")
                || said.contains("No name matching")
                || said.contains("subject alternative")) {
            return "its certificate is for another name; use one of the names in it.";
        }
        if (REFUSED.stream().anyMatch(said::contains)) {
            return notAccepted(address);
        }
        return "what answers there does not speak TLS, or not as this does; without encryption, unset DOCKER_TLS_VERIFY"
                + " and DOCKER_CERT_PATH.";
    }

    private static String folder(EngineAddress address) {
        return address.certificates().map(Object::toString).orElse("the certificates' folder");
    }

    /** Why a server does not accept who comes, as far as the certificate tells that it is shown. */
    private static String notAccepted(EngineAddress address) {
        String folder = folder(address);
        Optional<EngineKeys> keys = address.certificates().map(EngineKeys::new);
        if (keys.isPresent() && keys.get().anonymous()) {
            return "it asks who comes, and " + folder + " has no cert.pem and key.pem; put there those that its"
                    + " authority signed for you.";
        }
        return keys.flatMap(EngineKeys::objection)
                .map(ended -> "the certificate in cert.pem of " + folder + " " + ended
                        + " by the clock of this machine; put a new one there, or set the clock.")
                .orElse("it does not accept the certificate in cert.pem; put one into " + folder
                        + " that its authority signed.");
    }

    /** Dates are looked at only once all signatures are right. */
    private static Optional<String> over(Throwable cause) {
        return find(cause, CertificateExpiredException.class)
                .map(ended -> EngineKeys.dated("ended at", ended))
                .or(() -> find(cause, CertificateNotYetValidException.class)
                        .map(early -> EngineKeys.dated("begins at", early)));
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
