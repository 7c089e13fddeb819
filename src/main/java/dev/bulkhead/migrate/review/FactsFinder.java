package dev.bulkhead.migrate.review;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.run.ReportFacts;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finder of a review's facts: in words, what a design changes in which file. */
final class FactsFinder {

    private final ComposeProject project;
    private final Goal goal;

    FactsFinder(ComposeProject project, Goal goal) {
        this.project = project;
        this.goal = goal;
    }

    ReportFacts find(List<TextChange> changes) {
        Map<String, Map<String, List<String>>> byFile = new TreeMap<>();
        List<String> settings = new ArrayList<>();
        long declared = 0;
        for (ProjectEdit edit : goal.edits()) {
            switch (edit) {
                case TopologyEdit.Attach attach ->
                    part(byFile, attach.service()).add(attach.attachment().network());
                case TopologyEdit.SetEnvironment set -> {
                    part(byFile, set.service()).add(set.name());
                    settings.add(setting(set));
                }
                case TopologyEdit.SetLabel set -> {
                    part(byFile, set.service()).add("label " + set.name());
                    settings.add(set.service() + ": label `" + set.name() + "` is set");
                }
                case TopologyEdit.AddNetwork add -> declared++;
                case TopologyEdit.Detach _,
                        TopologyEdit.RemoveNetwork _,
                        TopologyEdit.RenameNetwork _,
                        TopologyEdit.SetSubnet _,
                        TopologyEdit.Renumber _,
                        TopologyEdit.SetInternal _,
                        TopologyEdit.Publish _,
                        TopologyEdit.Unpublish _,
                        TopologyEdit.Batch _,
                        ProjectEdit.Series _,
                        FieldEdit _,
                        FileEdit _ -> settings.add(edit.describe());
            }
        }
        TreeMap<String, String> files = new TreeMap<>();
        for (TextChange change : changes) {
            files.put(change.name(), words(change, byFile.getOrDefault(change.name(), Map.of()), declared));
        }
        TreeMap<String, String> purposes = new TreeMap<>();
        goal.networks().forEach(network -> purposes.put(network.spec().name(), network.purpose()));
        return new ReportFacts(purposes, goal.unattached(), files, settings, goal.notes(), goal.handouts());
    }

    private List<String> part(Map<String, Map<String, List<String>>> byFile, String service) {
        String file = project.sources()
                .at(Element.service(service))
                .map(SourceMark::file)
                .orElse("");
        return byFile.computeIfAbsent(file, name -> new LinkedHashMap<>())
                .computeIfAbsent(service, key -> new ArrayList<>());
    }

    private static String words(TextChange change, Map<String, List<String>> services, long declared) {
        if (change.before().isEmpty()) {
            return "Created with " + declared + " network definitions";
        }
        if (services.isEmpty()) {
            return "Included or declared the new networks";
        }
        List<String> parts = new ArrayList<>();
        services.forEach((service, added) -> parts.add(service + ": " + String.join(", ", added)));
        return "Added " + String.join("; ", parts);
    }

    /** The value of a variable can be a secret; a list of address ranges is none. */
    private static String setting(TopologyEdit.SetEnvironment set) {
        boolean ranges = Arrays.stream(set.value().split(",", -1))
                .allMatch(part -> Cidr.enclosing(part.strip()).isPresent());
        return set.service() + ": `" + set.name() + "`" + (ranges ? " is `" + set.value() + "`" : " is set");
    }
}
