package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.manual.ManualWindow;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.theme.ThemeChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The manual in a window beside that of the project. */
@WithWindow
class ManualIT {

    @Test
    void nothingOfItIsThereBeforeItIsAskedForAndItGoesWithTheWindow(TestWindow window) {
        window.openSample();
        assertThat(window.desktop().manual().stage()).isEmpty();

        window.robot().push(KeyCode.F1);
        assertThat(title(window)).isEqualTo("Manual – Bulkhead manual");

        window.run(() -> window.desktop().stage().hide());
        assertThat(window.desktop().manual().stage()).isEmpty();
    }

    @Test
    void theKeyWorksWhileAQuestionIsOpen(TestWindow window) {
        window.openSample();
        window.click("#command-new-network");
        window.await("the form", () -> window.shown("#new-network-name"));
        window.robot().push(KeyCode.F1);

        assertThat(title(window)).isEqualTo("Addresses – Bulkhead manual");
        assertThat(window.shown("#new-network-name")).isTrue();
    }

    @Test
    void theKeyOnAFindingShowsThePageOfItsRule(TestWindow window) {
        window.openSample();
        window.await("problems", () -> !window.context().project().findings().isEmpty());
        window.run(() -> window.context().navigation().showTab(BottomTab.PROBLEMS));
        List<String> rules = window.onFx(() -> {
            ListView<?> problems = window.robot().lookup("#problems").queryListView();
            problems.getSelectionModel().select(1);
            problems.requestFocus();
            return window.context().project().findings().stream()
                    .map(finding -> finding.rule() + " – Bulkhead manual")
                    .toList();
        });
        window.robot().push(KeyCode.F1);

        assertThat(title(window)).isIn(rules);
        assertThat(flows(window)).anyMatch(words -> words.startsWith("How to fix: "));
    }

    @Test
    void theKeyLeadsToThePageOfWhatIsSelectedOrLookedAt(TestWindow window) {
        window.openSample();
        window.run(() -> window.context().map().select(new Element.ServiceElement("sonarr")));
        assertThat(pageAfterTheKey(window)).isEqualTo("Containers");
        window.run(() -> window.context().map().select(new Element.NetworkElement("media-network")));
        assertThat(pageAfterTheKey(window)).isEqualTo("Addresses");
        window.run(() -> window.context().map().reachModeProperty().set(true));
        assertThat(pageAfterTheKey(window)).isEqualTo("Reach and rules");
        Map<CentreView, String> views = Map.of(
                CentreView.REACH, "Reach and rules",
                CentreView.RULES, "Reach and rules",
                CentreView.ADDRESSES, "Addresses",
                CentreView.MEMBERSHIP, "The map",
                CentreView.FILES, "Files");
        views.forEach((view, title) -> {
            window.run(() -> window.context().navigation().show(view));
            assertThat(pageAfterTheKey(window)).as(view.title()).isEqualTo(title);
        });
        window.run(() -> window.context().navigation().show(CentreView.MAP));
        window.run(() -> window.desktop().manual().close());
        window.click("#path-step-2");
        assertThat(pageAfterTheKey(window)).startsWith("Iteration 2");
        // its ports are asked as long as the page is open
        window.run(() -> window.context().navigation().show(CentreView.MAP));
    }

    @Test
    void aSearchFindsAHeadingAndEnterOpensIt(TestWindow window) {
        window.openSample();
        window.robot().push(KeyCode.F1);
        window.robot().push(KeyCode.CONTROL, KeyCode.F);
        write(window, "hiding findings");
        window.await("hits", () -> hits(window).stream().anyMatch(hit -> hit.contains("Hiding")));

        assertThat(hits(window).getFirst()).isEqualTo("Problems › Hiding findings");
        window.robot().push(KeyCode.ENTER);
        window.settle();
        assertThat(title(window)).isEqualTo("Problems – Bulkhead manual");
        assertThat(inSight(window, "Hiding findings")).isTrue();

        window.robot().push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(title(window)).isEqualTo("Manual – Bulkhead manual");
        window.robot().push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(title(window)).isEqualTo("Problems – Bulkhead manual");
    }

    @Test
    void typingSearchesAndASlipIsForgiven(TestWindow window) {
        window.openSample();
        window.robot().push(KeyCode.F1);
        write(window, "rolback");
        window.await("hits", () -> told(window).contains("“rollback”"));

        window.robot().push(KeyCode.DOWN);
        window.robot().push(KeyCode.UP);
        window.robot().push(KeyCode.ENTER);
        assertThat(title(window)).isEqualTo("Rollback – Bulkhead manual");
        window.robot().push(KeyCode.ESCAPE);
        assertThat(window.onFx(() -> window.robot()
                        .lookup("#manual-search")
                        .queryAs(TextField.class)
                        .getText()))
                .isEmpty();
        window.robot().push(KeyCode.ESCAPE);
        assertThat(window.desktop().manual().stage()).isEmpty();
    }

    @Test
    void aLinkLeadsToAnotherPageAtItsHeading(TestWindow window) {
        window.openSample();
        window.robot().push(KeyCode.F1);
        window.click("#manual-first");
        follow(window, "Files");
        assertThat(title(window)).isEqualTo("Files – Bulkhead manual");

        follow(window, "accept for a time");
        assertThat(title(window)).isEqualTo("Pull requests – Bulkhead manual");
        assertThat(inSight(window, "Accepting findings")).isTrue();
        window.click("#manual-back");
        assertThat(title(window)).isEqualTo("Files – Bulkhead manual");
    }

