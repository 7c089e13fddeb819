package dev.bulkhead.bench;

import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.layout.Arrangement;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.MapMovement;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.route.Crossings;
import dev.bulkhead.layout.route.Tie;
import dev.bulkhead.layout.route.TieRoutes;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.CatalogueHints;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.model.ServiceHints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures the layout of the map: how long it takes, what one more service moves, what ties cross, and what a step of a drag costs.
 *
 * <p>A program to run by hand, not a test: the times belong to the machine. The rest does not, and tests hold it.
 */
@SuppressWarnings("ReferenceEquality")
final class LayoutBench {

    private static final int TURNS = 15;
    private static final int STEPS = 200;
    /** As many ties are drawn faintly, and as many strongly. */
    private static final int FAINT = 60;

    private static final int STRONG = 400;

    private final ServiceHints hints;

    private LayoutBench(ServiceHints hints) {
        this.hints = hints;
    }

    public static void main(String[] words) throws Exception {
        List<BenchProject> sizes = List.of(
                new BenchProject("19 services", SampleTopologies.mediaServerAfter(), SourceMap.EMPTY),
                new BenchProject("200 services, 20 networks", SampleTopologies.large(200, 20), SourceMap.EMPTY),
                new BenchProject("2,000 services, 100 networks", SampleTopologies.large(2_000, 100), SourceMap.EMPTY),
                new BenchProject("2,000 services, one network", oneNetwork(2_000), SourceMap.EMPTY));
        LayoutBench bench = new LayoutBench(new CatalogueHints(new CatalogueReader().readBundled()));
        bench.times(sizes);
        bench.movement(sizes);
        bench.steps(sizes);
    }

    private static Topology oneNetwork(int services) {
        Topology all = PairwiseTopologies.named("only");
        for (int i = 2; i < services; i++) {
            all = PairwiseTopologies.with(all, "service-%04d".formatted(i), List.of("only"));
        }
        return all;
    }

    private void times(List<BenchProject> sizes) {
        print("milliseconds of layout", "rows, first", "rows", "layered", "force", "one more", "in window");
        for (BenchProject one : sizes) {
            LayoutRequest request = LayoutRequest.of(one.topology());
            long begun = System.nanoTime();
            MapGeometry first = ZoneLayout.compute(request);
            double cold = (System.nanoTime() - begun) / 1e6;
            LayoutRequest more = request.with(
                            PairwiseTopologies.with(one.topology(), "one-more", List.of(someNetwork(one.topology()))))
                    .remembering(first.positions());
            print(
                    one.name(),
                    millis(cold),
                    millis(median(() -> ZoneLayout.compute(request))),
                    millis(median(() -> ZoneLayout.compute(arranged(request, Arrangement.LAYERED)))),
                    millis(median(() -> ZoneLayout.compute(arranged(request, Arrangement.FORCE)))),
                    millis(median(() -> ZoneLayout.compute(more))),
                    millis(median(() -> shown(one).geometry().get())));
        }
    }

    private static LayoutRequest arranged(LayoutRequest of, Arrangement arrangement) {
        return new LayoutRequest(
                of.topology(),
                of.tints(),
                of.homes(),
                of.groups(),
                of.remembered(),
                arrangement,
                of.aspect(),
                of.hosts());
    }

    private MapViewModel shown(BenchProject project) {
        MapViewModel model = new MapViewModel();
        model.hintsProperty().set(hints);
        model.shapeProperty().set(LayoutRequest.USUAL_ASPECT);
        model.open(project.topology(), project.sources(), LayoutPositions.EMPTY);
        return model;
    }

