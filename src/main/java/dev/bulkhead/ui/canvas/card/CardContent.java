package dev.bulkhead.ui.canvas.card;

import dev.bulkhead.ui.canvas.model.CardFace;
import dev.bulkhead.ui.canvas.model.CardFace.Membership;
import dev.bulkhead.ui.canvas.model.CardState;
import dev.bulkhead.ui.canvas.model.Difference;
import dev.bulkhead.ui.canvas.model.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Nodes inside of a card, each with the spot where it stands. */
final class CardContent {

    private static final double FIRST_ROW = 19;
    private static final double MIDDLE = 28;
    private static final double SECOND_ROW = 40;
    private static final double LEFT = 18;
    private static final int MOST_DOTS = 6;
    private static final String SPOT = "spot";
    private static final String NAME = "bh-card-name";
    private static final String ICON = "bh-card-icon";

    private final CardFace face;
    private final List<Node> nodes = new ArrayList<>();

    CardContent(CardFace face) {
        this.face = face;
    }

    /** Print of a node: what of it has to stay readable. */
    enum Print {
        /** Nothing: it is drawn as small as the map. */
        MARK,
        SMALL,
        NAME;

        double factor(Legibility legibility) {
            return switch (this) {
                case MARK -> 1;
                case SMALL -> legibility.smallFactor();
                case NAME -> legibility.nameFactor();
            };
        }
    }

    /**
     * Where a node of a card stands.
     *
     * @param x distance of its near edge from the card's left or right edge
     * @param right whether it is counted from the right edge
     * @param row height of its middle at 100 %
     * @param keep what has to stay free on the other side
     */
    record Spot(double x, boolean right, double row, double keep, Print print) {
        double room(double width) {
            return Math.max(10, width - x - keep);
        }

        /** Returns the height of its middle: the two lines move apart as they are drawn larger. */
        double middle(Legibility legibility) {
            double apart = legibility.apart();
            return row == FIRST_ROW ? row - 1.6 * apart : row == SECOND_ROW ? row + 0.2 * apart : row;
        }

        Spot withoutIcon() {
            return new Spot(LEFT, right, row, keep, print);
        }
    }

    static Spot spot(Node node) {
        return node.getProperties().get(SPOT) instanceof Spot spot ? spot : new Spot(0, false, 0, 0, Print.MARK);
    }

    /** Returns what is left of a card seen from further away: its name, and how it differs as a shape. */
    static List<Node> name(CardFace face) {
        boolean flagged = flagged(face.state());
        List<Node> left = new ArrayList<>(List.of(
                at(bar(), new Spot(5, false, MIDDLE, 0, Print.MARK)),
                at(nameLabel(face), new Spot(LEFT - 4, false, MIDDLE, flagged ? 24 : 8, Print.NAME))));
        hatch(face).ifPresent(left::add);
        if (flagged) {
            Region flag = new Region();
            flag.getStyleClass().add("bh-card-flag");
            left.add(at(flag, new Spot(7, true, MIDDLE, 0, Print.MARK)));
        }
        return left;
    }

    /** What deviates in nothing but its word is flagged where there is no room for words. */
    private static boolean flagged(CardState state) {
        boolean worded = state.pending() || state.live().health() == ServiceState.Health.STARTING;
        return worded && !state.hollow() && !state.unhealthy() && !state.differs();
    }

    List<Node> nodes() {
        CardState state = face.state();
        int marks = state.trouble().isEmpty() ? 0 : 1;
        add(bar(), new Spot(5, false, MIDDLE, 0, Print.MARK));
        add(Icons.of(face.icon(), ICON), new Spot(LEFT, false, FIRST_ROW, 0, Print.MARK));
        add(nameLabel(face), new Spot(42, false, FIRST_ROW, 12 + 20 * marks, Print.NAME));
        state.trouble().ifPresent(severity -> add(Icons.of(severity), new Spot(11, true, FIRST_ROW, 0, Print.MARK)));
        HBox further = further();
        add(further, new Spot(11, true, SECOND_ROW, 0, Print.MARK));
        // Measured without style, which is not applied yet: nine pixels a dot, three between.
        double taken = 22 + 12.0 * Math.min(MOST_DOTS, face.further().size()) + (face.onlyInternal() ? 17 : 0);
        Spot second = new Spot(LEFT, false, SECOND_ROW, taken, Print.SMALL);
        Optional<String> host = face.framed() ? Optional.empty() : state.live().host();
        if (!state.word().isEmpty()) {
            add(word(face), second);
        } else if (face.ports().isEmpty()) {
            add(note(host.map(name -> name + " · ").orElse("") + face.note()), second);
        } else if (host.isPresent()) {
            HBox row = new HBox(6, note(host.get()), new PublishedRow(face.ports()));
            row.setAlignment(Pos.CENTER_LEFT);
            add(row, second);
        } else {
            add(new PublishedRow(face.ports()), second);
        }
        face.owner().ifPresent(owner -> add(shared(), new Spot(LEFT + 4, false, -6, 0, Print.MARK)));
        hatch(face).ifPresent(nodes::add);
        return nodes;
    }

    private static Label nameLabel(CardFace face) {
        Label name = new Label(face.title());
        name.getStyleClass().add(NAME);
        // The ends of names tell them apart.
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return name;
    }

    private static Label note(String words) {
        Label note = new Label(words);
        note.getStyleClass().add("bh-card-note");
        return note;
    }

    static boolean isName(Node node) {
        return node.getStyleClass().contains(NAME);
    }

    static boolean isIcon(Node node) {
        return node.getStyleClass().contains(ICON);
    }

    /** Returns the word for what deviates; amber where it is a difference from the files. */
    private static Label word(CardFace face) {
        CardState state = face.state();
        boolean differs = state.difference().any() && !state.hollow() && !state.unhealthy();
        Label word = new Label(state.word());
        word.getStyleClass().add(differs ? "bh-card-differs" : "bh-card-deviates");
        return word;
    }

    static boolean isHatch(Node node) {
        return node.getStyleClass().contains("bh-card-hatch");
    }

    /** Returns the band at the lower edge of a card whose service runs otherwise than its files say. */
    private static Optional<Node> hatch(CardFace face) {
        if (!face.state().differs() || face.state().difference().kind() != Difference.Kind.DIFFERS) {
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
