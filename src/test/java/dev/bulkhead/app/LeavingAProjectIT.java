package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.shell.ProjectSession;
import dev.bulkhead.ui.shell.context.ShellContext;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void ofTwentyProjectsThatWereOpenedOnlyTheLastIsKept(TestWindow window) throws Exception {
        List<WeakReference<Object>> left = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            Path project = Files.createDirectory(window.folder().resolve("project-" + number));
            Files.writeString(project.resolve("compose.yml"), "services:\n  web:\n    image: nginx\n");
            window.openProject(project);
            lookAtEveryView(window);
            left.addAll(partsOf(window));
        }
        List<WeakReference<Object>> kept = partsOf(window);
        Path last = Files.createDirectory(window.folder().resolve("last"));
        Files.writeString(last.resolve("compose.yml"), "services:\n  web:\n    image: nginx\n");
        window.openProject(last);

        window.await("the sessions to be let go", () -> {
            System.gc();
            return left.stream().allMatch(part -> part.refersTo(null));
        });
        assertThat(left).hasSize(20 * kept.size());
        assertThat(partsOf(window)).noneMatch(part -> part.refersTo(null));
    }

    private static void lookAtEveryView(TestWindow window) {
        for (CentreView view : CentreView.values()) {
            window.run(() -> window.context().navigation().viewProperty().set(view));
        }
        window.run(() -> window.desktop().window().wizard().open("1"));
        window.await("the preflight", () -> !window.desktop().window().wizard().running());
    }

    /** Weak references to a session, to what its views show and to the nodes of it. */
    private static List<WeakReference<Object>> partsOf(TestWindow window) {
        return window.onFx(() -> {
            ProjectSession session = window.desktop().window().session();
            ShellContext context = session.context();
            return Stream.of(
                            session,
                            context.project(),
                            context.engine(),
                            context.map(),
                            context.path(),
                            context.commands(),
                            session.wizard(),
                            session.wizard().wizardProperty().get(),
                            session.frame(),
                            window.desktop()
                                    .window()
                                    .projects()
                                    .openedProperty()
                                    .get()
                                    .orElseThrow())
                    .map(part -> new WeakReference<Object>(part))
                    .toList();
        });
    }
}
