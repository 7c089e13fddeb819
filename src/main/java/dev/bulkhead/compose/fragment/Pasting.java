package dev.bulkhead.compose.fragment;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Change that puts a fragment into a project. What has a name that is taken gets another one, and leaves behind what two
 * cannot have: the container's name, published ports, static addresses and further names on networks.
 *
 * @param edit the change, all of it one step
 * @param elements the services and networks that it adds
 * @param notes what the operator should know, each as a sentence
 */
public record Pasting(ProjectEdit edit, List<Element.GraphElement> elements, List<String> notes) {

    /** Sections of what services bring along. */
    private static final List<String> COMPANIONS = List.of("volumes", "secrets", "configs");

    public Pasting {
        elements = List.copyOf(elements);
        notes = List.copyOf(notes);
    }

    /**
     * Returns the change for a project.
     *
     * @param verb what is done, for undo
     * @throws EditRejectedException if the project's files cannot be taken apart, with the reason as a sentence
     */
    public static Pasting of(String verb, Fragment fragment, ComposeProject project) throws EditRejectedException {
        return new Draft(fragment, project.topology(), declared(project)).pasting(verb);
    }

    private static Map<String, Set<String>> declared(ComposeProject project) throws EditRejectedException {
        Map<String, Set<String>> declared = new LinkedHashMap<>();
        for (SourceFile file : ProjectSources.of(project).files()) {
            for (String section : COMPANIONS) {
                file.topLevel(section).stream()
                        .map(entry -> entry.value().resolved())
                        .filter(MappingNode.class::isInstance)
                        .flatMap(map -> ((MappingNode) map).entries().stream())
                        .forEach(entry -> declared.computeIfAbsent(section, _ -> new TreeSet<>())
                                .add(entry.name()));
            }
        }
        return declared;
    }

    private static final class Draft {

        private final Fragment fragment;
        private final Topology topology;
        private final Map<String, Set<String>> declared;
        private final Map<String, String> services = new LinkedHashMap<>();
        private final List<ProjectEdit> edits = new ArrayList<>();
        private final List<Element.GraphElement> elements = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Draft(Fragment fragment, Topology topology, Map<String, Set<String>> declared) {
            this.fragment = fragment;
            this.topology = topology;
            this.declared = declared;
        }

        Pasting pasting(String verb) {
            Set<String> taken = new TreeSet<>(topology.services().keySet());
            fragment.section("services").keySet().forEach(key -> services.put(key, free(key, taken)));
            boolean networksAlone = services.isEmpty();
            Set<String> networks = new TreeSet<>(topology.networks().keySet());
            fragment.section("networks").forEach((key, body) -> network(key, body, networksAlone, networks));
            for (String section : COMPANIONS) {
                fragment.section(section).forEach((key, body) -> companion(section, key, body));
            }
            fragment.section("services").forEach(this::service);
            String what =
                    elements.size() == 1 ? elements.getFirst().text().replace(':', ' ') : elements.size() + " elements";
            return new Pasting(new ProjectEdit.Series(verb + " " + what, edits), elements, notes);
        }

        /** A network that services bring along and that is here already is the one they join. */
        private void network(String key, FieldValue.Fields body, boolean alone, Set<String> taken) {
            if (taken.contains(key) && !alone) {
                return;
            }
            String name = free(key, taken);
            FieldValue.Fields own = name.equals(key) ? body : without(body, "name", "ipam");
            if (!name.equals(key) && own.fields().size() < body.fields().size()) {
                notes.add(name + " has no subnet of its own yet: " + key + " keeps it.");
            }
            Element.NetworkElement network = Element.network(name);
            edits.add(new FieldEdit.AddElement(network, own));
            elements.add(network);
        }

        private void companion(String section, String key, FieldValue.Fields body) {
            Element element = switch (section) {
                case "volumes" -> new Element.VolumeElement(key);
                case "secrets" -> new Element.SecretElement(key);
                default -> new Element.ConfigElement(key);
            };
            if (!declared.getOrDefault(section, Set.of()).contains(key)) {
                edits.add(new FieldEdit.AddElement(element, body));
            }
        }

