package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.wizard.WizardPage;
import org.junit.jupiter.api.Test;

/** The pages of iteration 7: a table for each measure, and a phase for each service that is taken back alone. */
@WithWindow
class HardeningPagesIT {

    @Test
    void eachMeasureIsATableAndEachServiceAPhaseOfItsOwn(TestWindow window) {
        window.openSample();
        window.run(() -> window.desktop().window().wizard().open("7"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        window.wizard().next(WizardPage.QUESTIONS);
        assertThat(window.shown("How much memory may each take?")).isTrue();
        assertThat(window.shown("Who reaches the engine through a proxy only?")).isTrue();
        window.picture("wizard hardening");

        window.wizard().next(WizardPage.REVIEW);
        assertThat(window.shown("Harden jellyfin")).isTrue();
        assertThat(window.shown("Put a proxy between traefik and the engine's socket"))
                .isTrue();
        window.picture("wizard hardening review");
    }
}
