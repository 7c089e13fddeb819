package dev.bulkhead.ui.canvas;

import dev.bulkhead.ui.canvas.model.CardFace;
import dev.bulkhead.ui.canvas.model.CardFace.Membership;
import dev.bulkhead.ui.canvas.model.CardState;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.PortBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Nodes inside of a card, each with the spot where it stands. */
final class CardContent {

    private static final double FIRST_ROW = 19;
    private static final double SECOND_ROW = 40;
    private static final double LEFT = 18;
    private static final int MOST_DOTS = 6;
    private static final int MOST_PORTS = 3;
    private static final String SPOT = "spot";

    private final CardFace face;
    private final List<Node> nodes = new ArrayList<>();

    CardContent(CardFace face) {
        this.face = face;
    }

    /**
     * Where a node of a card stands.
     *
     * @param x distance of its near edge from the card's left or right edge
     * @param right whether it is counted from the right edge
     * @param middle height of its middle
     * @param keep what has to stay free on the other side
     */
    record Spot(double x, boolean right, double middle, double keep) {
        double room(double width) {
            return Math.max(10, width - x - keep);
        }
    }

    static Spot spot(Node node) {
        return node.getProperties().get(SPOT) instanceof Spot spot ? spot : new Spot(0, false, 0, 0);
    }

    /** Returns what is left of a card seen from further away; how it differs is never left out. */
    static List<Node> name(CardFace face) {
        String word = face.state().word();
        double row = word.isEmpty() ? 28 : FIRST_ROW;
        Label name = new Label(face.title());
        name.getStyleClass().add("bh-card-name-far");
        List<Node> left = new ArrayList<>(
                List.of(at(bar(), new Spot(5, false, 28, 0)), at(name, new Spot(LEFT, false, row, 12))));
        if (!word.isEmpty()) {
            left.add(at(word(face, "bh-far"), new Spot(LEFT, false, SECOND_ROW, 12)));
        }
        hatch(face).ifPresent(left::add);
        return left;
    }

    List<Node> nodes() {
        CardState state = face.state();
        int marks = state.trouble().isEmpty() ? 0 : 1;
        add(bar(), new Spot(5, false, 28, 0));
        add(Icons.of(face.icon(), "bh-card-icon"), new Spot(LEFT, false, FIRST_ROW, 0));
        Label name = new Label(face.title());
        name.getStyleClass().add("bh-card-name");
        add(name, new Spot(42, false, FIRST_ROW, 12 + 20 * marks));
        state.trouble().ifPresent(severity -> add(Icons.of(severity), new Spot(11, true, FIRST_ROW, 0)));
        HBox further = further();
        add(further, new Spot(11, true, SECOND_ROW, 0));
        // Measured without style, which is not applied yet: nine pixels a dot, three between.
        double taken = 22 + 12.0 * Math.min(MOST_DOTS, face.further().size()) + (face.onlyInternal() ? 17 : 0);
        if (!state.word().isEmpty()) {
            add(word(face), new Spot(LEFT, false, SECOND_ROW, taken));
        } else if (face.ports().isEmpty()) {
            Label note = new Label(face.note());
            note.getStyleClass().add("bh-card-note");
            add(note, new Spot(LEFT, false, SECOND_ROW, taken));
        } else {
            add(ports(), new Spot(LEFT, false, SECOND_ROW, taken));
        }
        face.owner().ifPresent(owner -> add(shared(), new Spot(LEFT + 4, false, -6, 0)));
        hatch(face).ifPresent(nodes::add);
        return nodes;
    }

    /** Returns the word for what deviates; amber where it is a difference from the files. */
    private static Label word(CardFace face, String... further) {
        CardState state = face.state();
        boolean differs = state.difference().any() && !state.hollow() && !state.unhealthy();
        Label word = new Label(state.word());
        word.getStyleClass().add(differs ? "bh-card-differs" : "bh-card-deviates");
        word.getStyleClass().addAll(further);
        return word;
    }

    static boolean isHatch(Node node) {
        return node.getStyleClass().contains("bh-card-hatch");
    }

    /** Returns the band at the lower edge of a card whose service runs otherwise than its files say. */
    private static Optional<Node> hatch(CardFace face) {
        if (face.state().difference().kind() != Difference.Kind.DIFFERS) {
            return Optional.empty();
        }
        Region band = new Region();
        band.getStyleClass().add("bh-card-hatch");
        band.setMouseTransparent(true);
        return Optional.of(band);
    }

    private void add(Node node, Spot spot) {
        nodes.add(at(node, spot));
    }

    private static Node at(Node node, Spot spot) {
        node.getProperties().put(SPOT, spot);
        node.setMouseTransparent(true);
        return node;
    }

    private static Region bar() {
        Region bar = new Region();
        bar.getStyleClass().add("bh-card-bar");
        return bar;
    }

    private static Region shared() {
        Region link = new Region();
        link.getStyleClass().add("bh-card-link");
        return link;
    }

    private HBox ports() {
        HBox box = new HBox(4);
        box.setAlignment(Pos.CENTER_LEFT);
        List<PortBadge> ports = face.ports();
        int shown = ports.size() <= MOST_PORTS ? ports.size() : MOST_PORTS - 1;
        ports.stream().limit(shown).forEach(port -> box.getChildren().add(badge(port.text())));
        if (shown < ports.size()) {
            box.getChildren().add(badge("+" + (ports.size() - shown)));
        }
        return box;
    }

    private static Label badge(String text) {
        Label badge = new Label(text);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.getStyleClass().add("bh-port");
        return badge;
    }

    private HBox further() {
        HBox box = new HBox(3);
        box.setAlignment(Pos.CENTER_RIGHT);
        if (face.onlyInternal()) {
            box.getChildren().add(Icons.of("mdi2l-lock", "bh-internal-mark"));
        }
        for (Membership membership : face.further().stream().limit(MOST_DOTS).toList()) {
            Region dot = new Region();
            dot.getStyleClass().addAll("bh-membership-dot", membership.tint().styleClass());
            box.getChildren().add(dot);
        }
        return box;
    }
}
