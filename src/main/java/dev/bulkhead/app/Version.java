package dev.bulkhead.app;

import java.util.Optional;

/** Version of this build. */
final class Version {

    private Version() {}

    /** Returns the version of the jar; a build that was not packed says so. */
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development build");
    }

    /** Returns what the application is, in a few lines. */
    static String words() {
        return "Version " + text() + ", Java " + Runtime.version().feature() + ", JavaFX "
                + System.getProperty("javafx.version", "?")
                + ". Shows, checks and segments the networks of a Docker Compose project. Apache License 2.0.";
    }
}
