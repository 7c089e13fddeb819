package dev.bulkhead.compose.patch;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.YamlDocument;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.compose.yaml.YamlReader;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Guard of what the topology does not show, commands and volumes for instance: no edit may change what a file says
 * there. Extension fields ({@code x-}) are free, since they say nothing but through aliases, which are followed.
 */
final class UntouchedFields {

    private static final Set<String> COMPARED_APART = Set.of("services", "networks", "include");

    private final String file;
    private final String serviceField;
    private final String networkField;
    private final Set<String> renamed;
    private final Optional<String> renumbered;

    private UntouchedFields(String file, TopologyEdit edit) {
        this.file = file;
        this.serviceField = serviceField(edit);
        this.networkField = networkField(edit);
        this.renamed =
                edit instanceof TopologyEdit.RenameNetwork(String old, String fresh) ? Set.of(old, fresh) : Set.of();
        this.renumbered = edit instanceof TopologyEdit.Renumber move ? Optional.of(move.network()) : Optional.empty();
    }

    /**
     * Compares the changed files with what they were, field by field.
     *
     * @throws EditRejectedException if a field changes that the edit is not about
     */
    static void check(ComposeProject project, List<TextChange> changes, TopologyEdit edit)
            throws EditRejectedException {
        for (TextChange change : changes) {
            boolean compose = project.file(change.name()).isPresent();
            if (compose && change.before().isPresent() && change.after().isPresent()) {
                new UntouchedFields(change.name(), edit)
                        .compare(change.before().get(), change.after().get());
            }
        }
    }

    private void compare(String before, String after) throws EditRejectedException {
        List<YamlNode> old = roots(before);
        List<YamlNode> fresh = roots(after);
        if (!old.isEmpty() && old.size() != fresh.size()) {
            throw touched("the number of documents");
        }
        for (int i = 0; i < old.size(); i++) {
            Map<String, Object> a = topLevel(old.get(i));
            Map<String, Object> b = topLevel(fresh.get(i));
            same(a, b, "");
            services(child(old.get(i), "services"), child(fresh.get(i), "services"));
            networks(child(old.get(i), "networks"), child(fresh.get(i), "networks"));
        }
    }

    private void services(Map<String, YamlNode> old, Map<String, YamlNode> fresh) throws EditRejectedException {
        if (!old.keySet().equals(fresh.keySet())) {
            throw touched("the list of services");
        }
        for (Map.Entry<String, YamlNode> service : old.entrySet()) {
            YamlNode now = Objects.requireNonNull(fresh.get(service.getKey()), "same keys on both sides");
            Map<String, Object> a = PlainData.fields(service.getValue());
            Map<String, Object> b = PlainData.fields(now);
            a.remove(serviceField);
            b.remove(serviceField);
            same(a, b, "service " + service.getKey() + ", ");
            if (serviceField.equals("networks")) {
                memberships(service.getKey(), service.getValue(), now);
            }
        }
    }

    private void memberships(String service, YamlNode old, YamlNode fresh) throws EditRejectedException {
        Map<String, Object> a = networksOf(old);
        Map<String, Object> b = networksOf(fresh);
        for (Map.Entry<String, Object> membership : a.entrySet()) {
            Object now = b.getOrDefault(membership.getKey(), membership.getValue());
            boolean moved = renumbered.equals(Optional.of(membership.getKey()));
            if (moved ? !rest(now).equals(rest(membership.getValue())) : !now.equals(membership.getValue())) {
                throw touched("service " + service + ", membership in " + membership.getKey());
            }
        }
    }

    /** Returns what a membership says beside its addresses. */
    private static Object rest(Object membership) {
        if (!(membership instanceof Map<?, ?> fields)) {
            return membership;
        }
        Map<Object, Object> rest = new HashMap<>(fields);
        rest.remove("ipv4_address");
        rest.remove("ipv6_address");
        return rest;
    }

