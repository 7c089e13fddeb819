package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.practice.PracticeEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One project opened after another. */
@WithWindow
class LeavingAProjectIT {

    @Test
    void theEngineOfTheProjectBeforeIsClosedAndTheNextOneIsNot(TestWindow window) throws Exception {
        window.openSample();
        PracticeEngine before = window.engine();
        Path other = Files.createDirectory(window.folder().resolve("other"));
        Files.writeString(other.resolve("compose.yml"), "services:\n  web:\n    image: nginx\n");
        window.openProject(other);

        window.await("the engine to be closed", () -> window.closings().closed(before));
        assertThat(window.engine()).isNotSameAs(before);
        assertThat(window.closings().closed(window.engine())).isFalse();
    }

    @Test
    void whileAnIterationIsCarriedOutTheProjectStays(TestWindow window) throws Exception {
        Path sample = window.openSample();
        window.run(() -> window.desktop().window().wizard().open("1"));
        Path other = Files.createDirectory(window.folder().resolve("other"));
        Files.writeString(other.resolve("compose.yml"), "services:\n  web:\n    image: nginx\n");
        window.onFx(() -> {
            window.desktop().window().wizard().open("1");
            assertThat(window.desktop().window().wizard().running()).isTrue();
            window.desktop().window().projects().open(other);
            return true;
        });
        window.settle();

        assertThat(window.onFx(() -> window.desktop()
                        .window()
                        .projects()
                        .openedProperty()
                        .get()
                        .orElseThrow()
                        .path()))
                .isEqualTo(sample);
        assertThat(window.shown("An iteration is being carried out on this project; wait for its end or roll it back."))
                .isTrue();
    }
}
