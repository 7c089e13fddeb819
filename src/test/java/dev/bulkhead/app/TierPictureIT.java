package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.wizard.WizardPage;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/** The question of tiers as a picture: cards are dragged, keys do the same, and the flows beside tell what it means. */
@WithWindow
class TierPictureIT {

    private static final String LOST = "traefik -> jellyfin:8096";

    @Test
    void aCardThatIsDraggedGetsItsHomeThereAndTheFlowItLosesComesWithAWayToKeepIt(TestWindow window) {
        questions(window);
        assertThat(window.words("#tiers-reset")).isEqualTo("Reset to the proposal");
        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("frontend"));

        drag(window, "jellyfin", "download");

        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("download"));
        assertThat(lost(window)).containsExactly(LOST, "web-ui -> jellyfin:8096", "jellyseerr -> jellyfin:8096");
        window.click("Let traefik join download-net");
        window.settle();
        assertThat(lost(window)).doesNotContain(LOST).hasSize(2);
        assertThat(homes(window, "traefik")).contains("download");

        window.click("#tiers-reset");
        window.settle();
        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("frontend"));
        assertThat(homes(window, "traefik")).doesNotContain("download");
        assertThat(window.onFx(
                        () -> window.robot().lookup("#tiers-reset").query().isDisabled()))
                .isTrue();
    }

    @Test
    void withCtrlItJoinsAsWellAndEscapePutsItBack(TestWindow window) {
        questions(window);

        window.robot().drag("#tier-card-bazarr", MouseButton.PRIMARY).moveTo("#tier-zone-download");
        window.robot().press(KeyCode.CONTROL);
        window.settle();
        assertThat(window.words("#tier-tip")).isEqualTo("Joins download-net as well");
        window.robot().drop().release(KeyCode.CONTROL);
        window.settle();
        assertThat(homes(window, "bazarr")).isEqualTo(List.of("backend", "download"));

        window.robot().drag("#tier-card-bazarr", MouseButton.PRIMARY).moveTo("#tier-zone-dmz");
        window.settle();
        assertThat(window.words("#tier-tip")).isEqualTo("Home: dmz-net · hold Ctrl to join as well");
        window.robot().type(KeyCode.ESCAPE).drop();
        window.settle();
        assertThat(homes(window, "bazarr")).isEqualTo(List.of("backend", "download"));
        assertThat(window.robot().lookup("#tier-tip").tryQuery()).isEmpty();
    }

    @Test
    void thePictureIsOneStopOfTabAndArrowsGoFromCardToCard(TestWindow window) {
        questions(window);

        tabTo(window, "tier-card-cloudflared");
        type(window, KeyCode.DOWN);
        assertThat(focused(window)).isEqualTo("tier-card-traefik");
        type(window, KeyCode.RIGHT);
        assertThat(focused(window)).isEqualTo("tier-card-jellyseerr");
        type(window, KeyCode.END);
        String last = focused(window);
        type(window, KeyCode.UP);
        assertThat(focused(window)).startsWith("tier-card-").isNotEqualTo(last);
        type(window, KeyCode.HOME);
        assertThat(focused(window)).isEqualTo("tier-card-cloudflared");
        assertThat(homes(window, "cloudflared")).isEqualTo(List.of("dmz"));
        type(window, KeyCode.RIGHT);
        assertThat(focused(window)).isEqualTo("tier-card-jellyfin");

        type(window, KeyCode.TAB);
        assertThat(focused(window)).doesNotStartWith("tier-card-");
        window.robot().press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        window.settle();
        assertThat(focused(window)).isEqualTo("tier-card-jellyfin");
    }

    @Test
    void everyAnswerOfThePictureCanBeGivenByTheKeyboardAlone(TestWindow window) {
        questions(window);
        tabTo(window, "tier-card-cloudflared");
        type(window, KeyCode.RIGHT);
        assertThat(window.shown("#tier-keys")).isTrue();

        with(window, KeyCode.RIGHT, KeyCode.CONTROL);
        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("backend"));
        assertThat(focused(window)).isEqualTo("tier-card-jellyfin");
        assertThat(lost(window)).isNotEmpty();
        with(window, KeyCode.RIGHT, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("backend", "dmz"));
        with(window, KeyCode.LEFT, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("backend"));
        type(window, KeyCode.DELETE);
        assertThat(homes(window, "jellyfin")).isEqualTo(List.of("frontend"));
        assertThat(focused(window)).isEqualTo("tier-card-jellyfin");

        type(window, KeyCode.ENTER);
        assertThat(window.shown("Also in dmz-net")).isTrue();
        assertThat(window.wizard().model().pageProperty().get()).isEqualTo(WizardPage.QUESTIONS);
        type(window, KeyCode.ESCAPE);
        assertThat(focused(window)).isEqualTo("tier-card-jellyfin");
    }

    @Test
    void enterPressesTheButtonThatHasTheFocusAndNotTheOneThatGoesOn(TestWindow window) {
        questions(window);

        tabTo(window, "wizard-back");
        type(window, KeyCode.ENTER);

        assertThat(window.onFx(() -> window.wizard().model().pageProperty().get()))
                .isEqualTo(WizardPage.PREFLIGHT);
    }

    @Test
    void ctrlAndArrowsMoveACardAndTheTableTellsTheSame(TestWindow window) {
        questions(window);

        window.robot().clickOn("#tier-card-bazarr");
        with(window, KeyCode.LEFT, KeyCode.CONTROL);
        assertThat(homes(window, "bazarr")).isEqualTo(List.of("frontend"));
        assertThat(focused(window)).isEqualTo("tier-card-bazarr");

        window.click("#tiers-table");
        window.settle();
        assertThat(window.onFx(() -> window.robot()
                        .lookup(".bh-tier-table .choice-box")
                        .queryAll()
                        .size()))
                .isEqualTo(17);
        window.click("#tiers-picture");
        window.settle();
        assertThat(window.shown("#tier-card-bazarr")).isTrue();
        assertThat(window.words("#tier-zone-dmz .bh-mono")).isEqualTo("172.20.0.0/24");
    }

    /** Goes on with Tab until a node has the focus, as one does who has no mouse. */
    private static void tabTo(TestWindow window, String id) {
        for (int i = 0; i < 60 && !focused(window).equals(id); i++) {
            type(window, KeyCode.TAB);
        }
        assertThat(focused(window)).isEqualTo(id);
    }

    private static void type(TestWindow window, KeyCode key) {
        window.robot().type(key);
        window.settle();
    }

    private static void with(TestWindow window, KeyCode key, KeyCode... held) {
        window.robot().press(held).type(key).release(held);
        window.settle();
    }

    private static String focused(TestWindow window) {
        return window.onFx(
                () -> Optional.ofNullable(window.desktop().stage().getScene().getFocusOwner())
                        .map(Node::getId)
                        .orElse(""));
    }

    private static void questions(TestWindow window) {
        window.openSample();
        window.click("#command-continue");
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.QUESTIONS);
        window.await(
                "the flows",
                () -> window.robot().lookup(".bh-tier-flow").tryQuery().isPresent());
        window.settle();
    }

    private static void drag(TestWindow window, String service, String tier) {
        window.robot().drag("#tier-card-" + service, MouseButton.PRIMARY).dropTo("#tier-zone-" + tier);
        window.settle();
    }

    private static List<String> homes(TestWindow window, String service) {
        return window.onFx(() -> window.wizard()
                .shown()
                .orElseThrow()
                .answersProperty()
                .get()
                .orElseThrow()
                .tiersOf(service));
    }

    private static List<String> lost(TestWindow window) {
        return window.onFx(() -> window.robot().lookup(".bh-tier-lost-flow").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }
}
