package dev.bulkhead.migrate.plan;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fields of services that edits change and of which a topology says nothing: their containers have to be made anew. */
final class EditedFields {

    /** Fields that are no part of what a container is made from (compose pkg/compose/hash.go), and memberships, which are compared. */
    private static final Set<String> NOT_OF_CONTAINERS =
            Set.of("build", "pull_policy", "scale", "depends_on", "profiles", "develop", "networks");

    private EditedFields() {}

    /** Returns service to the names of such fields. */
    static SortedMap<String, Set<String>> of(ProjectEdit edit) {
        SortedMap<String, Set<String>> fields = new TreeMap<>();
        add(edit, fields);
        return fields;
    }

    private static void add(ProjectEdit edit, SortedMap<String, Set<String>> fields) {
        switch (edit) {
            case ProjectEdit.Series series -> series.edits().forEach(part -> add(part, fields));
            case FieldEdit field -> add(field.target(), fields);
            case TopologyEdit _, FileEdit _ -> {}
        }
    }

    private static void add(Element target, SortedMap<String, Set<String>> fields) {
        Element at = target;
        while (at instanceof Element.FieldElement(Element of, String name)) {
            if (of instanceof Element.ServiceElement(String service) && !NOT_OF_CONTAINERS.contains(name)) {
                fields.computeIfAbsent(service, key -> new TreeSet<>()).add(name);
            }
            at = of;
        }
    }
}