        private void service(String key, FieldValue.Fields body) {
            String name = services.getOrDefault(key, key);
            FieldValue.Fields own = named(name, body);
            if (!name.equals(key)) {
                List<String> left = new ArrayList<>();
                own = alone(own, left);
                if (!left.isEmpty()) {
                    notes.add(name + " is without " + String.join(", ", left) + ": " + key + " keeps "
                            + (left.size() == 1 ? "it." : "them."));
                }
            }
            Element.ServiceElement service = Element.service(name);
            edits.add(new FieldEdit.AddElement(service, own));
            elements.add(service);
        }

        /** Names among those that are pasted together follow; a dependency on nobody is left out. */
        private FieldValue.Fields named(String name, FieldValue.Fields body) {
            FieldValue.Fields result = body;
            for (String field : List.of("network_mode", "ipc", "pid")) {
                if (body.fields().get(field) instanceof FieldValue.Written(String text)
                        && text.startsWith("service:")) {
                    String other = text.substring("service:".length());
                    result = result.with(
                            field, new FieldValue.Written("service:" + services.getOrDefault(other, other)));
                }
            }
            FieldValue dependencies = body.fields().get("depends_on");
            if (dependencies instanceof FieldValue.Items(List<FieldValue> items)) {
                List<FieldValue> kept = new ArrayList<>();
                for (FieldValue item : items) {
                    if (item instanceof FieldValue.Written(String other) && known(name, other)) {
                        kept.add(new FieldValue.Written(services.getOrDefault(other, other)));
                    }
                }
                result = kept.isEmpty()
                        ? without(result, "depends_on")
                        : result.with("depends_on", new FieldValue.Items(kept));
            } else if (dependencies instanceof FieldValue.Fields fields) {
                FieldValue.Fields kept = FieldValue.fields();
                for (Map.Entry<String, FieldValue> entry : fields.fields().entrySet()) {
                    if (known(name, entry.getKey())) {
                        kept = kept.with(services.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue());
                    }
                }
                result = kept.fields().isEmpty() ? without(result, "depends_on") : result.with("depends_on", kept);
            }
            return result;
        }

        private boolean known(String service, String other) {
            boolean known =
                    services.containsKey(other) || topology.service(other).isPresent();
            if (!known) {
                notes.add(service + " no longer waits for " + other + ", which this project does not have.");
            }
            return known;
        }

        private static FieldValue.Fields alone(FieldValue.Fields body, List<String> left) {
            FieldValue.Fields result = body;
            for (String field : List.of("container_name", "ports", "mac_address")) {
                if (result.fields().containsKey(field)) {
                    result = without(result, field);
                    left.add(field);
                }
            }
            if (result.fields().get("networks") instanceof FieldValue.Fields networks) {
                FieldValue.Fields joined = FieldValue.fields();
                boolean cut = false;
                for (Map.Entry<String, FieldValue> entry : networks.fields().entrySet()) {
                    FieldValue membership = entry.getValue();
                    if (membership instanceof FieldValue.Fields fields) {
                        membership = without(fields, "ipv4_address", "ipv6_address", "mac_address", "aliases");
                        cut |= !membership.equals(fields);
                    }
                    boolean empty = membership instanceof FieldValue.Fields fields
                            && fields.fields().isEmpty();
                    joined = joined.with(entry.getKey(), empty ? new FieldValue.Literal("null") : membership);
                }
                result = result.with("networks", joined);
                if (cut) {
                    left.add("its addresses and aliases on networks");
                }
            }
            return result;
        }

        private static FieldValue.Fields without(FieldValue.Fields body, String... fields) {
            SequencedMap<String, FieldValue> rest = body.fields();
            rest.keySet().removeAll(List.of(fields));
            return new FieldValue.Fields(rest);
        }

        private static String free(String key, Set<String> taken) {
            String stem = key.replaceFirst("-\\d+$", "");
            String name = key;
            for (int number = 2; taken.contains(name); number++) {
                name = stem + "-" + number;
            }
            taken.add(name);
            return name;
        }
    }
}
