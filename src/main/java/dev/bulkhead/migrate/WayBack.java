package dev.bulkhead.migrate;

import java.util.List;

/**
 * Preview of a way back: what it would do, told before anything is touched.
 *
 * @param point the restore point
 * @param files what becomes of files, one sentence each
 * @param open what the operator has to settle first, one sentence each; empty when nothing stands in the way
 * @param steps what is taken back of which run, last first, each with how long its services were away on the way there
 */
public record WayBack(String point, List<String> files, List<String> open, List<String> steps) {

    public WayBack {
        files = List.copyOf(files);
        open = List.copyOf(open);
        steps = List.copyOf(steps);
    }

    /** Returns it for people. */
    public String text() {
        StringBuilder text = new StringBuilder("Going back to ").append(point).append(":\n");
        files.forEach(file -> text.append("  ").append(file).append('\n'));
        if (files.isEmpty()) {
            text.append("  Every file is as it was.\n");
        }
        steps.forEach(step -> text.append("  ").append(step).append('\n'));
        open.forEach(question -> text.append("! ").append(question).append('\n'));
        return text.toString();
    }
}