    private static Map<String, Object> networksOf(YamlNode service) {
        if (service.resolved() instanceof MappingNode map
                && map.value("networks").isPresent()) {
            return PlainData.named(map.value("networks").get());
        }
        return Map.of();
    }

    private void networks(Map<String, YamlNode> old, Map<String, YamlNode> fresh) throws EditRejectedException {
        for (Map.Entry<String, YamlNode> network : old.entrySet()) {
            YamlNode now = fresh.get(network.getKey());
            if (now != null && !renamed.contains(network.getKey())) {
                Map<String, Object> a = PlainData.fields(network.getValue());
                Map<String, Object> b = PlainData.fields(now);
                a.remove(networkField);
                b.remove(networkField);
                same(a, b, "network " + network.getKey() + ", ");
            }
        }
    }

    private void same(Map<String, Object> a, Map<String, Object> b, String where) throws EditRejectedException {
        List<String> names = new ArrayList<>(a.keySet());
        b.keySet().stream().filter(n -> !a.containsKey(n)).forEach(names::add);
        for (String name : names) {
            Object old = a.get(name);
            if (old == null || !old.equals(b.get(name))) {
                throw touched(where + name);
            }
        }
    }

    private EditRejectedException touched(String what) {
        return new EditRejectedException(
                "the change would also touch " + what + " in " + file + "; change the file by hand.");
    }

    private static Map<String, Object> topLevel(YamlNode root) {
        Map<String, Object> fields = new HashMap<>();
        if (root instanceof MappingNode map) {
            map.entries().stream()
                    .filter(e -> !e.name().startsWith("x-") && !COMPARED_APART.contains(e.name()))
                    .forEach(e -> fields.put(e.name(), PlainData.of(e.value())));
        }
        return fields;
    }

    private static Map<String, YamlNode> child(YamlNode root, String key) {
        Map<String, YamlNode> children = new HashMap<>();
        if (root instanceof MappingNode map
                && map.value(key).map(YamlNode::resolved).orElse(root) instanceof MappingNode inner
                && map.value(key).isPresent()) {
            for (MappingEntry entry : inner.entries()) {
                children.put(entry.name(), entry.value());
            }
        }
        return children;
    }

    private List<YamlNode> roots(String text) throws EditRejectedException {
        try {
            return YamlReader.parse(file, text).documents().stream()
                    .map(YamlDocument::root)
                    .toList();
        } catch (ComposeException unreadable) {
            throw new EditRejectedException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static String serviceField(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.Attach attach -> "networks";
            case TopologyEdit.Detach detach -> "networks";
            case TopologyEdit.RenameNetwork rename -> "networks";
            case TopologyEdit.Publish publish -> "ports";
            case TopologyEdit.Unpublish unpublish -> "ports";
            case TopologyEdit.SetEnvironment set -> "environment";
            case TopologyEdit.SetLabel set -> "labels";
            case TopologyEdit.AddNetwork add -> "";
            case TopologyEdit.RemoveNetwork remove -> "";
            case TopologyEdit.SetSubnet set -> "";
            case TopologyEdit.Renumber move -> "networks";
            case TopologyEdit.SetInternal set -> "";
            case TopologyEdit.Batch _ -> "";
        };
    }

    private static String networkField(TopologyEdit edit) {
        return switch (edit) {
            case TopologyEdit.SetSubnet set -> "ipam";
            case TopologyEdit.Renumber move -> "ipam";
            case TopologyEdit.SetInternal set -> "internal";
            case TopologyEdit.Attach attach -> "";
            case TopologyEdit.Detach detach -> "";
            case TopologyEdit.AddNetwork add -> "";
            case TopologyEdit.RemoveNetwork remove -> "";
            case TopologyEdit.RenameNetwork rename -> "";
            case TopologyEdit.Publish publish -> "";
            case TopologyEdit.Unpublish unpublish -> "";
            case TopologyEdit.SetEnvironment set -> "";
            case TopologyEdit.SetLabel set -> "";
            case TopologyEdit.Batch _ -> "";
        };
    }
}
