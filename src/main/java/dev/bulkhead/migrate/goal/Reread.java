package dev.bulkhead.migrate.goal;

import java.util.List;

/** How a container is brought to take up files of its own that have changed. */
public sealed interface Reread {

    /** Returns why it takes that, as a sentence. */
    String why();

    /** It is restarted, and away meanwhile. */
    record Restart(String why) implements Reread {}

    /**
     * Its program is told to read them anew and goes on answering.
     *
     * @param command what is run inside the container
     */
    record Reload(List<String> command, String why) implements Reread {
        public Reload {
            command = List.copyOf(command);
        }
    }
}
