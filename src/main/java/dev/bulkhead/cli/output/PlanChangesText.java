package dev.bulkhead.cli.output;

import dev.bulkhead.compose.patch.UnifiedDiff;
import dev.bulkhead.migrate.review.Review;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes by a plan as text: the networks of each service it moves, and the lines of the files. */
public final class PlanChangesText {

    private PlanChangesText() {}

    /** Returns who joins and leaves which network, then the files' lines; values of secrets are masked in them. */
    public static String of(Review review) {
        // what a change takes away was a secret all the same
        String diff = review.secrets().mask(UnifiedDiff.of(review.patch().changes()));
        return memberships(review.before(), review.planned()) + (diff.isEmpty() ? "" : "\nThe files:\n" + diff);
    }

    private static String memberships(Topology before, Topology planned) {
        String moved = planned.services().values().stream()
                .map(service -> line(service.key(), networks(before, service.key()), networks(planned, service.key())))
                .collect(Collectors.joining());
        return moved.isEmpty() ? "" : "Networks of each service (+ joins, - leaves):\n" + moved + left(planned);
    }

    /** Whoever chose something else than networks stays with it, which is said, since it might have been meant to move. */
    private static String left(Topology planned) {
        return planned.services().values().stream()
                .flatMap(service -> switch (service.networkMode()) {
                    case NetworkMode.Networks n -> Stream.empty();
                    case NetworkMode.OfService guest -> Stream.empty();
                    case NetworkMode.Host h -> stays(service);
                    case NetworkMode.None n -> stays(service);
                    case NetworkMode.DefaultBridge b -> stays(service);
                    case NetworkMode.OfContainer c -> stays(service);
                    case NetworkMode.Named n -> stays(service);
                })
                .collect(Collectors.joining());
    }

    private static Stream<String> stays(Service service) {
        return service.networkMode().text().stream()
                .map(mode -> "  " + service.key() + ": joins none of them, for it states network_mode: " + mode + "\n");
    }

    private static String line(String service, List<String> before, List<String> planned) {
        if (before.equals(planned)) {
            return "";
        }
        Stream<String> all = Stream.concat(
                before.stream().map(network -> (planned.contains(network) ? "" : "-") + network),
                planned.stream().filter(network -> !before.contains(network)).map(network -> "+" + network));
        return "  " + service + ": " + all.collect(Collectors.joining(", ")) + "\n";
    }

    private static List<String> networks(Topology topology, String key) {
        return topology.service(key).map(Service::attachments).orElse(List.of()).stream()
                .map(Attachment::network)
                .sorted()
                .toList();
    }
}
