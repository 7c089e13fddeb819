package dev.bulkhead.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a private engine before the tests of a class and ends it after them; tests take it as a parameter.
 *
 * <p>Where no engine can run the tests are skipped with a line that says so; with the environment variable or system
 * property {@code BULKHEAD_REQUIRE_ENGINE=true} they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("engine")
@ExtendWith(PrivateEngineExtension.class)
public @interface WithEngine {

    /** Which engine. */
    EngineRelease value() default EngineRelease.CURRENT;

    /** Whether root of its containers is another user on this machine. */
    boolean remapped() default false;
}
