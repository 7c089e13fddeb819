package dev.bulkhead.migrate.authority;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Dates of certificates held against the clock of this machine, in words that lead to what is wrong. */
public final class Validity {

    private Validity() {}

    /** Returns what is wrong with the dates of a chain, as the end of a sentence; empty where nothing is. */
    public static Optional<String> objection(List<X509Certificate> chain) {
        return chain.stream().flatMap(one -> objection(one).stream()).findFirst();
    }

    private static Optional<String> objection(X509Certificate certificate) {
        String whose = "that of " + certificate.getSubjectX500Principal().getName();
        try {
            certificate.checkValidity();
            return Optional.empty();
        } catch (CertificateExpiredException ended) {
            return Optional.of(whose + " ended at " + certificate.getNotAfter().toInstant()
                    + " by the clock of this machine, " + now() + "; renew it, or set the clock");
        } catch (CertificateNotYetValidException early) {
            return Optional.of(whose + " is valid from "
                    + certificate.getNotBefore().toInstant() + " on, and the clock of this machine is at " + now()
                    + ": its clock is slow, that of whoever signed it is fast, or it was made for later");
        }
    }

    private static Instant now() {
        return InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
