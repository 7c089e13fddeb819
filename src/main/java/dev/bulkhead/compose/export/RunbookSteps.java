package dev.bulkhead.compose.export;

import dev.bulkhead.compose.export.RunbookStep.Phase;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finder of the docker commands that lead from one state of a project's networks to another. */
final class RunbookSteps {

    private final Topology before;
    private final Topology after;
    private final List<RunbookStep> steps = new ArrayList<>();

    private RunbookSteps(Topology before, Topology after) {
        this.before = before;
        this.after = after;
    }

    static List<RunbookStep> between(Topology before, Topology after) {
        RunbookSteps finder = new RunbookSteps(before, after);
        finder.find();
        return finder.steps.stream()
                .sorted(Comparator.comparing(RunbookStep::phase))
                .toList();
    }

    private void find() {
        for (Network network : after.networks().values()) {
            boolean used = !after.members(network.key()).isEmpty();
            if (used && !hasNetwork(before, network.name())) {
                steps.add(network.external() ? require(network) : create(network));
            }
        }
        after.services().values().forEach(this::service);
        for (Network network : before.networks().values()) {
            if (!network.external() && !hasNetwork(after, network.name())) {
                steps.add(new RunbookStep(
                        Phase.REMOVE,
                        "remove network " + network.name(),
                        "! " + haveNetwork(network.name()),
                        DockerCommands.removeNetwork(network.name()),
                        Optional.of(DockerCommands.createNetwork(network, composeLabels(network)))));
            }
        }
    }

    private static boolean hasNetwork(Topology topology, String name) {
        return topology.networks().values().stream().anyMatch(n -> n.name().equals(name));
    }

    private void service(Service now) {
        Map<String, Attachment> wanted = byName(after, now);
        Map<String, Attachment> present =
                before.service(now.key()).map(was -> byName(before, was)).orElse(Map.of());
        String container = now.container().containerName().orElse(after.project() + "-" + now.key() + "-1");
        wanted.forEach((network, attachment) -> {
            if (!present.containsKey(network)) {
                steps.add(new RunbookStep(
                        Phase.CONNECT,
                        "attach " + now.key() + " to " + network,
                        onNetwork(network, container),
                        DockerCommands.connect(attachment, network, now.key(), container),
                        Optional.of(DockerCommands.disconnect(network, container))));
            }
        });
        present.forEach((network, attachment) -> {
            if (!wanted.containsKey(network)) {
                steps.add(new RunbookStep(
                        Phase.DISCONNECT,
                        "take " + now.key() + " off " + network,
                        "! " + onNetwork(network, container),
                        DockerCommands.disconnect(network, container),
                        Optional.of(DockerCommands.connect(attachment, network, now.key(), container))));
            }
        });
    }

    /** Returns the memberships by the networks' real names. */
    private static Map<String, Attachment> byName(Topology topology, Service service) {
        Map<String, Attachment> byName = new TreeMap<>();
        for (Attachment attachment : service.attachments()) {
            topology.network(attachment.network()).ifPresent(n -> byName.put(n.name(), attachment));
        }
        return byName;
    }

    private RunbookStep require(Network network) {
        return new RunbookStep(
                Phase.REQUIRE,
                "network " + network.name() + " is external",
                haveNetwork(network.name()),
                DockerCommands.inspectNetwork(network.name()),
                Optional.empty());
    }

    private RunbookStep create(Network network) {
        return new RunbookStep(
                Phase.CREATE,
                "create network " + network.name(),
                haveNetwork(network.name()),
                DockerCommands.createNetwork(network, composeLabels(network)),
                Optional.of(DockerCommands.removeNetwork(network.name())));
    }

    /** With these labels Compose takes the network for its own. */
    private Map<String, String> composeLabels(Network network) {
        return new TreeMap<>(Map.of(
                "com.docker.compose.project", after.project(),
                "com.docker.compose.network", network.key()));
    }

    private static String haveNetwork(String name) {
        return "have_network " + DockerCommands.shell(name);
    }

    private static String onNetwork(String network, String container) {
        return "on_network " + DockerCommands.shell(network) + " " + DockerCommands.shell(container);
    }
}
