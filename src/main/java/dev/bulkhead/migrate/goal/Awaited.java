package dev.bulkhead.migrate.goal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answer that a web request is expected to get. */
public sealed interface Awaited {

    /** Some answer by a route: not the one that any name gets, and not that nobody is there to ask (502, 503, 504). */
    record Answer() implements Awaited {}

    /**
     * A page in which a text stands (status 200), as an API answers.
     *
     * @param part the text
     * @param meaning what is so once it stands there, as the end of a sentence
     */
    record Content(String part, String meaning) implements Awaited {}

    /** An answer by a route that sends nobody elsewhere: any status but 3xx. */
    record NoRedirect() implements Awaited {}

    /**
     * An answer by a route that does not send people to an address; it may send them elsewhere.
     *
     * @param prefix what the address begins with
     */
    record NotTo(String prefix) implements Awaited {}

    /**
     * A redirect (301, 302, 303, 307, 308).
     *
     * @param prefix what the address begins with that it leads to
     * @param returnTo the address that one of its parameters holds, by which people come back; empty where there is none
     */
    record Redirect(String prefix, Optional<String> returnTo) implements Awaited {

        /** A redirect that says nothing of a way back. */
        public static Redirect to(String prefix) {
            return new Redirect(prefix, Optional.empty());
        }
    }

    /** Nothing in clear: no connection, a redirect to the same host by HTTPS, or what any name gets. */
    record NothingInClear() implements Awaited {}

    /**
     * A certificate by which Java's own TLS is satisfied: chain, name and dates.
     *
     * @param trust whose signature counts
     * @param lasts for how long it has to be valid at least, from the moment it is looked at
     * @param refused versions of the protocol that the server may not speak, such as {@code TLSv1.1}
     */
    record Certificate(Trust trust, Duration lasts, List<String> refused) implements Awaited {
        public Certificate {
            refused = List.copyOf(refused);
        }
    }

    /** Authority whose signature under a certificate counts. */
    sealed interface Trust {

        /** The authorities that this machine's Java trusts, which are those of the browsers. */
        record Public() implements Trust {}

        /**
         * The certificates of a file: a root that people install. It is read when the answer is looked at.
         *
         * @param file path relative to the project directory
         */
        record Roots(String file) implements Trust {}

        /** Whoever signed: name, dates and signatures are checked, and the top of the chain is taken as it is served. */
        record AsServed() implements Trust {}
    }

    /** Returns what it is, as the end of a sentence that begins with the address. */
    default String text() {
        return switch (this) {
            case Answer _ -> "answers";
            case Content content -> "tells that " + content.meaning();
            case NoRedirect _ -> "answers without a redirect";
            case NotTo(String prefix) -> "answers without sending people to " + prefix;
            case Redirect(String prefix, Optional<String> back) ->
                "redirects to " + prefix
                        + back.map(url -> ", to come back to " + url).orElse("");
            case NothingInClear _ -> "gives nothing in clear but a redirect to HTTPS";
            case Certificate certificate -> "shows a valid certificate" + signed(certificate.trust());
        };
    }

    private static String signed(Trust trust) {
        return switch (trust) {
            case Trust.Public _ -> " of an authority that browsers trust";
            case Trust.Roots(String file) -> " signed by " + file;
            case Trust.AsServed _ -> ", whoever signed it";
        };
    }
}
