package dev.bulkhead.layout.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.address.plan.AddressSpace;
import dev.bulkhead.address.plan.SpaceNode;
import dev.bulkhead.address.plan.SpaceNode.Role;
import dev.bulkhead.address.plan.SpaceNode.Trouble;
import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.testing.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpaceGeometryTest {

    private static AddressSpace space(Stack stack, UsedRange... used) {
        return AddressSpace.of(stack.topology(), List.of(used), EnginePools.DEFAULT, Map.of());
    }

    private static Stack thousand() {
        Stack stack = new Stack();
        for (int i = 0; i < 1_000; i++) {
            stack.network("net-%04d".formatted(i), "10." + i / 250 + "." + i % 250 + ".0/24");
        }
        return stack;
    }

    private static List<String> outline(List<SpaceNode> nodes, String indent) {
        List<String> lines = new ArrayList<>();
        for (SpaceNode node : nodes) {
            String trouble = node.trouble() == Trouble.NONE ? "" : " " + node.trouble();
            lines.add(indent + SpaceWords.name(node) + " " + SpaceWords.range(node) + trouble);
            lines.addAll(outline(node.children(), indent + "  "));
        }
        return lines;
    }

    @Test
    void nestsNetworksIntoPoolsAndShowsWhatIsFreeBetween() {
        AddressSpace space = space(
                new Stack()
                        .network("front", "172.20.0.0/24")
                        .network("six", "fd00:20::/64")
                        .network("auto")
                        .service("web", "front", "six", "auto"),
                UsedRange.onEngine("bridge", Cidr.of("172.17.0.0/16")),
                UsedRange.hostRoute("eth0", Cidr.of("192.168.1.0/24")),
                UsedRange.routed("tun0", Cidr.of("10.8.0.0/24")));

        assertThat(outline(space.families(), ""))
                .containsExactly(
                        "Private, large 10.0.0.0/8",
                        "  10.8.0.0/16 10.8.0.0/16",
                        "    tun0 10.8.0.0/24",
                        "Private 172.16.0.0/12",
                        "  bridge 172.17.0.0/16",
                        "  auto 172.18.0.0/16",
                        "  six 172.19.0.0/16",
                        "  172.20.0.0/16 172.20.0.0/16",
                        "    front 172.20.0.0/24",
                        "  11 pools free 172.21.0.0/16 – 172.31.0.0/16",
                        "Private, homes and offices 192.168.0.0/16",
                        "  192.168.0.0/20 192.168.0.0/20",
                        "    eth0 192.168.1.0/24",
                        "  15 pools free 192.168.16.0/20 – 192.168.240.0/20",
                        "IPv6, unique local fc00::/7",
                        "  fd00:20::/48 fd00:20::/48",
                        "    six fd00:20::/64");
    }

    @Test
    void marksWhatSharesAddressesAndWhatIsContested() {
        AddressSpace space = space(new Stack()
                .network("wide", "172.18.0.0/16")
                .network("narrow", "172.18.4.0/24")
                .network("auto")
                .service("web", "wide", "narrow", "auto"));

        assertThat(space.of("wide")).extracting(SpaceNode::trouble).containsExactly(Trouble.COLLIDES);
        assertThat(space.of("narrow")).extracting(SpaceNode::trouble).containsExactly(Trouble.COLLIDES);
        assertThat(space.of("auto")).extracting(SpaceNode::trouble).containsExactly(Trouble.NONE);
    }

    @Test
    void blocksNeverOverlapTheirNeighboursAndStayInsideTheirParents() {
        for (double width : new double[] {280, 640, 1_000, 1_900}) {
            for (Set<String> unfolded : List.of(Set.<String>of(), Set.of("10.0.0.0/16 pool"))) {
                SpaceGeometry geometry = SpaceGeometry.of(space(thousand()).families(), unfolded, width);

                inside(geometry);
                apart(geometry);
            }
        }
    }

    private static void inside(SpaceGeometry geometry) {
        Box all = new Box(0, 0, geometry.width(), geometry.height());
        for (SpaceBox parent : geometry.boxes()) {
            assertThat(all.contains(parent.box().x(), parent.box().y())).isTrue();
            for (SpaceNode child : parent.node().children()) {
                Box box = geometry.box(child.id()).orElseThrow().box();
                assertThat(parent.box().contains(box.x(), box.y())
                                && parent.box().contains(box.right(), box.bottom()))
                        .as("%s in %s", child.id(), parent.node().id())
                        .isTrue();
                if (parent.form() == SpaceBox.Form.TILED) {
                    break;
                }
            }
        }
    }

    private static void apart(SpaceGeometry geometry) {
        for (int depth = 0; depth < 4; depth++) {
            int level = depth;
            List<SpaceBox> boxes =
                    geometry.boxes().stream().filter(b -> b.depth() == level).toList();
            for (int i = 1; i < boxes.size(); i++) {
                assertThat(boxes.get(i).box().overlaps(boxes.get(i - 1).box()))
                        .as("%s and %s", boxes.get(i), boxes.get(i - 1))
                        .isFalse();
            }
        }
    }

    @Test
    void foldsManyNetworksIntoTilesUntilTheyAreAskedFor() {
        List<SpaceNode> families = space(thousand()).families();

        SpaceGeometry folded = SpaceGeometry.of(families, Set.of(), 1_000);
        SpaceGeometry unfolded = SpaceGeometry.of(families, Set.of("10.0.0.0/16 pool"), 1_000);

        assertThat(folded.boxes().stream().filter(b -> b.form() == SpaceBox.Form.TILE))
                .hasSize(1_000);
        assertThat(folded.height()).isLessThan(1_500);
        assertThat(unfolded.boxes().stream().filter(b -> b.form() == SpaceBox.Form.TILE))
                .hasSize(750);
    }

    @Test
    void findsTheInnermostBlockAtAPoint() {
        SpaceGeometry geometry = SpaceGeometry.of(
                space(new Stack().network("front", "172.20.0.0/24").service("web", "front"))
                        .families(),
                Set.of(),
                900);
        SpaceBox front = geometry.box("172.20.0.0/24 network:front").orElseThrow();

        assertThat(geometry.at(front.box().center().x(), front.box().center().y()))
                .contains(front);
        assertThat(geometry.at(-5, -5)).isEmpty();
    }

    @Test
    void drawsEveryBlockAsSvg() {
        AddressSpace space =
                space(new Stack().network("front & back", "172.20.0.0/24").service("web", "front & back"));
        String svg = SpaceSvg.of(SpaceGeometry.of(space.families(), Set.of(), 900), key -> Tint.DMZ, "shop");

        assertThat(svg)
                .startsWith("<svg ")
                .contains("<title>Address space of shop</title>")
                .contains("front &amp; back")
                .contains("172.20.0.0/24")
                .contains("stroke-dasharray")
                .endsWith("</svg>\n");
    }

    @Test
    void saysWhatABlockIs() {
        SpaceNode front = space(new Stack()
                        .network("front", "172.20.0.0/24")
                        .service("web", "front")
                        .address("web", "front", "172.20.0.9"))
                .of("front")
                .getFirst();

        assertThat(SpaceWords.sentence(front))
                .isEqualTo("Network front: 172.20.0.0/24 · room for 253 · 1 static · 252 left");
        assertThat(front.role()).isInstanceOf(Role.OwnNetwork.class);
    }
}
