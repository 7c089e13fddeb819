package dev.bulkhead.ui.inspector.form;

import dev.bulkhead.address.Ip;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Fields of a service that decide how it stands in networks: network mode, host name, lines of its hosts file. */
public final class ServiceFields {

    private static final String NETWORKS = Words.of("servicefields.joins-networks");

    private ServiceFields() {}

    /**
     * Returns the fields of a service.
     *
     * @param stated whether the files state something, and it does not only follow from them
     */
    public static List<FormItem> of(Topology topology, Service service, Predicate<Element> stated) {
        Element element = Element.service(service.key());
        FieldElement hosts = element.field("extra_hosts");
        Map<String, String> lines = service.container().contacts().extraHosts();
        return List.of(
                mode(topology, service, stated),
                new FormItem.Text(
                        "hostname",
                        Words.of("servicefields.host-name"),
                        Words.of("servicefields.what-the-container-calls-itself"),
                        service.container().hostname().orElse(""),
                        Words.of("servicefields.the-container-s-id"),
                        Entries.scalar(
                                element.field("hostname"),
                                text -> text.matches("[a-zA-Z0-9]([a-zA-Z0-9.-]{0,62})")
                                        ? Optional.empty()
                                        : Optional.of(Words.of("servicefields.a-host-name-has-letters")))),
                new FormItem.Text(
                                "extra-hosts",
                                Words.of("servicefields.extra-hosts"),
                                Words.of("servicefields.lines-of-its-hosts-file"),
                                Entries.text(lines),
                                Words.of("servicefields.none"),
                                text -> hosts(hosts, lines, text))
                        .inLines());
    }

    private static FormItem mode(Topology topology, Service service, Predicate<Element> stated) {
        List<String> options = new ArrayList<>(List.of(NETWORKS, "host", "none", "bridge"));
        topology.services().values().stream()
                .filter(other -> !other.key().equals(service.key()))
                .filter(other -> other.networkMode() instanceof NetworkMode.Networks)
                .forEach(other -> options.add("service:" + other.key()));
        String now = service.networkMode().text().orElse(NETWORKS);
        if (!options.contains(now)) {
            options.add(now);
        }
        return new FormItem.Choice(
                "network-mode",
                Words.of("servicefields.network-mode"),
                Words.of("servicefields.host-the-host-s-own"),
                now,
                options,
                chosen -> mode(service, chosen, stated));
    }

    private static ProjectEdit mode(Service service, String chosen, Predicate<Element> stated) {
        Element element = Element.service(service.key());
        FieldElement mode = element.field("network_mode");
        if (chosen.equals(NETWORKS)) {
            return new FieldEdit.RemoveField(mode);
        }
        List<ProjectEdit> edits = new ArrayList<>();
        boolean joins = service.attachments().stream()
                .anyMatch(joined -> stated.test(Element.membership(service.key(), joined.network())));
        if (joins) {
            edits.add(new FieldEdit.RemoveField(element.field("networks")));
        }
        if (chosen.contains(":") || chosen.equals("none")) {
            service.ports().forEach(port -> edits.add(new TopologyEdit.Unpublish(service.key(), port)));
        }
        edits.add(new FieldEdit.SetField(mode, FieldValue.text(chosen)));
        return new ProjectEdit.Series(Words.of("servicefields.set-network-mode-of-to", service.key(), chosen), edits);
    }

    private static FieldDraft hosts(FieldElement field, Map<String, String> before, String text) {
        Map<String, String> after = new LinkedHashMap<>();
        for (String line : Entries.lines(text)) {
            int sign = line.indexOf('=');
            String address = line.substring(sign + 1).strip();
            if (sign < 1 || !(address.equals("host-gateway") || address(address))) {
                return new FieldDraft.Wrong(Words.of("servicefields.write-a-line-as-name", line));
            }
            after.put(line.substring(0, sign).strip(), address);
        }
        if (after.equals(before)) {
            return new FieldDraft.Same();
        }
        return new FieldDraft.Change(
                after.isEmpty()
                        ? new FieldEdit.RemoveField(field)
                        : new FieldEdit.SetField(
                                field,
                                new FieldValue.Items(after.entrySet().stream()
                                        .map(entry -> FieldValue.text(entry.getKey() + "=" + entry.getValue()))
                                        .toList())));
    }

    /** A name can have several addresses, which then stand beside each other. */
    private static boolean address(String text) {
        return List.of(text.split(" +", -1)).stream()
                .allMatch(one -> Ip.tryParse(one).isPresent() || one.startsWith("$"));
    }
}
