package dev.bulkhead.workspace.element;

import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Dependency;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Change that removes services, networks and memberships, with what goes with them.
 *
 * @param edit the change, all of it one step
 * @param goes what goes with them or changes by it, each as a sentence
 * @param against why it cannot be done, each as a sentence; empty where it can
 */
public record Removal(ProjectEdit edit, List<String> goes, List<String> against) {

    public Removal {
        goes = List.copyOf(goes);
        against = List.copyOf(against);
    }

    /** Returns the change for a project and its rules. */
    public static Removal of(Topology topology, Rules rules, Set<? extends GraphElement> elements) {
        return new Draft(topology, rules, elements).removal();
    }

    private static final class Draft {

        private final Topology topology;
        private final Rules rules;
        private final Set<String> services = new TreeSet<>();
        private final Set<String> networks = new TreeSet<>();
        private final List<Element.MembershipElement> ties = new ArrayList<>();
        private final List<ProjectEdit> edits = new ArrayList<>();
        private final List<String> goes = new ArrayList<>();
        private final List<String> against = new ArrayList<>();

        Draft(Topology topology, Rules rules, Set<? extends GraphElement> elements) {
            this.topology = topology;
            this.rules = rules;
            for (GraphElement element : elements) {
                switch (element) {
                    case Element.ServiceElement(String key) -> services.add(key);
                    case Element.NetworkElement(String key) -> networks.add(key);
                    case Element.MembershipElement tie -> ties.add(tie);
                }
            }
            services.retainAll(topology.services().keySet());
            networks.retainAll(topology.networks().keySet());
            ties.removeIf(tie -> services.contains(tie.service()) || networks.contains(tie.network()));
        }

        Removal removal() {
            for (Element.MembershipElement tie : ties) {
                edits.add(new TopologyEdit.Detach(tie.service(), tie.network()));
            }
            topology.services().values().stream()
                    .filter(service -> !services.contains(service.key()))
                    .forEach(this::without);
            services.forEach(this::service);
            topology.services().values().stream()
                    .filter(service -> !services.contains(service.key()))
                    .forEach(this::leaves);
            for (String network : networks) {
                network(network);
            }
            rules();
            return new Removal(new ProjectEdit.Series(title(), edits), goes, against);
        }

        private String title() {
            List<String> names = new ArrayList<>(services);
            names.addAll(networks);
            ties.forEach(tie -> names.add("a membership of " + tie.service()));
            return "remove " + (names.size() > 3 ? names.size() + " elements" : String.join(", ", names));
        }

        /** Takes out of a service that stays what names one that goes. */
        private void without(Service stays) {
            Element.ServiceElement element = Element.service(stays.key());
            if (stays.networkMode() instanceof NetworkMode.OfService(String owner) && services.contains(owner)) {
                against.add(
                        stays.key() + " uses the network of " + owner + "; give it one of its own, or remove both.");
            }
            Set<String> linked = stays.container().contacts().links().stream()
                    .filter(link -> !link.external())
                    .map(link -> link.target())
                    .filter(services::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            for (Dependency dependency : stays.dependsOn()) {
                boolean implied = linked.contains(dependency.service())
                        || stays.networkMode().equals(new NetworkMode.OfService(dependency.service()));
                if (services.contains(dependency.service()) && !implied) {
                    edits.add(new FieldEdit.RemoveField(element.field("depends_on", dependency.service())));
                    goes.add(stays.key() + " no longer waits for " + dependency.service() + ".");
                }
            }
            linked.forEach(target ->
                    against.add(stays.key() + " has a link to " + target + "; take it out of its links first."));
        }

        private void service(String key) {
            Service service = topology.service(key).orElseThrow();
            List<String> own = new ArrayList<>();
            service.ports().stream().map(PortMapping::text).forEach(port -> own.add("port " + port));
            service.attachments().forEach(attachment -> own.addAll(names(attachment)));
            if (!own.isEmpty()) {
                goes.add("With " + key + " goes: " + String.join(", ", own) + ".");
            }
            service.attachments().stream()
                    .map(Attachment::network)
                    .filter(network -> !networks.contains(network)
                            && topology.members(network).stream().allMatch(member -> services.contains(member.key())))
                    .forEach(network -> addOnce(network + " is then without members."));
            edits.add(new FieldEdit.RemoveElement(Element.service(key)));
        }

        /** Takes a service that stays off the networks that go. */
        private void leaves(Service stays) {
            List<Attachment> left = stays.attachments().stream()
                    .filter(attachment -> networks.contains(attachment.network()))
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            for (Attachment attachment : left) {
                List<String> own = names(attachment);
                goes.add(stays.key() + " leaves " + attachment.network()
                        + (own.isEmpty() ? "." : " and loses " + String.join(", ", own) + "."));
            }
            if (left.size() < stays.attachments().size()) {
                left.forEach(attachment -> edits.add(new TopologyEdit.Detach(stays.key(), attachment.network())));
            } else if (networks.contains("default")) {
                against.add(stays.key() + " is on default alone, which Compose would make again; attach it to another"
                        + " network first.");
            } else {
                edits.add(new FieldEdit.RemoveField(Element.service(stays.key()).field("networks")));
                goes.add(stays.key() + " is on no other network, so it goes to default, as Compose has it.");
            }
        }

        private void network(String key) {
            Network network = topology.network(key).orElseThrow();
            if (network.external()) {
                goes.add(key + " is external: the engine keeps it, the project only no longer names it.");
            }
            edits.add(new TopologyEdit.RemoveNetwork(key));
        }

        private void rules() {
            List<Rule> named = rules.stated().stream().filter(this::named).toList();
            if (!named.isEmpty()) {
                goes.add((named.size() == 1 ? "A rule names" : named.size() + " rules name")
                        + " what goes; they stay in " + Rules.FILE + ", where Problems will tell of them.");
            }
        }

        private boolean named(Rule rule) {
            return rule.from().stream().anyMatch(this::gone)
                    || rule.to().stream().anyMatch(target -> gone(target.selector()));
        }

        private boolean gone(Selector selector) {
            return switch (selector) {
                case Selector.OneService(String key) -> services.contains(key);
                case Selector.MembersOf(String network) -> networks.contains(network);
                case Selector.OneGroup _, Selector.Foreign _, Selector.Outsider _, Selector.Everyone _ -> false;
            };
        }

        private void addOnce(String sentence) {
            if (!goes.contains(sentence)) {
                goes.add(sentence);
            }
        }

        private static List<String> names(Attachment attachment) {
            List<String> names = new ArrayList<>();
            attachment.aliases().forEach(alias -> names.add("alias " + alias));
            Optional.of(attachment).flatMap(Attachment::ipv4).ifPresent(names::add);
            Optional.of(attachment).flatMap(Attachment::ipv6).ifPresent(names::add);
            return names;
        }
    }
}
