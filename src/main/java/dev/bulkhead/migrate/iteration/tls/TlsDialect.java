package dev.bulkhead.migrate.iteration.tls;

import dev.bulkhead.migrate.iteration.AnswersException;
import java.util.List;

/** Language in which a proxy is told of certificates and HTTPS. */
sealed interface TlsDialect permits TraefikTls, CaddyfileTls, CaddyLabelsTls {

    /**
     * Returns the stretches of the way to HTTPS.
     *
     * @throws AnswersException if the proxy cannot be told so, with the remedy
     */
    List<Stretch> stretches() throws AnswersException;
}
