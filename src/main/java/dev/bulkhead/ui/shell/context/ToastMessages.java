package dev.bulkhead.ui.shell.context;

import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages as notes over the window that go by themselves; they stand above its lower bars, whose buttons stay free. */
public final class ToastMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(ToastMessages.class);
    private static final int MOST = 4;
    private static final double GAP = 10;
    /** Status bar, and the bar of buttons that pages have above it. */
    private static final double LOWER_BARS = 98;

    private static final List<String> WITH_BUTTONS = List.of(".bh-change-bar", ".bh-bottom-pane");

    private final BooleanSupplier showing;
    private final VBox notes = new VBox(8);

    /** Shows them over a window; while it is not showing, they only go to the log. */
    public ToastMessages(BooleanSupplier showing) {
        this.showing = showing;
        notes.setId("notes");
        notes.setPickOnBounds(false);
        notes.setAlignment(Pos.BOTTOM_RIGHT);
        notes.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        StackPane.setAlignment(notes, Pos.BOTTOM_RIGHT);
        place();
    }

    /** Above whatever is shown below that has buttons. */
    private void place() {
        double lower = Optional.ofNullable(notes.getScene())
                .map(ToastMessages::aboveButtons)
                .orElse(LOWER_BARS);
        StackPane.setMargin(notes, new Insets(0, 18, lower, 18));
    }

    private static double aboveButtons(Scene scene) {
        // a bar may have come with the very edit that is told of, and not have its place yet
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return WITH_BUTTONS.stream()
                .flatMap(style -> Optional.ofNullable(scene.lookup(style)).stream())
                .filter(ToastMessages::shown)
                .mapToDouble(bar -> scene.getHeight()
                        - bar.localToScene(bar.getLayoutBounds()).getMinY()
                        + GAP)
                .reduce(LOWER_BARS, Math::max);
    }

    private static boolean shown(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    /** Returns where the notes stand: a node to lay over everything else. */
    public Node layer() {
        return notes;
    }

    @Override
    public void done(String sentence) {
        show(Glyph.DONE_CIRCLE, "bh-success", note(sentence), 4);
    }

    @Override
    public void done(String sentence, String link, Runnable look) {
        HBox note = note(sentence);
        Hyperlink way = new Hyperlink(link);
        way.setMinWidth(Hyperlink.USE_PREF_SIZE);
        way.setOnAction(event -> {
            notes.getChildren().remove(note);
            look.run();
        });
        note.getChildren().add(way);
        show(Glyph.DONE_CIRCLE, "bh-success", note, 12);
    }

    @Override
    public void refused(String sentence) {
        show(Glyph.WARNING, "bh-warning", note(sentence), 8);
    }

    @Override
    public void failed(String sentence) {
        LOG.warn("{}", sentence);
        show(Glyph.ERROR, "bh-danger", note(sentence), 15);
    }

    private static HBox note(String sentence) {
        Label words = Nodes.wrapped(sentence, "bh-window-note-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox note = Nodes.row("bh-window-note", words);
        note.setAlignment(Pos.CENTER_LEFT);
        note.setMinHeight(HBox.USE_PREF_SIZE);
        note.setAccessibleText(sentence);
        return note;
    }

    private void show(Glyph glyph, String style, HBox note, int seconds) {
        if (!showing.getAsBoolean()) {
            LOG.info("{}", note.getAccessibleText());
            return;
        }
        FontIcon icon = glyph.icon();
        icon.getStyleClass().addAll("bh-toast-icon", style);
        note.getChildren().addFirst(icon);
        Button close = new Button("", Glyph.CLOSE.icon());
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setAccessibleText(Words.of("toastmessages.dismiss"));
        close.setFocusTraversable(false);
        close.setOnAction(event -> notes.getChildren().remove(note));
        note.getChildren().add(close);
        place();
        notes.getChildren().add(note);
        // the oldest gives way; what went wrong is in the log as well
        while (notes.getChildren().size() > MOST) {
            notes.getChildren().removeFirst();
        }
        PauseTransition time = new PauseTransition(Duration.seconds(seconds));
        time.setOnFinished(event -> notes.getChildren().remove(note));
        time.play();
    }
}
