package dev.bulkhead.ui.shell;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.ElementProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which findings the map marks: what is only worth knowing stays in the list, where it hides nothing that matters. */
final class MapProblems {

    private MapProblems() {}

    /** Returns the errors and warnings about each element of the map. */
    static Map<GraphElement, List<ElementProblem>> of(List<Finding> findings) {
        Map<GraphElement, List<ElementProblem>> problems = new HashMap<>();
        for (Finding finding : findings) {
            switch (finding.severity()) {
                case ERROR -> add(ElementProblem.Level.ERROR, finding, problems);
                case WARNING -> add(ElementProblem.Level.WARNING, finding, problems);
                case INFO -> {}
            }
        }
        return problems;
    }

    private static void add(
            ElementProblem.Level level, Finding finding, Map<GraphElement, List<ElementProblem>> problems) {
        ElementProblem problem = new ElementProblem(level, finding.message());
        finding.subjects().stream()
                .flatMap(subject -> subject.inGraph().stream())
                .forEach(element -> problems.computeIfAbsent(element, key -> new ArrayList<>())
                        .add(problem));
    }
}
