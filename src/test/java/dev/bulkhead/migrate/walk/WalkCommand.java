package dev.bulkhead.migrate.walk;

import dev.bulkhead.migrate.voyage.VoyageProject;
import dev.bulkhead.testing.PrivateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was asked of a walk: {@code -Dbulkhead.walk.path=1,2,3} along which iterations, {@code -Dbulkhead.walk.manner=killed} in which
 * {@linkplain Manner manner}, {@code -Dbulkhead.walk.seed=N} by which chance, {@code -Dbulkhead.walk.to=FOLDER} where its table and
 * the files after each step go.
 *
 * @param path the iterations, in order
 */
record WalkCommand(List<String> path, Manner manner) {

    /**
     * Reads it.
     *
     * @param part the iterations where none are named
     */
    static WalkCommand of(String... part) {
        return new WalkCommand(
                List.of(System.getProperty("bulkhead.walk.path", String.join(",", part))
                        .split(",", -1)),
                Manner.named(
                        System.getProperty("bulkhead.walk.manner", "straight"), Long.getLong("bulkhead.walk.seed", 1)));
    }

    /** Goes along the iterations; {@link Walk#back} leads back. */
    Walk along(PrivateEngine engine, VoyageProject project) throws IOException {
        Walk walk = new Walk(project);
        for (String iteration : path) {
            walk.make(iteration, manner, MediaServerWalk.answers(engine, iteration));
        }
        return walk;
    }

    /** Keeps the table of a walk under a name, where a folder for it was named. */
    static void keep(String name, Walk walk) throws IOException {
        System.err.print(walk.table());
        String folder = System.getProperty("bulkhead.walk.to", "");
        if (!folder.isEmpty()) {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve(name + ".md"), walk.table());
        }
    }
}