    private void movement(List<BenchProject> sizes) throws IOException, ComposeException {
        print("after one service more", "projects", "tries", "mean cells", "worst mean", "order %", "least order");
        tell("samples", BenchProject.samples());
        tell("corpus", BenchProject.corpus());
        List<BenchProject> random = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            random.add(new BenchProject("random", PairwiseTopologies.random(new Random(seed)), SourceMap.EMPTY));
        }
        tell("random", random);
        for (BenchProject one : sizes) {
            tell(one.name(), List.of(one));
        }
        print("ties and the cards that they cross", "ties", "no way", "crossings");
        crossings("samples", BenchProject.samples());
        crossings("corpus", BenchProject.corpus());
        crossings("random", random);
        for (BenchProject one : sizes.subList(0, 3)) {
            crossings(one.name(), List.of(one));
        }
    }

    private void tell(String name, List<BenchProject> projects) {
        List<MapMovement> all = new ArrayList<>();
        MapMovement worst = new MapMovement(0, 0, 0, 100);
        String which = "";
        for (BenchProject project : projects) {
            for (Topology next : oneMore(project.topology())) {
                MapViewModel model = shown(project);
                MapGeometry before = model.geometry().get();
                model.topologyProperty().set(next);
                MapMovement moved = MapMovement.between(before, model.geometry().get());
                all.add(moved);
                if (moved.mean() > worst.mean() || moved.order() < worst.order()) {
                    worst = moved;
                    which = project.name() + " with "
                            + next.services().values().stream()
                                    .filter(service ->
                                            !project.topology().services().containsKey(service.key()))
                                    .findFirst()
                                    .map(service -> service.key() + " on " + service.attachments())
                                    .orElse("");
                }
            }
        }
        print(
                name,
                projects.size() + "",
                all.size() + "",
                number(all.stream().mapToDouble(MapMovement::mean).average().orElse(0)),
                number(all.stream().mapToDouble(MapMovement::mean).max().orElse(0)),
                number(all.stream().mapToDouble(MapMovement::order).average().orElse(100)),
                number(all.stream().mapToDouble(MapMovement::order).min().orElse(100)));
        if (worst.mean() > 1 || worst.order() < 95) {
            System.out.println("    worst: " + which);
        }
    }

    /** One more service, on each of a few networks, on two, with a long name, on none and on the host. */
    private static List<Topology> oneMore(Topology topology) {
        List<String> networks = topology.networks().keySet().stream()
                .sorted(Comparator.comparingInt(
                                (String network) -> topology.members(network).size())
                        .reversed())
                .toList();
        List<Topology> all = new ArrayList<>();
        for (int i = 0; i < networks.size() && i < 4; i++) {
            all.add(PairwiseTopologies.with(topology, "one-more", List.of(networks.get(i))));
        }
        if (!networks.isEmpty()) {
            all.add(PairwiseTopologies.with(
                    topology, "a-service-with-a-name-that-needs-room", List.of(networks.getFirst())));
            all.add(PairwiseTopologies.with(topology, "zz-more", List.of(networks.getLast())));
        }
        if (networks.size() > 1) {
            all.add(PairwiseTopologies.with(topology, "two-more", networks.subList(0, 2)));
        }
        all.add(PairwiseTopologies.with(topology, "host-more", new NetworkMode.Host()));
        all.add(PairwiseTopologies.with(topology, "none-more", new NetworkMode.None()));
        return all;
    }

    private void crossings(String name, List<BenchProject> projects) {
        int ties = 0;
        int missing = 0;
        int crossings = 0;
        for (BenchProject project : projects) {
            MapGeometry geometry = shown(project).geometry().get();
            List<Tie> all = between(project.topology(), geometry);
            TieRoutes routes = TieRoutes.of(geometry, all);
            ties += all.size();
            missing += all.size() - routes.all().size();
            crossings += Crossings.of(geometry, routes.all().values()).size();
        }
        print(name, ties + "", missing + "", crossings + "");
    }

    private static List<Tie> between(Topology topology, MapGeometry geometry) {
        return Tie.all(topology, geometry).stream()
                .filter(tie -> Optional.ofNullable(geometry.zones().get(tie.network()))
                        .map(ZoneBox::kind)
                        .filter(kind -> kind != ZoneKind.RAIL)
                        .isPresent())
                .toList();
    }

    /** A card of many ties is carried cell by cell over the map, with what is drawn at the same time. */
    private void steps(List<BenchProject> sizes) {
        print("milliseconds a step of a drag", "ties", "median", "p95", "p99", "longest", "led anew");
        for (BenchProject project : sizes.subList(0, 3)) {
            MapGeometry geometry = shown(project).geometry().get();
            List<Tie> all = between(project.topology(), geometry);
            steps(
                    project.name() + ", as drawn",
                    geometry,
                    all.stream().limit(FAINT).toList());
            steps(
                    project.name() + ", at most",
                    geometry,
                    all.stream().limit(STRONG).toList());
        }
    }

    private static void steps(String name, MapGeometry geometry, List<Tie> ties) {
        TieRoutes routes = TieRoutes.of(geometry, ties);
        String carried = ties.stream()
                .map(Tie::service)
                .max(Comparator.comparingLong(service -> ties.stream()
                        .filter(tie -> tie.service().equals(service))
                        .count()))
                .orElseThrow();
        List<CardBox> cells = List.copyOf(geometry.cards().values());
        double[] times = new double[STEPS];
        double anew = 0;
        for (int round = 0; round < 2; round++) {
            for (int step = 0; step < STEPS; step++) {
                CardBox cell = cells.get(step * 7 % cells.size());
                Map<String, CardBox> moved =
                        Map.of(carried, new CardBox(carried, cell.zone(), Optional.empty(), cell.box()));
                List<Tie> kept = ties.stream()
                        .filter(tie -> !tie.equals(new Tie(carried, cell.zone())))
                        .toList();
                long begun = System.nanoTime();
                TieRoutes next = routes.after(geometry.carrying(moved), kept);
                times[step] = (System.nanoTime() - begun) / 1e6;
                anew += kept.stream()
                        .filter(tie -> next.all().get(tie) != routes.all().get(tie))
                        .count();
            }
        }
        Arrays.sort(times);
        print(
                name,
                ties.size() + "",
                millis(times[STEPS / 2]),
                millis(times[STEPS * 95 / 100]),
                millis(times[STEPS * 99 / 100]),
                millis(times[STEPS - 1]),
                number(anew / STEPS / 2));
    }

    private static String someNetwork(Topology topology) {
        return topology.networks().keySet().iterator().next();
    }

    private static double median(Runnable work) {
        double[] times = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            long begun = System.nanoTime();
            work.run();
            times[turn] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[TURNS / 2];
    }

    private static String millis(double time) {
        return String.format(Locale.ROOT, "%.1f", time);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void print(String name, String... columns) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-38s", name));
        for (String column : columns) {
            line.append(String.format(Locale.ROOT, " %12s", column));
        }
        System.out.println((columns[0].matches("[a-z].*") ? "\n" : "") + line);
    }
}
