package dev.bulkhead.bench;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.testing.PairwiseTopologies;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.NameCollisions;
import dev.bulkhead.ui.canvas.RecordedActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Counts the names of zones that collide with another name, a card or a subnet, at every zoom of many maps. */
final class NameBench {

    private static final double[][] SIZES = {{596, 455}, {928, 588}, {1980, 1130}};
    private static final int ZOOMS = 24;
    private static final double STEP = 1.09;
    /** So many collisions are told in words. */
    private static final int TOLD = 8;

    private NameBench() {}

    public static void main(String[] words) throws Exception {
        System.setProperty("bulkhead.motion", "none");
        Map<String, List<Topology>> all = projects();
        CountDownLatch done = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> {
            Themes.loadFonts();
            Application.setUserAgentStylesheet(Theme.LIGHT.base());
            System.out.printf(Locale.ROOT, "%n%-38s %12s %12s %12s%n", "names of zones", "maps", "looks", "collide");
            new Looks(all, done::countDown).start();
        });
        done.await();
        System.exit(0);
    }

    private static Map<String, List<Topology>> projects() throws IOException, ComposeException {
        Map<String, List<Topology>> all = new TreeMap<>();
        List<Topology> samples =
                new ArrayList<>(List.of(SampleTopologies.mediaServerBefore(), SampleTopologies.mediaServerAfter()));
        BenchProject.samples().forEach(sample -> samples.add(sample.topology()));
        all.put("samples", samples);
        all.put("200 services", List.of(SampleTopologies.large(200, 20), PairwiseTopologies.pairs(12)));
        List<Topology> corpus = BenchProject.corpus().stream()
                .map(BenchProject::topology)
                .filter(topology -> topology.networks().size() > 2)
                .toList();
        all.put("corpus, three networks and more", corpus);
        return all;
    }

    /** A look at a map: what is done for it in one frame; what is seen is counted some frames later. */
    private record Look(Kind kind, Topology project, Runnable prepare) {}

    /** Maps that are counted together. */
    private static final class Kind {
        private final String name;
        private final int maps;
        private int looks;
        private int left;
        private final List<String> found = new ArrayList<>();

        Kind(String name, int maps) {
            this.name = name;
            this.maps = maps;
        }
    }

    /** Takes one look after the other, as the pulses of the window come. */
    private static final class Looks extends AnimationTimer {

        private static final int SETTLED = 3;

        private final Runnable done;
        private final Deque<Look> open = new ArrayDeque<>();
        private final MapViewModel model = new MapViewModel();
        private final MapView view = new MapView(SightViewModel.of(model), new RecordedActions(model));
        private final Stage stage = new Stage();
        private @Nullable Look now;
        private int frames;

        Looks(Map<String, List<Topology>> all, Runnable done) {
            this.done = done;
            stage.setScene(new Scene(view, SIZES[0][0], SIZES[0][1]));
            stage.show();
            all.forEach((name, projects) -> {
                Kind kind = new Kind(name, projects.size());
                projects.forEach(project -> plan(kind, project));
            });
        }

        private void plan(Kind kind, Topology project) {
            for (double[] size : SIZES) {
                look(kind, project, () -> {
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                    model.open(project, SourceMap.EMPTY, LayoutPositions.EMPTY);
                    view.fitWhole();
                });
                look(kind, project, view::resetZoom);
                for (int zoom = 0; zoom < ZOOMS; zoom++) {
                    look(kind, project, () -> view.zoomBy(1 / STEP));
                }
            }
        }

        private void look(Kind kind, Topology project, Runnable prepare) {
            kind.left++;
            open.add(new Look(kind, project, prepare));
        }

        @Override
        public void handle(long time) {
            if (now == null) {
                now = open.poll();
                if (now == null) {
                    stop();
                    done.run();
                    return;
                }
                frames = 0;
                now.prepare().run();
            } else if (++frames >= SETTLED) {
                count(now);
                now = null;
            }
        }

        private void count(Look look) {
            Kind kind = look.kind();
            List<String> here = NameCollisions.of(view);
            if (!here.isEmpty() && kind.found.size() < TOLD) {
                System.out.printf(
                        Locale.ROOT,
                        "    %s at %.0f %%: %s%n",
                        look.project().project(),
                        100 * view.zoomProperty().get(),
                        here.getFirst());
            }
            kind.found.addAll(here);
            kind.looks++;
            if (--kind.left == 0) {
                System.out.printf(
                        Locale.ROOT, "%-38s %12d %12d %12d%n", kind.name, kind.maps, kind.looks, kind.found.size());
            }
        }
    }
}
