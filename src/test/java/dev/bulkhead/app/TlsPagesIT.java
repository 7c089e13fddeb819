package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.ui.wizard.WizardPage;
import org.junit.jupiter.api.Test;

/** Iteration 3 on its pages, on the practice engine. */
@WithWindow
class TlsPagesIT {

    @Test
    void certificatesAreChosenReviewedAndSeen(TestWindow window) {
        window.openSample();
        carryOut(window, "1");
        carryOut(window, "2");

        window.run(() -> window.desktop().window().wizard().open("3"));
        window.wizard().ready(WizardPage.PREFLIGHT);
        accept(window);
        window.wizard().next(WizardPage.QUESTIONS);
        assertThat(window.shown("Where do certificates come from?")).isTrue();
        assertThat(window.shown("A private authority, made here (proposed)")).isTrue();
        window.picture("wizard tls");

        window.wizard().next(WizardPage.REVIEW);
        assertThat(window.shown("Serve jellyfin by HTTPS")).isTrue();
        assertThat(window.shown(
                        "after: https://traefik.lan/ shows a valid certificate signed by tls/authority/root.crt,"
                                + " https://traefik.lan/ answers,"
                                + " http://traefik.lan/ gives nothing in clear but a redirect to HTTPS"))
                .isTrue();
        window.picture("wizard tls review");

        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);
        assertThat(window.onFx(
                        () -> window.wizard().model().run().stateProperty().get()))
                .isEqualTo(RunState.SUCCEEDED);
    }

    private static void carryOut(TestWindow window, String iteration) {
        window.run(() -> window.desktop().window().wizard().open(iteration));
        window.wizard().ready(WizardPage.PREFLIGHT);
        accept(window);
        window.wizard().next(WizardPage.QUESTIONS);
        window.wizard().next(WizardPage.REVIEW);
        window.click("#wizard-next");
        window.wizard().ready(WizardPage.VERIFY);
        window.run(() -> window.desktop().window().wizard().close());
    }

    private static void accept(TestWindow window) {
        if (window.shown("#preflight-accept-pending")) {
            window.click("#preflight-accept-pending");
            window.wizard().ready(WizardPage.PREFLIGHT);
        }
    }
}
