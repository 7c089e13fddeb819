package dev.bulkhead.compose.stack;

import dev.bulkhead.topology.SourceMark;
import java.util.List;

/**
 * A project as {@code docker stack deploy} reads it.
 *
 * @param files its files in the order they are handed over, then those that these include or extend
 * @param environmentFiles the files of variables that its services name
 */
public record StackProject(List<StackFile> files, List<EnvironmentFile> environmentFiles) {

    public StackProject {
        files = List.copyOf(files);
        environmentFiles = List.copyOf(environmentFiles);
    }

    /**
     * A file of variables.
     *
     * @param at the place that names it first
     * @param service the service that does
     * @param name what it is called there
     * @param there whether it is there
     * @param lines lines that mean something else to a stack; the number is the line
     */
    public record EnvironmentFile(SourceMark at, String service, String name, boolean there, List<OddLine> lines) {

        public EnvironmentFile {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a file of variables that means something else to a stack.
     *
     * @param number its number
     * @param variable the variable
     * @param refused whether the client refuses the file for it
     * @param how what is read otherwise, as the part of a sentence
     */
    public record OddLine(int number, String variable, boolean refused, String how) {}
}
