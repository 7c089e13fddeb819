package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.model.PortBadge.Audience;
import dev.bulkhead.ui.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Layer of the outside world: Internet, LAN and host, left of the networks. */
final class WorldLayer extends Region {

    private final Map<WorldNode, WorldPill> pills = new EnumMap<>(WorldNode.class);

    WorldLayer() {
        setManaged(false);
        setPickOnBounds(false);
        setMouseTransparent(true);
    }

    void take(MapGeometry geometry, Topology topology) {
        for (WorldBox node : geometry.world()) {
            WorldPill pill = pills.computeIfAbsent(node.node(), this::pill);
            Box box = node.box();
            pill.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            pill.show(words(node.node(), topology));
        }
    }

    void show(Legibility read) {
        pills.values().forEach(pill -> pill.show(read));
    }

    void light(Optional<Lights> lights) {
        pills.forEach((node, pill) -> pill.setLight(
                lights.isPresent(),
                lights.flatMap(l -> Optional.ofNullable(l.world().get(node)))));
    }

    private WorldPill pill(WorldNode node) {
        WorldPill pill = new WorldPill(node);
        pill.setManaged(false);
        getChildren().add(pill);
        return pill;
    }

    private static String words(WorldNode node, Topology topology) {
        return switch (node) {
            case INTERNET -> "";
            case LAN -> open(count(topology, Audience.EVERYONE) + count(topology, Audience.ONE_ADDRESS));
            case HOST -> open(count(topology, Audience.HOST_ONLY));
        };
    }

    private static String open(long count) {
        return count == 0
                ? ""
                : count == 1 ? Words.of("worldlayer.1-open-port") : Words.of("worldlayer.open-ports", count);
    }

    private static long count(Topology topology, Audience audience) {
        return topology.services().values().stream()
                .flatMap(service -> service.ports().stream())
                .filter(port -> Audience.of(port) == audience)
                .count();
    }
}
