package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.ui.theme.Theme;
import java.util.List;
import javafx.application.Application;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** From light to dark and back while a project is open. */
@WithWindow
class ThemeSwitchIT {

    @Test
    void theKeyExchangesTheStylesheetsAndTheClassOfTheRoot(TestWindow window) {
        window.openSample();
        List<String> light = sheets(window);
        window.robot().push(KeyCode.CONTROL, KeyCode.T);
        window.settle();

        assertThat(sheets(window)).isNotEqualTo(light).containsAll(Theme.DARK.stylesheets());
        assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.DARK.base());
        assertThat(window.desktop().stage().getScene().getRoot().getStyleClass())
                .contains(Theme.DARK.styleClass())
                .doesNotContain(Theme.LIGHT.styleClass());
    }

    @Test
    void theKeyTwiceLeadsBackToTheSameStylesheets(TestWindow window) {
        window.openSample();
        List<String> light = sheets(window);
        window.robot().push(KeyCode.CONTROL, KeyCode.T);
        window.robot().push(KeyCode.CONTROL, KeyCode.T);
        window.settle();

        assertThat(sheets(window)).isEqualTo(light);
    }

    private static List<String> sheets(TestWindow window) {
        return window.onFx(() -> List.copyOf(window.desktop().stage().getScene().getStylesheets()));
    }
}