    @Test
    void wordsStandOutFromTheirGroundInBothLooks(TestWindow window) {
        window.openSample();
        window.robot().push(KeyCode.F1);
        follow(window, "Reach and rules");
        assertThat(faint(window)).isEmpty();

        window.run(() -> window.desktop().themeProperty().set(ThemeChoice.DARK));
        assertThat(faint(window)).isEmpty();
        assertThat(window.onFx(() -> manual(window).getScene().getRoot().getStyleClass()))
                .contains("bh-dark");
    }

    @Test
    void nothingHangsOverAtAnyWidth(TestWindow window) {
        window.openSample();
        window.robot().push(KeyCode.F1);
        for (String page : List.of("Problems", "Command line", "Addresses", "Playbooks")) {
            window.click("#manual-first");
            follow(window, page);
            for (int width : List.of(700, 1024, 1480, 2560)) {
                window.run(() -> manual(window).setWidth(width));
                window.await(
                        "a width of " + width,
                        () -> Math.abs(manual(window).getScene().getWidth() - width) < 30);
                List<String> overhang = window.onFx(() -> {
                    manual(window).getScene().getRoot().layout();
                    return Overhang.of(manual(window).getScene());
                });
                assertThat(overhang).as("%s at %d", page, width).isEmpty();
            }
        }
    }

    private static String pageAfterTheKey(TestWindow window) {
        window.run(() -> window.context().commands().run(Command.MANUAL));
        return title(window).replace(" – Bulkhead manual", "");
    }

    private static Stage manual(TestWindow window) {
        ManualWindow manual = window.desktop().manual();
        return manual.stage().orElseThrow();
    }

    private static String title(TestWindow window) {
        return window.onFx(() -> manual(window).getTitle());
    }

    private static Scene scene(TestWindow window) {
        return manual(window).getScene();
    }

    private static void write(TestWindow window, String words) {
        window.robot().targetWindow(manual(window));
        window.robot().write(words);
    }

    private static String told(TestWindow window) {
        return ((Label) scene(window).lookup("#manual-told")).getText();
    }

    private static List<String> hits(TestWindow window) {
        return window.onFx(() -> scene(window).getRoot().lookupAll(".bh-manual-row-head").stream()
                .filter(node -> node.getScene() != null && ((Label) node).getText() != null)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    /** Returns the words of each block of the open page. */
    private static List<String> flows(TestWindow window) {
        return window.onFx(() -> page(window).lookupAll(".bh-markdown TextFlow").stream()
                .map(node -> words((TextFlow) node))
                .toList());
    }

    private static String words(TextFlow flow) {
        return flow.getChildren().stream().map(text -> ((Text) text).getText()).reduce("", String::concat);
    }

    private static Node page(TestWindow window) {
        return ((ScrollPane) scene(window).lookup("#manual-page")).getContent();
    }

    private static void follow(TestWindow window, String link) {
        Text text = window.onFx(() -> page(window).lookupAll(".bh-md-link").stream()
                .map(Text.class::cast)
                .filter(node -> node.getText().equals(link))
                .findFirst()
                .orElseThrow());
        window.run(() -> {
            ScrollPane scroll = (ScrollPane) scene(window).lookup("#manual-page");
            double hidden = page(window).getLayoutBounds().getHeight()
                    - scroll.getViewportBounds().getHeight();
            double at = page(window)
                    .sceneToLocal(text.localToScene(text.getLayoutBounds()))
                    .getMinY();
            scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((at - 60) / hidden, 0, 1));
        });
        window.robot().clickOn(text);
        window.settle();
    }

    private static boolean inSight(TestWindow window, String words) {
        return window.onFx(() -> {
            Node scroll = scene(window).lookup("#manual-page");
            Bounds seen = scroll.localToScene(scroll.getLayoutBounds());
            Optional<TextFlow> flow = page(window).lookupAll(".bh-markdown TextFlow").stream()
                    .map(TextFlow.class::cast)
                    .filter(node -> words(node).equals(words))
                    .findFirst();
            return seen.contains(
                    flow.orElseThrow()
                            .localToScene(flow.orElseThrow().getLayoutBounds())
                            .getCenterX(),
                    flow.orElseThrow()
                            .localToScene(flow.orElseThrow().getLayoutBounds())
                            .getCenterY());
        });
    }

    /** Returns words whose colour is hard to tell from the page's, by the ratio that WCAG asks of text. */
    private static List<String> faint(TestWindow window) {
        return window.onFx(() -> {
            Color ground = (Color) ((javafx.scene.layout.Region) page(window))
                    .getBackground()
                    .getFills()
                    .getFirst()
                    .getFill();
            return page(window).lookupAll(".text, .bh-md-text, .bh-md-link, .bh-md-inline-code").stream()
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .filter(text -> !text.getText().isBlank() && contrast((Color) text.getFill(), ground) < 4.5)
                    .map(text -> text.getText() + " " + text.getFill())
                    .distinct()
                    .toList();
        });
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
