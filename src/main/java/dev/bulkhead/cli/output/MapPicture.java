package dev.bulkhead.cli;

import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.svg.SvgPicture;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.topology.Topology;

/** The map as the window draws it, without a window. */
final class MapPicture {

    private MapPicture() {}

    static String svg(Topology topology) {
        return SvgPicture.of(topology, ZoneLayout.compute(LayoutRequest.of(topology)));
    }
}
