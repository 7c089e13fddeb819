import dev.bulkhead.bench.FrameTimes;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.route.Tie;
import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.SourceMap;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.MultiGraph;
import org.graphstream.ui.fx_viewer.FxViewPanel;
import org.graphstream.ui.fx_viewer.FxViewer;
import org.graphstream.ui.javafx.FxGraphRenderer;

/**
 * The viewer of GraphStream on the graph that bench.sh shows on the map: services and networks where the map has them, each
 * membership an edge. In every frame one service moves, or all is panned.
 */
public final class GraphViewer {

    private GraphViewer() {}

    public static void main(String[] words) {
        Platform.startup(() -> show(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
    }

    private static void show(int services, int networks) {
        Topology topology = services == 19 ? SampleTopologies.mediaServerAfter() : SampleTopologies.large(services, networks);
        MapViewModel model = new MapViewModel();
        model.open(topology, SourceMap.EMPTY, LayoutPositions.EMPTY);
        MapGeometry geometry = model.geometry().get();
        Graph graph = new MultiGraph("map");
        graph.setAttribute("ui.quality");
        graph.setAttribute("ui.antialias");
        graph.setAttribute("ui.stylesheet", "node { shape: rounded-box; size: 16px, 6px; } node.network { fill-color: #08c; }");
        geometry.zones().forEach((key, zone) -> node(graph, "n:" + key, zone.box().center(), "network"));
        geometry.cards().forEach((key, card) -> node(graph, key, card.box().center(), "service"));
        topology.services().values().forEach(service -> service.attachments().forEach(joined ->
                graph.addEdge(service.key() + "/" + joined.network(), service.key(), "n:" + joined.network())));
        FxViewer viewer = new FxViewer(graph, FxViewer.ThreadingModel.GRAPH_IN_GUI_THREAD);
        FxViewPanel panel = (FxViewPanel) viewer.addDefaultView(false, new FxGraphRenderer());
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(new StackPane(panel), 1600, 1000));
        stage.show();
        String all = String.format("%,d services, GraphStream: ", topology.services().size());
        CardBox first = geometry.cards().firstEntry().getValue();
        Point middle = geometry.bounds().center();
        FrameTimes.measure("", frame -> {}, () -> FrameTimes.measure(
                all + "pan",
                frame -> panel.getCamera().setViewCenter(middle.x() + Math.sin(frame / 25.0) * 400, -middle.y(), 0),
                () -> FrameTimes.measure(
                        all + "move",
                        frame -> graph.getNode(first.service()).setAttribute(
                                "xy", middle.x() + Math.cos(frame / 20.0) * 800, -middle.y() + Math.sin(frame / 20.0) * 500),
                        () -> System.exit(0))));
    }

    private static void node(Graph graph, String id, Point at, String style) {
        var node = graph.addNode(id);
        node.setAttribute("ui.class", style);
        node.setAttribute("xy", at.x(), -at.y());
    }
}
