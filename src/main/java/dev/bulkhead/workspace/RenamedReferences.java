package dev.bulkhead.workspace;

import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to a network that was renamed: those in rules, labels and variables follow, the others are named. */
public final class RenamedReferences {

    /** Labels whose whole value is the real name of a network. */
    private static final Set<String> LABELS =
            Set.of("traefik.docker.network", "traefik.swarm.network", "caddy_ingress_network");

    /** Variables that list real names of networks. */
    private static final Set<String> VARIABLES = Set.of("CADDY_INGRESS_NETWORKS");

    private RenamedReferences() {}

    /**
     * Lets what names a network follow its new name, as edits of the document.
     *
     * @param before the project before the network was renamed
     * @return a sentence for each reference that is left behind
     */
    public static List<String> follow(TopologyDocument document, TopologyEdit.RenameNetwork edit, Topology before)
            throws IOException {
        Optional<String> rules = document.rulesText();
        if (rules.isPresent()) {
            String followed = named("network:" + edit.network())
                    .matcher(rules.get())
                    .replaceAll(Matcher.quoteReplacement("network:" + edit.newKey()));
            document.applyRules(followed, "rename " + edit.network() + " in the rules");
        }
        String old = before.network(edit.network()).map(Network::name).orElse(edit.network());
        String now = document.project()
                .topology()
                .network(edit.newKey())
                .map(Network::name)
                .orElse(edit.newKey());
        return old.equals(now) ? List.of() : followName(document, old, now);
    }

    private static List<String> followName(TopologyDocument document, String old, String now) {
        List<String> left = new ArrayList<>();
        for (Service service : document.project().topology().services().values()) {
            references(service, old, now).forEach((what, edit) -> {
                try {
                    document.apply(edit);
                } catch (EditRejectedException refused) {
                    left.add(sentence(what + " of service " + service.key(), old));
                }
            });
            ContainerSpec container = service.container();
            if (container.command().stream()
                    .anyMatch(word -> named(old).matcher(word).find())) {
                left.add(sentence("the command of service " + service.key(), old));
            }
        }
        return left;
    }

    private static Map<String, TopologyEdit> references(Service service, String old, String now) {
        Map<String, TopologyEdit> edits = new LinkedHashMap<>();
        service.container().labels().forEach((label, value) -> {
            if (LABELS.contains(label) && value.equals(old)) {
                edits.put("label " + label, new TopologyEdit.SetLabel(service.key(), label, now));
            }
        });
        service.container().environment().forEach((name, value) -> {
            if (VARIABLES.contains(name) && named(old).matcher(value).find()) {
                String followed = named(old).matcher(value).replaceAll(Matcher.quoteReplacement(now));
                edits.put("variable " + name, new TopologyEdit.SetEnvironment(service.key(), name, followed));
            }
        });
        return edits;
    }

    private static String sentence(String what, String old) {
        return "Left as it is: " + what + " still names " + old + ".";
    }

    private static Pattern named(String name) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])");
    }
}
