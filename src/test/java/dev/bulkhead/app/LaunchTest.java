package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    @TempDir
    private Path project;

    @Test
    void noWordsOpenTheSample() {
        assertThat(Launch.of(List.of())).isEqualTo(new Launch.OpenWindow(Optional.empty(), List.of()));
    }

    @Test
    void aPathThatExistsOpensAWindow() {
        assertThat(Launch.of(List.of(project.toString())))
                .isEqualTo(new Launch.OpenWindow(Optional.of(project), List.of()));
    }

    @Test
    void aWindowTakesAnEngineInFrontOfThePathOrBehindIt() {
        Launch wanted = new Launch.OpenWindow(Optional.of(project), List.of("tcp://host:2375"));

        assertThat(List.of(
                        Launch.of(List.of(project.toString(), "--engine", "tcp://host:2375")),
                        Launch.of(List.of("--engine", "tcp://host:2375", project.toString())),
                        Launch.of(List.of(project.toString(), "--engine=tcp://host:2375"))))
                .containsOnly(wanted);
    }

    @Test
    void aWindowTakesSeveralEngines() {
        assertThat(Launch.of(List.of("--engine", "atlas", project.toString(), "--engine=ssh://borea")))
                .isEqualTo(new Launch.OpenWindow(Optional.of(project), List.of("atlas", "ssh://borea")));
    }

    @Test
    void anEngineAloneOpensTheSampleOnIt() {
        assertThat(Launch.of(List.of("--engine", "practice")))
                .isEqualTo(new Launch.OpenWindow(Optional.empty(), List.of("practice")));
    }

    @Test
    void helpIsForTheWindowTooUnlessACommandAsksForIt() {
        assertThat(Launch.of(List.of("--help"))).isEqualTo(new Launch.Help());
        assertThat(Launch.of(List.of(project.toString(), "--help"))).isEqualTo(new Launch.Help());
        assertThat(Launch.of(List.of("check", "--help"))).isEqualTo(new Launch.RunCommand(List.of("check", "--help")));
    }

    @Test
    void aPathThatIsNotThereIsLeftToTheCommandLineWhichSaysSo() {
        List<String> words = List.of(project.resolve("nowhere").toString());

        assertThat(Launch.of(words)).isEqualTo(new Launch.RunCommand(words));
    }

    @Test
    void anEngineWithoutAnAddressIsNoWindow() {
        List<String> words = List.of(project.toString(), "--engine");

        assertThat(Launch.of(words)).isEqualTo(new Launch.RunCommand(words));
    }
}
