package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.route.Tie;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Picture of the map as a file of draw.io (diagrams.net), to go on drawing there: networks are containers, services lie in
 * them and move with them, further memberships are edges that follow.
 */
public final class DrawioPicture {

    private final Topology topology;
    private final MapGeometry geometry;
    private final StringBuilder cells = new StringBuilder(8_192);

    private DrawioPicture(Topology topology, MapGeometry geometry) {
        this.topology = topology;
        this.geometry = geometry;
    }

    /** Returns the file of a project whose places were computed. */
    public static String of(Topology topology, MapGeometry geometry) {
        return new DrawioPicture(topology, geometry).draw();
    }

    private String draw() {
        geometry.zones().values().forEach(this::zone);
        geometry.cards().values().forEach(this::card);
        Tie.all(topology, geometry).forEach(this::tie);
        return "<mxfile host=\"Bulkhead\"><diagram id=\"map\" name=\"" + escaped(topology.project())
                + "\"><mxGraphModel grid=\"0\"><root>\n<mxCell id=\"0\"/>\n<mxCell id=\"1\" parent=\"0\"/>\n" + cells
                + "</root></mxGraphModel></diagram></mxfile>\n";
    }

    private void zone(ZoneBox zone) {
        String colour = SvgPalette.of(zone.tint());
        Optional<Network> network = topology.network(zone.key());
        String subnet = network.flatMap(n -> n.subnets().stream().findFirst())
                .flatMap(Subnet::subnet)
                .map(text -> "  " + text)
                .orElse("");
        boolean internal = network.map(Network::internal).orElse(false);
        String style = "rounded=1;arcSize=3;container=1;collapsible=0;verticalAlign=top;align=left;spacingLeft=10;"
                + "fontStyle=1;fillColor=" + colour + ";fillOpacity=8;strokeColor=" + colour + ";fontColor=" + colour
                + (internal ? ";dashed=1;" : ";");
        vertex(
                "n:" + zone.key(),
                "1",
                ZoneKeys.title(zone.key()) + subnet + (internal ? "  internal" : ""),
                style,
                zone.box(),
                new Box(0, 0, 0, 0));
    }

    private void card(CardBox card) {
        ZoneBox zone = geometry.zones().get(card.zone());
        String colour = zone == null ? SvgPalette.LINE : SvgPalette.of(zone.tint());
        String ports = topology.service(card.service())
                .map(Service::ports)
                .map(all -> all.stream()
                        .flatMap(port -> published(port).stream())
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .orElse("");
        vertex(
                "s:" + card.service(),
                zone == null ? "1" : "n:" + zone.key(),
                ports.isEmpty() ? card.service() : card.service() + "\n" + ports,
                "rounded=1;arcSize=10;whiteSpace=wrap;fillColor=" + SvgPalette.CARD + ";strokeColor=" + colour
                        + ";fontColor=" + SvgPalette.TEXT + ";",
                card.box(),
                zone == null ? new Box(0, 0, 0, 0) : zone.box());
    }

    private static Optional<String> published(PortMapping port) {
        return port.published();
    }

    private void tie(Tie tie) {
        String colour = Optional.ofNullable(geometry.zones().get(tie.network()))
                .map(zone -> SvgPalette.of(zone.tint()))
                .orElse(SvgPalette.LINE);
        cells.append("<mxCell id=\"t:%s:%s\" parent=\"1\" source=\"s:%s\" target=\"n:%s\" edge=\"1\""
                .formatted(
                        escaped(tie.service()),
                        escaped(tie.network()),
                        escaped(tie.service()),
                        escaped(tie.network())));
        cells.append(" style=\"edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=oval;strokeColor=" + colour
                + ";\"><mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>\n");
    }

    /** Places are told from the container's corner. */
    private void vertex(String id, String parent, String words, String style, Box box, Box around) {
        cells.append("<mxCell id=\"%s\" parent=\"%s\" vertex=\"1\" value=\"%s\" style=\"%s\">"
                .formatted(escaped(id), escaped(parent), escaped(words), style));
        cells.append(String.format(
                Locale.ROOT,
                "<mxGeometry x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" as=\"geometry\"/></mxCell>\n",
                box.x() - around.x(),
                box.y() - around.y(),
                box.width(),
                box.height()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;");
    }
}
