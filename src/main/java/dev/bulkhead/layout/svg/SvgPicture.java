package dev.bulkhead.layout.svg;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.SectionBox;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.WorldBox;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.ZoneKind;
import dev.bulkhead.layout.route.Tie;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.layout.route.TieRouter;
import dev.bulkhead.layout.zone.ZoneLayout;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Counted;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Picture of the map as SVG text or PDF: the same places as in the window, in the light colours, with every tie. */
public final class SvgPicture {

    private static final double MARGIN = 24;
    private static final int MOST_PORTS = 4;
    /** Width of a letter of the small print, in map units. */
    private static final double LETTER = 6.3;

    private final Topology topology;
    private final MapGeometry geometry;
    private final MapPencil svg;

    private SvgPicture(Topology topology, MapGeometry geometry, MapPencil svg) {
        this.topology = topology;
        this.geometry = geometry;
        this.svg = svg;
    }

    /** Returns the picture of a project whose places were computed by {@link ZoneLayout}. */
    public static String of(Topology topology, MapGeometry geometry) {
        SvgText text = new SvgText();
        new SvgPicture(topology, geometry, text).draw();
        return text.close();
    }

    /** Returns the same picture as a PDF file of one page. */
    public static byte[] pdf(Topology topology, MapGeometry geometry) {
        PdfText text = new PdfText();
        new SvgPicture(topology, geometry, text).draw();
        return text.close();
    }

    private void draw() {
        svg.open(geometry.bounds().grown(MARGIN), "Networks and services of " + topology.project());
        geometry.zones().values().forEach(this::zone);
        geometry.sections().forEach(this::section);
        List<Tie> ties = Tie.all(topology, geometry).stream()
                .filter(tie -> zoneOf(tie).kind() != ZoneKind.RAIL)
                .toList();
        new TieRouter(geometry).route(ties).forEach(this::tie);
        geometry.world().forEach(this::world);
        geometry.cards().values().forEach(this::card);
    }

    private ZoneBox zoneOf(Tie tie) {
        return geometry.zones()
                .getOrDefault(
                        tie.network(), new ZoneBox(tie.network(), ZoneKind.RAIL, Tint.LEGACY, 0, geometry.bounds()));
    }

    private void zone(ZoneBox zone) {
        String colour = SvgPalette.of(zone.tint());
        Box box = zone.box();
        svg.box(box, 12, colour, 0.07, colour, 0.55);
        String subnet = topology.network(zone.key()).map(SvgPicture::subnet).orElse("");
        String title = ZoneKeys.title(zone.key());
        if (zone.kind() == ZoneKind.RAIL) {
            String members = Counted.of(topology.members(zone.key()).size(), "member");
            svg.text(box.x() + 16, box.center().y() + 5, title, "bold 14", colour);
            svg.textEnd(
                    box.right() - 16,
                    box.center().y() + 4,
                    subnet.isEmpty() ? members : subnet + " · " + members,
                    "12",
                    SvgPalette.MUTED);
            return;
        }
        svg.text(box.x() + 14, box.y() + 24, title, "bold 14", colour);
        svg.textEnd(box.right() - 14, box.y() + 24, subnet, "12", SvgPalette.MUTED);
        svg.text(box.x() + 14, box.y() + 42, fitting(words(zone), box.width() - 28), "12", SvgPalette.MUTED);
    }

    private static String fitting(String text, double width) {
        int most = Math.max(1, (int) (width / LETTER));
        return text.length() <= most ? text : text.substring(0, most - 1).strip() + "…";
    }

    private String words(ZoneBox zone) {
        List<String> words = new ArrayList<>();
        topology.network(zone.key()).filter(Network::external).ifPresent(n -> words.add("external"));
        topology.network(zone.key()).filter(Network::internal).ifPresent(n -> words.add("internal"));
        if (!zone.tint().words().isEmpty()) {
            words.add(zone.tint().words());
        }
        return String.join(" · ", words);
    }

    private static String subnet(Network network) {
        return network.subnets().stream().findFirst().flatMap(Subnet::subnet).orElse("");
    }

    private void section(SectionBox section) {
        svg.box(section.box(), 8, SvgPalette.PAPER, 0.5, SvgPalette.LINE, 1);
        svg.text(section.box().x() + 12, section.box().y() + 19, section.title(), "12", SvgPalette.MUTED);
    }

    private void tie(TieRoute route) {
        ZoneBox zone = zoneOf(new Tie(route.service(), route.network()));
        String colour = SvgPalette.of(zone.tint());
        svg.line(route.points(), colour, 0.55);
        Point end = route.points().getLast();
        svg.dot(end.x(), end.y(), 3.5, colour);
    }

    private void world(WorldBox node) {
        svg.box(node.box(), 26, SvgPalette.CARD, 1, SvgPalette.LINE, 1);
        String name = switch (node.node()) {
            case INTERNET -> "Internet";
            case LAN -> "LAN";
            case HOST -> "Host";
        };
        svg.textMiddle(node.box().center().x(), node.box().center().y() + 5, name, "bold 14", SvgPalette.TEXT);
    }

    private void card(CardBox card) {
        Box box = card.box();
        String colour = SvgPalette.of(zoneTint(card.zone()));
        svg.box(box, 8, SvgPalette.CARD, 1, SvgPalette.LINE, 1);
        svg.box(new Box(box.x() + 5, box.y() + 10, 4, box.height() - 20), 2, colour, 1, colour, 0);
        svg.text(box.x() + 18, box.y() + 24, card.service(), "bold 13", SvgPalette.TEXT);
        topology.service(card.service()).ifPresent(service -> details(service, card));
    }

    private void details(Service service, CardBox card) {
        Box box = card.box();
        String ports = ports(service);
        String words = service.networkMode() instanceof NetworkMode.OfService(String owner)
                ? "in the network of " + owner
                : service.networkMode().text().orElse(ports);
        svg.text(box.x() + 18, box.y() + 43, words, "11", ports.isEmpty() ? SvgPalette.MUTED : SvgPalette.EXPOSED);
        List<String> further = service.attachments().stream()
                .map(Attachment::network)
                .filter(network -> !network.equals(card.zone()))
                .toList();
        for (int i = 0; i < further.size(); i++) {
            double x = box.right() - 14 - 12.0 * (further.size() - 1 - i);
            svg.dot(x, box.y() + 39, 4, SvgPalette.of(zoneTint(further.get(i))));
        }
    }

    private static String ports(Service service) {
        String text = service.ports().stream()
                .map(PortMapping::published)
                .map(published -> published.orElse("any"))
                .distinct()
                .limit(MOST_PORTS)
                .collect(Collectors.joining(" "));
        return service.ports().size() > MOST_PORTS + 1 ? text + " …" : text;
    }

    private Tint zoneTint(String zone) {
        Map<String, ZoneBox> zones = geometry.zones();
        return zones.containsKey(zone) ? zones.get(zone).tint() : Tint.OUTSIDE;
    }
}
