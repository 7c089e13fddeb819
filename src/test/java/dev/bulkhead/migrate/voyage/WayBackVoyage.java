package dev.bulkhead.migrate.voyage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.RunOutcome;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.run.RunEvent;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.SampleStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens around a run to an operator, and the way back from it, on a real engine. */
abstract class WayBackVoyage extends HarbourVoyage {

    WayBackVoyage(PrivateEngine engine) throws Exception {
        super(engine);
    }

    /** The end of the process, which nothing in it can catch and go on from. */
    private static final class Kill extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Ends the run half a second after the owner of the namespace is made anew, before its guest is. */
    private void killBetweenOwnerAndGuest() throws Exception {
        MigrationSession session = migration().session("foundation");
        session.answer(session.answers().withValue("apply", "recreate"));
        assertThatThrownBy(() -> session.apply(event -> {
                    if (event instanceof RunEvent.StepStarted begun
                            && begun.step().operation().services().contains("qbittorrent")
                            && begun.step().operation().subject().contains("gluetun")) {
                        compose("up", "-d", "--no-deps", "gluetun");
                        throw new Kill();
                    }
                }))
                .isInstanceOf(Kill.class);
        assertThat(namespaceOfGuest()).isNotEqualTo("container:" + id("gluetun"));
    }

    private void compose(String... arguments) {
        try {
            stack.compose(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String namespaceOfGuest() throws IOException {
        return stack.engine()
                .docker("inspect", "-f", "{{.HostConfig.NetworkMode}}", "qbittorrent")
                .strip();
    }

    private void assertGuestIsWithItsOwner() throws IOException {
        assertThat(namespaceOfGuest()).isEqualTo("container:" + id("gluetun"));
        assertThat(stack.engine().docker("exec", "qbittorrent", "cat", "/proc/net/dev"))
                .contains("eth0");
    }

    @Test
    void aGuestThatWasLeftInANamespaceThatIsGoneComesBackWithItsOwner() throws Exception {
        SortedMap<String, String> files = project.files();
        killBetweenOwnerAndGuest();

        RunOutcome back = migration().rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).startsWith("Rolled back: files and engine are as they were.");
        assertGuestIsWithItsOwner();
        assertThat(project.files()).isEqualTo(files);
        project.expectComposeContent();
    }

    @Test
    void aGuestThatWasLeftInANamespaceThatIsGoneGoesOnWithItsOwner() throws Exception {
        killBetweenOwnerAndGuest();

        RunOutcome outcome = migration().resume(migration().openRun().orElseThrow(), event -> {}, new RunControl());

        assertThat(outcome.state()).isEqualTo(RunState.SUCCEEDED);
        assertGuestIsWithItsOwner();
        project.expectComposeContent();
    }

    @Test
    void aGuestWhoseOwnerWasRestartedByHandIsRestartedOnTheWayBack() throws Exception {
        migration().session("foundation").apply(event -> {});
        stack.engine().docker("restart", "gluetun");

        assertThat(migration().rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        assertGuestIsWithItsOwner();
    }

    @Test
    void anAttachmentMadeByHandIsKeptWithItsNamesThereAndBack() throws Exception {
        stack.engine().docker("network", "create", "by-hand");
        stack.engine().docker("network", "connect", "--alias", "series", "by-hand", "sonarr");

        assertThat(migration().session("foundation").apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(namesByHand()).contains("series");

        assertThat(migration().rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(namesByHand()).contains("series");
    }

    private String namesByHand() throws IOException {
        return stack.engine()
                .docker("inspect", "-f", "{{json (index .NetworkSettings.Networks \"by-hand\").Aliases}}", "sonarr");
    }

    @Test
    void aLineOfTheOperatorsOutlivesTheRunAndTheEngineIsAsComposeWantsIt() throws Exception {
        Path compose = stack.directory().resolve("compose.yml");
        migration().session("foundation").apply(event -> {});
        Files.writeString(compose, "# mine\n" + Files.readString(compose));

        assertThat(migration().rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);

        assertThat(Files.readString(compose)).isEqualTo("# mine\n" + COMPOSE);
        project.expectComposeContent();
    }

    @Test
    void anEditThatWaitsIsNamedAndAfterItsAcceptanceTheWayBackKnowsTheOldContainer() throws Exception {
        Files.writeString(stack.directory().resolve(".env"), "ZONE=elsewhere\n");
        MigrationSession session = migration().session("foundation");
        session.answer(session.answers().withValue("apply", "recreate"));

        assertThatThrownBy(() -> session.apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(
                        "Container sonarr of service sonarr was made from other settings than the files have now")
                .hasMessageContaining("--accept pending:sonarr");
        session.accept(List.of("pending:sonarr"));
        assertThat(session.apply(event -> {}).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(zone()).isEqualTo("elsewhere");

        assertThat(migration().rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(zone()).isEqualTo("harbour");
    }

    private String zone() throws IOException {
        String environment = stack.engine().docker("inspect", "-f", "{{json .Config.Env}}", "sonarr");
        return environment.replaceAll("(?s).*\"ZONE=([a-z]*)\".*", "$1");
    }

    @Test
    void aCopyOfTheDirectoryDoesNotTakeTheRunningProjectOver() throws Exception {
        Path copy = Files.createTempDirectory(stack.engine().folder("small"), "copy");
        try (Stream<Path> files = Files.list(stack.directory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        SortedMap<String, String> ids = project.inspected().ids();
        VoyageProject other = new VoyageProject(new SampleStack(stack.engine(), copy, Map.of()));

        assertThatThrownBy(() -> other.migration(gateway).session("foundation").apply(event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("Containers of project harbour were made from " + stack.directory()
                        + ", and this is " + copy + ".");
        assertThat(project.inspected().ids()).isEqualTo(ids);
    }
}
