package dev.bulkhead.ui.manual;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Place in the manual.
 *
 * @param path the page, below {@code docs}
 * @param anchor the heading, as links name it; empty for the page as a whole
 */
public record ManualPlace(String path, String anchor) {

    /** The first page, which lists the others. */
    public static final ManualPlace FIRST = page("README");

    /** Returns a page by its name in the manual, for instance {@code reach} or {@code rules/subnet-overlap}. */
    public static ManualPlace page(String name) {
        return new ManualPlace("manual/" + name + ".md", "");
    }

    /** Returns the page about a rule of the checks. */
    public static ManualPlace rule(String id) {
        return page("rules/" + id);
    }

    /** Returns the page about an iteration: one of the path has its own, one of the operator's the page about playbooks. */
    public static ManualPlace iteration(String id) {
        return switch (id) {
            case "1", "2", "3", "4", "5", "6", "7", "8" -> page("iteration-" + id);
            case "rotate" -> page("iteration-5").at("another-value-rotation");
            case "files" -> page("map");
            default -> page("playbooks");
        };
    }

    /** Returns a heading of the page. */
    public ManualPlace at(String heading) {
        return new ManualPlace(path, heading);
    }

    /** Returns where a link of the page leads; empty if that is not below {@code docs}. */
    public Optional<ManualPlace> resolve(String link) {
        if (link.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        int mark = link.indexOf('#');
        String to = mark < 0 ? link : link.substring(0, mark);
        String heading = mark < 0 ? "" : link.substring(mark + 1);
        if (to.isEmpty()) {
            return Optional.of(at(heading));
        }
        Deque<String> steps = new ArrayDeque<>();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        for (String step : (folder + to).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(new ManualPlace(String.join("/", steps), heading));
    }
}
