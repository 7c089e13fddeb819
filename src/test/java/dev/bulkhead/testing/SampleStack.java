package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A copy of a sample that can come up on a private engine.
 *
 * @param engine where
 * @param directory the copy, which a test may change
 * @param environment what the sample's variables have to be there
 */
public record SampleStack(PrivateEngine engine, Path directory, Map<String, String> environment) {

    /** Copies a sample and gives the engine its images. */
    public static SampleStack prepare(PrivateEngine engine, String sample) throws IOException {
        Path directory = SampleFiles.copy(sample, engine.folder("samples"));
        SampleStack stack = new SampleStack(engine, directory, StandInImages.environment(engine));
        StandInImages.provide(
                engine, stack.compose("config", "--images").lines().distinct().toList());
        return stack;
    }

    /** Runs {@code docker compose} on it, which has to succeed, and returns what it said. */
    public String compose(String... arguments) throws IOException {
        return engine.compose(directory, environment, arguments);
    }
}
