package dev.bulkhead.migrate.live;

import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.topology.SecretValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Tools for secrets: what the operator gives, what was set aside, and what has become known and is masked from then on. */
public final class SecretTools {

    private final Path aside;
    private final Given given;
    private final FreshSecrets fresh;
    private final AtomicReference<SecretValues> known = new AtomicReference<>(SecretValues.NONE);

    /**
     * Prepares them.
     *
     * @param aside the directory where secrets are set aside whose files go
     * @param fresh keeps what the operator is to be shown once
     */
    public SecretTools(Path aside, Given given, FreshSecrets fresh) {
        this.aside = aside;
        this.given = given;
        this.fresh = fresh;
    }

    /** What the operator gave to a change. */
    @FunctionalInterface
    public interface Given {
        /** Returns what was given; empty if nothing was. */
        Optional<String> secret(SecretSource.Given wanted);
    }

    /** Returns where the secret of a file is set aside. */
    public Path aside(String name) {
        return aside.resolve(name).normalize();
    }

    /** Returns what the operator gave. */
    public Optional<String> given(SecretSource.Given wanted) {
        return given.secret(wanted);
    }

    /** Returns what keeps new values that the operator is to be shown once. */
    public FreshSecrets fresh() {
        return fresh;
    }

    /** Makes a secret known, so that it is masked wherever it appears from now on. */
    public void learn(String value) {
        SecretValues more = SecretValues.of(Map.of("SECRET", value));
        known.updateAndGet(values -> values.and(more));
    }

    /** Returns all that have become known. */
    public SecretValues known() {
        return known.get();
    }
}
