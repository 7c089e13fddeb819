package dev.bulkhead.cli.output;

import dev.bulkhead.layout.LayoutRequest;
import dev.bulkhead.layout.svg.DrawioPicture;
import dev.bulkhead.layout.svg.SvgPicture;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.topology.Topology;

/** Picture of the map as the window draws it, without a window. */
public final class MapPicture {

    private MapPicture() {}

    /** Returns the map of a topology as the text of an SVG file. */
    public static String svg(Topology topology) {
        return SvgPicture.of(topology, ZoneLayout.compute(LayoutRequest.of(topology)));
    }

    /** Returns the map of a topology as a PDF file. */
    public static byte[] pdf(Topology topology) {
        return SvgPicture.pdf(topology, ZoneLayout.compute(LayoutRequest.of(topology)));
    }

    /** Returns the map of a topology as the text of a file of draw.io. */
    public static String drawio(Topology topology) {
        return DrawioPicture.of(topology, ZoneLayout.compute(LayoutRequest.of(topology)));
    }
}
