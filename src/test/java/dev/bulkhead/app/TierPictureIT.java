package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.wizard.WizardPage;
import java.util.List;
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
    void arrowsMoveACardAndTheTableTellsTheSame(TestWindow window) {
        questions(window);

        window.robot().clickOn("#tier-card-bazarr").type(KeyCode.LEFT);
        window.settle();
        assertThat(homes(window, "bazarr")).isEqualTo(List.of("frontend"));
        assertThat(window.onFx(() ->
                        window.desktop().stage().getScene().getFocusOwner().getId()))
                .isEqualTo("tier-card-bazarr");

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
