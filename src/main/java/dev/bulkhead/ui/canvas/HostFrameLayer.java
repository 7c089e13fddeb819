package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.MapHosts;
import dev.bulkhead.ui.canvas.zone.HostFrameNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.layout.Region;

/** Layer of the hosts, under everything else. */
final class HostFrameLayer extends Region {

    private final Map<String, HostFrameNode> frames = new HashMap<>();

    HostFrameLayer() {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    void take(MapGeometry geometry, MapHosts hosts) {
        frames.keySet()
                .retainAll(geometry.frames().stream().map(HostFrame::host).collect(Collectors.toSet()));
        for (HostFrame frame : geometry.frames()) {
            HostFrameNode node = frames.computeIfAbsent(frame.host(), HostFrameLayer::node);
            node.resizeRelocate(
                    frame.box().x(),
                    frame.box().y(),
                    frame.box().width(),
                    frame.box().height());
            node.show(hosts.faces().getOrDefault(frame.host(), MapHosts.Face.SILENT));
        }
        if (getChildren().size() != frames.size() || !frames.values().containsAll(getChildren())) {
            getChildren().setAll(frames.values());
        }
    }

    private static HostFrameNode node(String host) {
        HostFrameNode node = new HostFrameNode(host);
        node.setManaged(false);
        return node;
    }

    void show(Legibility read) {
        frames.values().forEach(frame -> frame.show(read));
    }
}
