package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.restore.Take;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back never loses what is not the run's, and touches the engine only when the files are settled. */
class WayBackTest {

    private static final String MINE = "# a line of my own\n";
    private static final String SAME_PLACE = "networks: [flat, inner, mine]";

    private final Shop shop;
    private final NormalisedState before;

    WayBackTest(@TempDir Path directory) throws Exception {
        shop = new Shop(directory);
        before = shop.engineState();
    }

    private Path compose() {
        return shop.directory.resolve("compose.yaml");
    }

    private void edit(String from, String to) {
        try {
            Files.writeString(compose(), shop.file().replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        edit("name: shop\n", "name: shop\n" + line);
    }

    private RunResult back() throws Exception {
        return back(Map.of());
    }

    private RunResult back(Map<String, Take> choices) throws Exception {
        return shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), choices);
    }

    private List<String> kept() throws IOException {
        Path kept = shop.directory.resolve(".bulkhead/restore-points/run-1/kept");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(kept)) {
            return files.sorted().map(WayBackTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertEngineAsBefore() throws Exception {
        assertThat(before.differencesTo(shop.engineState())).isEmpty();
    }

    @Test
    void aLineAddedAWeekAfterTheRunStaysAndACopyIsKept() throws Exception {
        shop.start();
        append(MINE);
        String mine = shop.file();

        RunResult result = back();

        assertThat(result.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(shop.file()).isEqualTo(Shop.BEFORE.replace("name: shop\n", "name: shop\n" + MINE));
        assertThat(kept()).containsExactly(mine);
        assertThat(shop.events)
                .contains(new RunEvent.Undone("Took the run's changes out of compose.yaml and kept those made since;"
                        + " what it held stands in "
                        + shop.directory.resolve(".bulkhead/restore-points/run-1/kept/compose.yaml") + "."));
        assertEngineAsBefore();
    }

    @Test
    void aLineInTheSamePlaceStopsTheWayBackBeforeAnythingIsTouched() throws Exception {
        shop.start();
        edit("networks: [flat, inner]\n    ports", SAME_PLACE + "\n    ports");
        String mine = shop.file();
        NormalisedState after = shop.engineState();

        assertThatThrownBy(this::back)
                .isInstanceOf(NoWayBackException.class)
                .hasMessage("The way back was not begun, and nothing was touched. File compose.yaml has been changed"
                        + " since, in the same place as the run had changed it (line 6 as the run wrote it). Take it as"
                        + " the run found it (--take compose.yaml=found; a copy of yours is kept), or as it is now"
                        + " (--take compose.yaml=now).");
        assertThat(shop.file()).isEqualTo(mine);
        assertThat(after.differencesTo(shop.engineState())).isEmpty();
        assertThat(shop.record().state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void theOperatorMayTakeTheFileAsTheRunFoundItAndACopyOfHisIsKept() throws Exception {
        shop.start();
        edit("networks: [flat, inner]\n    ports", SAME_PLACE + "\n    ports");
        String mine = shop.file();

        assertThat(back(Map.of("compose.yaml", Take.FOUND)).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(shop.file()).isEqualTo(Shop.BEFORE);
        assertThat(kept()).containsExactly(mine);
        assertEngineAsBefore();
    }

    @Test
    void theOperatorMayPutTheFileRightHimself() throws Exception {
        shop.start();
        String mine = Shop.BEFORE.replace("image: traefik:v3", "image: traefik:v3 # of my own");
        edit(shop.file(), mine);

        assertThat(back(Map.of("compose.yaml", Take.NOW)).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(shop.file()).isEqualTo(mine);
    }

    @Test
    void aLineAddedDuringARunThatFailsStays() throws Exception {
        shop.onlooker = event -> {
            if (event instanceof RunEvent.StepFinished done && done.step().number() == 2) {
                append(MINE);
            }
        };
        shop.engine.arrange(Mishap.REFUSED, 3);

        RunResult result = shop.start();

        assertThat(result.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(shop.file()).isEqualTo(Shop.BEFORE.replace("name: shop\n", "name: shop\n" + MINE));
        assertEngineAsBefore();
    }

    @Test
    void aLineInTheSamePlaceDuringARunThatFailsLeavesTheRunForTheOperator() throws Exception {
        shop.onlooker = event -> {
            if (event instanceof RunEvent.StepFinished done && done.step().number() == 2) {
                edit("networks: [flat, inner]\n    ports", SAME_PLACE + "\n    ports");
            }
        };
        shop.engine.arrange(Mishap.REFUSED, 3);

        RunResult result = shop.start();

        assertThat(result.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(result.issues().getFirst()).startsWith("The way back was not begun, and nothing was touched. File");
        assertThat(shop.file()).contains(SAME_PLACE);
        RunRecord open = shop.history().openRun().orElseThrow();
        assertThat(open.canContinue()).isTrue();
        shop.onlooker = event -> {};
        shop.engine.arrange(Mishap.NONE, 0);
        assertThat(back(Map.of("compose.yaml", Take.FOUND)).state()).isEqualTo(RunState.ROLLED_BACK);
        assertEngineAsBefore();
    }

    @Test
    void aServiceOfTheOperatorsThatNeedsWhatTheRunAddedStopsTheWayBack() throws Exception {
        shop.start();
        edit("networks:\n  flat: {}", "  extra:\n    image: busybox\n    networks: [inner]\nnetworks:\n  flat: {}");
        NormalisedState after = shop.engineState();

        assertThatThrownBy(this::back)
                .isInstanceOf(NoWayBackException.class)
                .hasMessageStartingWith("The way back was not begun, and nothing was touched.");
        assertThat(after.differencesTo(shop.engineState())).isEmpty();
    }

    @Test
    void aFolderThatWasMovedIsPutBackWhereItStandsNow(@TempDir Path elsewhere) throws Exception {
        shop.start();
        Path moved = elsewhere.resolve("moved");
        Files.move(shop.directory, moved);
        Shop there = shop.at(moved);

        RunResult result = there.history().run(there.tools(), there.record()).rollBack(there.topology(), Map.of());

        assertThat(result.issues()).isEmpty();
        assertThat(result.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(there.file()).isEqualTo(Shop.BEFORE);
        assertThat(before.differencesTo(there.engineState())).isEmpty();
    }

    @Test
    void aFolderThatIsNamedThroughALinkIsPutBackThroughEither(@TempDir Path elsewhere) throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), shop.directory);
        Shop named = shop.at(link);
        named.start();
        Files.delete(link);

        assertThat(back().state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(shop.file()).isEqualTo(Shop.BEFORE);
        assertEngineAsBefore();
    }

    @Test
    void whereTheFilesCannotBeWrittenTheEngineIsLeftAsItIs() throws Exception {
        shop.start();
        NormalisedState after = shop.engineState();
        Files.writeString(shop.directory.resolve(".bulkhead/transaction"), "in the way");

        RunResult result = back();

        assertThat(result.state()).isEqualTo(RunState.NEEDS_PERSON);
        assertThat(result.issues()).singleElement().asString().endsWith(" The engine was left as it is.");
        assertThat(after.differencesTo(shop.engineState())).isEmpty();
        assertThat(shop.file()).contains("networks: [flat, inner]");
    }

    @Test
    void aRunThatNeedsAPersonCanBeLeftAsItIs() throws Exception {
        shop.start();
        Files.writeString(shop.directory.resolve(".bulkhead/transaction"), "in the way");
        back();
        RunRecord open = shop.history().openRun().orElseThrow();

        shop.history().run(shop.tools(), shop.record()).leave(open.leaving());

        assertThat(open.leaving())
                .isEqualTo(
                        "Run run-1 is closed with files and engine as they stand: 10 of 10 steps are done and stay done,"
                                + " the others will not be carried out. Nothing of it is verified. Its restore point stays:"
                                + " bulkhead rollback PATH --to run-1 --yes still goes back. The next plan starts from what is"
                                + " there.");
        assertThat(shop.history().openRun()).isEmpty();
        assertThat(shop.record().state()).isEqualTo(RunState.LEFT);
        Files.delete(shop.directory.resolve(".bulkhead/transaction"));
        assertThat(back().state()).isEqualTo(RunState.ROLLED_BACK);
        assertEngineAsBefore();
    }
}
