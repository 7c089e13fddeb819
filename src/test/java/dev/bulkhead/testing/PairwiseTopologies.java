package dev.bulkhead.testing;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Projects that are segmented pair by pair: nearly as many networks as services. */
public final class PairwiseTopologies {

    private PairwiseTopologies() {}

    /** Returns services in a row, each on a network with the next. */
    public static Topology chain(int services) {
        List<Service> all = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            List<String> joined = new ArrayList<>();
            if (i > 0) {
                joined.add("n" + (i - 1));
            }
            if (i + 1 < services) {
                joined.add("n" + i);
            }
            // Names that are no help: the last in the row comes first.
            all.add(service("s" + (services - i), joined));
        }
        return Topology.of(
                "chain",
                networks(IntStream.range(0, services - 1).mapToObj(i -> "n" + i).toList()),
                all);
    }

    /** Returns a proxy with a network for each of some applications. */
    public static Topology hub(int apps) {
        List<String> networks =
                IntStream.range(0, apps).mapToObj(i -> "hub-app" + i).toList();
        List<Service> all = new ArrayList<>(List.of(service("hub", networks)));
        IntStream.range(0, apps).forEach(i -> all.add(service("app" + i, List.of("hub-app" + i))));
        return Topology.of("hub", networks(networks), all);
    }

    /** Returns a proxy, applications and collectors with networks for two of them each, every second internal. */
    public static Topology pairs(int apps) {
        List<String> networks = new ArrayList<>();
        List<Service> all = new ArrayList<>();
        List<String> hub = new ArrayList<>();
        List<String> collector = new ArrayList<>();
        for (int i = 0; i < apps; i++) {
            List<String> joined = new ArrayList<>(List.of("proxy-app%02d".formatted(i)));
            hub.add(joined.getFirst());
            if (i > 0) {
                joined.add("app%02d-app%02d".formatted(i - 1, i));
            }
            if (i + 1 < apps) {
                joined.add("app%02d-app%02d".formatted(i, i + 1));
                networks.add("app%02d-app%02d".formatted(i, i + 1));
            }
            if (i % 3 == 0) {
                joined.add("collector-app%02d".formatted(i));
                collector.add(joined.getLast());
            }
            all.add(service("app%02d".formatted(i), joined));
        }
        networks.addAll(hub);
        networks.addAll(collector);
        all.add(service("proxy", hub));
        all.add(service("collector", collector));
        return Topology.of("pairs", networks(networks), all);
    }

    /** Returns two services on networks of these names. */
    public static Topology named(String... networks) {
        return Topology.of(
                "named",
                networks(List.of(networks)),
                List.of(service("one", List.of(networks)), service("two", List.of(networks))));
    }

    /** Returns a project of a size that its seed tells, with services that share others' networks or have none. */
    public static Topology random(Random random) {
        int services = 4 + random.nextInt(30);
        int networks = 3 + random.nextInt(30);
        List<Service> all = new ArrayList<>();
        for (int i = 0; i < services; i++) {
            Set<String> joined = new LinkedHashSet<>();
            int count = 1 + random.nextInt(random.nextInt(5) == 0 ? 8 : 3);
            for (int j = 0; j < count; j++) {
                joined.add("net%02d".formatted(random.nextInt(networks)));
            }
            NetworkMode mode = i > 0 && random.nextInt(8) == 0
                    ? new NetworkMode.OfService("svc00")
                    : random.nextInt(12) == 0 && i > 0 ? new NetworkMode.None() : new NetworkMode.Networks();
            all.add(
                    mode instanceof NetworkMode.Networks
                            ? service(
                                    "svc%02d".formatted(i),
                                    List.copyOf(joined).subList(0, Math.min(joined.size(), networks - 1)))
                            : with("svc%02d".formatted(i), mode));
        }
        return Topology.of(
                "random",
                networks(IntStream.range(0, networks)
                        .mapToObj("net%02d"::formatted)
                        .toList()),
                all);
    }

    /** Returns a project with one more service. */
    public static Topology with(Topology topology, String service, List<String> networks) {
        return topology.withService(service(service, networks));
    }

    /** Returns a project with one more service that joins no networks. */
    public static Topology with(Topology topology, String service, NetworkMode mode) {
        return topology.withService(with(service, mode));
    }

    private static List<Network> networks(List<String> keys) {
        List<Network> all = new ArrayList<>();
        for (String key : keys) {
            boolean internal = all.size() % 2 == 1;
            all.add(new Network(key, key, NetworkOptions.defaults().withInternal(internal), List.of()));
        }
        return all;
    }

    private static Service service(String key, List<String> networks) {
        return new Service(
                key,
                new NetworkMode.Networks(),
                networks.stream().map(Attachment::to).toList(),
                List.of(),
                List.of(),
                List.of(),
                ContainerSpec.ofImage("example/" + key));
    }

    private static Service with(String key, NetworkMode mode) {
        return new Service(
                key, mode, List.of(), List.of(), List.of(), List.of(), ContainerSpec.ofImage("example/" + key));
    }
}
