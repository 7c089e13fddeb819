package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.theme.ThemeChoice;
import dev.bulkhead.ui.wizard.WizardPage;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Where the project stands, in the window on the practice engine: the report of the command, and the ways on from it. */
@WithWindow
class StatusViewIT {

    private static void open(TestWindow window) {
        window.robot().push(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.await("the report", () -> window.shown("#status-card-proxy-discovery"));
        window.await("the end of the look", () -> !window.shown("#status-cancel"));
    }

    @Test
    void theKeyOpensItAndItsSectionsStandInOrderWithTheirAge(TestWindow window) {
        window.openSample();

        open(window);

        assertThat(window.words("#status-at")).startsWith("looked at ");
        List<String> sections = window.onFx(() -> window.robot().lookup(".bh-status-head").<VBox>queryAll().stream()
                .map(Node::getId)
                .toList());
        assertThat(sections)
                .containsExactly(
                        "status-current-status",
                        "status-next",
                        "status-system-health",
                        "status-exposure",
                        "status-files-and-engine",
                        "status-migration-progress",
                        "status-runs",
                        "status-quick-commands",
                        "status-notes");
        Node proxies = window.onFx(
                () -> window.robot().lookup("#status-card-proxy-discovery").query());
        assertThat(proxies.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT);
        assertThat(proxies.getAccessibleText())
                .contains("traefik (Traefik) Discovery: 14/14 (good)", "http://jellyfin.lan/");
        assertThat(window.shown("19/19")).isTrue();
        assertThat(window.shown("14/14")).isTrue();

        window.click("#status-refresh");
        window.await("the end of the look", () -> !window.shown("#status-cancel"));
        assertThat(window.shown("14/14")).isTrue();
    }

    @Test
    void theKeyboardReachesEveryCardAndBringsItIntoSight(TestWindow window) {
        window.openSample();
        open(window);
        ScrollPane scroll =
                window.onFx(() -> window.robot().lookup("#status-scroll").queryAs(ScrollPane.class));

        for (int i = 0; i < 12; i++) {
            window.robot().push(KeyCode.TAB);
            window.settle();
        }

        assertThat(window.onFx(() -> scroll.getVvalue())).isPositive();
        assertThat(window.onFx(() -> {
                    Node focused = scroll.getScene().getFocusOwner();
                    return scroll.localToScene(scroll.getBoundsInLocal())
                            .intersects(focused.localToScene(focused.getBoundsInLocal()));
                }))
                .isTrue();
    }

    @Test
    void aCommandIsCopiedAndTheNextIterationOpensItsPages(TestWindow window) {
        window.openSample();
        open(window);

        window.run(() -> window.robot()
                .lookup("#status-export")
                .queryAs(MenuButton.class)
                .getItems()
                .getLast()
                .fire());
        assertThat(window.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("# mediaserver Architecture Migration - Status\n");

        window.run(() ->
                window.robot().lookup("#status-do-next-iteration").queryButton().fire());
        window.wizard().ready(WizardPage.PREFLIGHT);
        assertThat(window.shown("#status-view")).isFalse();
    }

    @Test
    void withoutAnEngineItSaysWhatIsNotKnown(TestWindow window) {
        window.openSample();
        window.engine().goAway("The engine is gone.");
        window.run(() -> window.context().navigation().show(CentreView.STATUS));

        window.await("the report", () -> window.shown("#status-card-services"));
        window.await("the word of the engine", () -> window.shown("No engine answers: The engine is gone."));
        assertThat(window.shown("Not known: The engine is gone.")).isTrue();
    }

    /** Pictures for whoever looks at them; what is held here is that nothing is wider than its place. */
    @Test
    void itFitsAtEveryWidthInBothLooks(TestWindow window) {
        window.openSample();
        open(window);
        for (ThemeChoice look : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            window.run(() -> window.desktop().themeProperty().set(look));
            for (int width : List.of(2560, 1480, 1024)) {
                window.run(() -> {
                    Stage stage = window.desktop().stage();
                    stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
                    stage.setHeight(1100);
                });
                window.await(
                        "the width",
                        () -> Math.abs(window.desktop().stage().getScene().getWidth() - width) < 1);
                window.run(() -> window.desktop().window().root().layout());
                window.picture("status-" + look + "-" + width);
                ScrollPane scroll = window.onFx(
                        () -> window.robot().lookup("#status-scroll").queryAs(ScrollPane.class));
                assertThat(window.onFx(
                                () -> scroll.getContent().getBoundsInParent().getWidth()))
                        .isLessThanOrEqualTo(
                                window.onFx(() -> scroll.getViewportBounds().getWidth()) + 1);
            }
        }
    }
}
