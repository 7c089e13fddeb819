package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.theme.ThemeChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever works with the keys sees where they are: what Tab comes to is drawn differently there and then, with a contrast of three
 * to one between before and now (WCAG 2.2, 2.4.7 and 1.4.11).
 */
@WithWindow
class FocusVisibleIT {

    /** More than a view has controls. */
    private static final int STOPS = 90;

    /** A ring is drawn outside a control, and nothing of it counts that is further away. */
    private static final double AROUND = 4;

    private static final double CONTRAST = 3;

    /** Pixels that have that contrast: a line of one pixel along a control of 24. */
    private static final int LEAST = 20;

    private final Set<Node> seen = new HashSet<>();
    private final List<String> unseen = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void whatTabComesToIsSeen(ThemeChoice look, TestWindow window) {
        window.run(() -> window.desktop().themeProperty().set(look));
        walk(window, "start page", ".bh-window-layer");
        window.openSample();
        window.await("the path", () -> window.shown("#path-step-8"));
        walk(window, "map", ".bh-window-layer");
        for (CentreView view : CentreView.values()) {
            window.run(() -> window.context().navigation().show(view));
            walk(window, view.title(), ".bh-centre");
        }
        window.run(() -> window.context().navigation().show(CentreView.MAP));
        for (BottomTab tab : BottomTab.values()) {
            window.run(() -> window.context().navigation().showTab(tab));
            walk(window, "tab " + tab, ".bh-bottom-pane");
        }
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(unseen).isEmpty();
    }

    /** Goes by Tab from the first control of a part until it comes to one where it has been. */
    private void walk(TestWindow window, String where, String part) {
        window.settle();
        Scene scene = window.desktop().stage().getScene();
        Optional<Node> stop = window.onFx(() -> first(scene.getRoot().lookup(part)));
        stop.ifPresent(first -> window.run(first::requestFocus));
        window.robot().push(KeyCode.SHIFT, KeyCode.TAB);
        for (int i = 0; i < STOPS; i++) {
            window.robot().push(KeyCode.TAB);
            window.settle();
            stop = window.onFx(() -> Optional.ofNullable(scene.getFocusOwner()));
            if (stop.isEmpty() || !seen.add(stop.get())) {
                return;
            }
            look(window, scene, stop.get(), where);
        }
    }

    private static Optional<Node> first(Node node) {
        if (node == null || !node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(FocusVisibleIT::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private void look(TestWindow window, Scene scene, Node stop, String where) {
        try {
            // The ring comes with the next frame, which a busy machine draws late.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> window.onFx(() -> ringed(scene, stop)) >= LEAST);
        } catch (ConditionTimeoutException never) {
            if (!window.onFx(() -> stop.isFocused() && stop.getScene() != null)) {
                return; // a button of something that ended meanwhile went with it
            }
            unseen.add(where + ": " + stop.getClass().getSimpleName() + " #" + stop.getId() + " " + stop.getStyleClass()
                    + " " + stop.getAccessibleText());
        }
    }

    /** Returns how many pixels of a control that has the focus would differ without what shows that. */
    private static int ringed(Scene scene, Node stop) {
        Rectangle2D area = area(stop, scene);
        WritableImage with = picture(scene, area);
        Node ring = scene.lookup("#focus-ring");
        boolean shown = ring.isVisible();
        ring.setVisible(false);
        WritableImage without = picture(scene, area);
        ring.setVisible(shown);
        return changed(with, without);
    }

    private static WritableImage picture(Scene scene, Rectangle2D area) {
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(area);
        return scene.getRoot().snapshot(part, null);
    }

    private static int changed(WritableImage before, WritableImage now) {
        int changed = 0;
        for (int y = 0; y < Math.min(before.getHeight(), now.getHeight()); y++) {
            for (int x = 0; x < Math.min(before.getWidth(), now.getWidth()); x++) {
                changed += contrast(before, now, x, y) >= CONTRAST ? 1 : 0;
            }
        }
        return changed;
    }

    private static Rectangle2D area(Node stop, Scene scene) {
        Bounds bounds = stop.localToScene(stop.getLayoutBounds());
        double left = Math.max(0, bounds.getMinX() - AROUND);
        double top = Math.max(0, bounds.getMinY() - AROUND);
        double right = Math.min(scene.getWidth(), bounds.getMaxX() + AROUND);
        double bottom = Math.min(scene.getHeight(), bounds.getMaxY() + AROUND);
        return new Rectangle2D(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static double contrast(WritableImage before, WritableImage now, int x, int y) {
        double one = luminance(before.getPixelReader(), x, y);
        double other = luminance(now.getPixelReader(), x, y);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(PixelReader pixels, int x, int y) {
        Color colour = pixels.getColor(x, y);
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
