package dev.bulkhead.ui.shell.map;

import dev.bulkhead.check.Finding;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings that the map marks: what is only worth knowing stays in the list, where it hides nothing that matters. */
public final class MapProblems {

    private MapProblems() {}

    /** Returns the errors and warnings about each element of the map. */
    static Map<GraphElement, List<Finding>> of(List<Finding> findings) {
        Map<GraphElement, List<Finding>> problems = new HashMap<>();
        for (Finding finding : findings) {
            switch (finding.severity()) {
                case ERROR, WARNING ->
                    finding.subjects().stream()
                            .flatMap(subject -> subject.inGraph().stream())
                            .forEach(element -> problems.computeIfAbsent(element, key -> new ArrayList<>())
                                    .add(finding));
                case INFO -> {}
            }
        }
        return problems;
    }
}
