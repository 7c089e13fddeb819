package dev.bulkhead.ui.canvas.zone;

import dev.bulkhead.layout.HostFrame;
import dev.bulkhead.ui.canvas.card.Detail;
import dev.bulkhead.ui.canvas.card.Enlarged;
import dev.bulkhead.ui.canvas.card.Icons;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.model.MapHosts;
import dev.bulkhead.ui.words.Words;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Host on the map: a frame around what runs there, with its name and what of it is open. */
public final class HostFrameNode extends Region {

    private static final PseudoClass SILENT = PseudoClass.getPseudoClass("silent");
    private static final double MARGIN = 16;
    private static final double BETWEEN = 12;

    private final Label title = new Label();
    private final Label words = new Label();
    private Legibility legibility = Legibility.FULL;

    /** Makes the frame of a host, which says nothing yet. */
    public HostFrameNode(String host) {
        setId("host-" + host);
        getStyleClass().add("bh-host-frame");
        title.setText(host);
        title.setGraphic(Icons.of("mdi2s-server", "bh-host-icon"));
        title.getStyleClass().add("bh-host-title");
        words.getStyleClass().add("bh-host-words");
        setAccessibleRole(AccessibleRole.NODE);
        setMouseTransparent(true);
        getChildren().addAll(title, words);
        getChildren().forEach(child -> child.setCache(true));
    }

    /** Shows how the host is. */
    public void show(MapHosts.Face face) {
        words.setText(face.words());
        pseudoClassStateChanged(SILENT, !face.answers());
        setAccessibleText(Words.of("hostframenode.host", title.getText(), face.words()));
        requestLayout();
    }

    /** Shows its name as it can be read. */
    public void show(Legibility read) {
        words.setVisible(read.detail() == Detail.NEAR);
        if (!read.equals(legibility)) {
            legibility = read;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - 2 * MARGIN;
        double middle = HostFrame.TITLE / 2;
        double taken = Enlarged.left(title, legibility.titleFactor(), MARGIN, middle, room);
        Enlarged.left(
                words,
                legibility.smallFactor(),
                MARGIN + taken + BETWEEN,
                middle + 1,
                Math.max(0, room - taken - BETWEEN));
    }
}
