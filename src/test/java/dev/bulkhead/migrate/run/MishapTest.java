package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.restore.NormalisedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At every call that changes the engine something goes wrong: refused, done but refused, or the process ends. */
class MishapTest {

    /**
     * The calls of a whole run: create a network, bring up two groups, attach one and take it off another, remove a
     * network; more would be run in vain.
     */
    private static final int CALLS = 6;

    /** The calls of a whole way back: each of these taken back. */
    private static final int CALLS_BACK = 6;

    private final Shop shop;
    private final NormalisedState before;

    MishapTest(@TempDir Path directory) throws Exception {
        shop = new Shop(directory);
        before = shop.engineState();
    }

    static IntStream calls() {
        return IntStream.rangeClosed(1, CALLS);
    }

    static IntStream callsBack() {
        return IntStream.rangeClosed(1, CALLS_BACK);
    }

    static Stream<Object[]> crashes() {
        return calls().boxed()
                .flatMap(call -> Stream.of(Mishap.CRASH_BEFORE, Mishap.CRASH_WITHIN, Mishap.CRASH_AFTER)
                        .map(mishap -> new Object[] {mishap, call}));
    }

    private void assertAsBefore() throws Exception {
        assertThat(before.differencesTo(shop.engineState())).isEmpty();
        assertThat(shop.file()).isEqualTo(Shop.BEFORE);
    }

    @Test
    void theNumberOfCallsIsWhatTheOtherTestsAssume() throws Exception {
        shop.engine.arrange(Mishap.NONE, 0);
        shop.start();
        assertThat(shop.engine.calls()).isEqualTo(CALLS);

        shop.engine.arrange(Mishap.NONE, 0);
        shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());
        assertThat(shop.engine.calls()).isEqualTo(CALLS_BACK);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aRefusedCallIsRolledBack(int call) throws Exception {
        shop.engine.arrange(Mishap.REFUSED, call);

        RunResult result = shop.start();

        assertThat(result.issues()).singleElement().asString().endsWith("The engine refused call " + call + ".");
        assertThat(result.state()).isEqualTo(RunState.ROLLED_BACK);
        assertAsBefore();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatWorkedAndWasReportedAsFailedIsRolledBack(int call) throws Exception {
        shop.engine.arrange(Mishap.DONE_BUT_REFUSED, call);

        assertThat(shop.start().state()).isEqualTo(RunState.ROLLED_BACK);
        assertAsBefore();
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void afterACrashTheRunCanBeRolledBack(Mishap mishap, int call) throws Exception {
        shop.engine.arrange(mishap, call);
        assertThatThrownBy(shop::start).isInstanceOf(Mishap.Crash.class);

        RunRecord open = shop.history().openRun().orElseThrow();
        assertThat(open.standing()).isEqualTo(RunState.INTERRUPTED);
        RunResult back = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());

        assertThat(back.issues()).isEmpty();
        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertAsBefore();
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void afterACrashTheRunCanBeContinuedToTheSameEnd(Mishap mishap, int call) throws Exception {
        NormalisedState wanted = endOfAWholeRun();
        shop.engine.arrange(mishap, call);
        assertThatThrownBy(shop::start).isInstanceOf(Mishap.Crash.class);

        RunResult result = shop.history().run(shop.tools(), shop.record()).resume(shop::topology);

        assertThat(result.issues()).isEmpty();
        assertThat(result.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(wanted.differencesTo(shop.engineState())).isEmpty();
    }

    private NormalisedState endOfAWholeRun() throws Exception {
        Path other = Files.createDirectory(shop.directory.resolve("shop2"));
        Shop undisturbed = new Shop(other);
        undisturbed.start();
        return undisturbed.engineState();
    }

    @ParameterizedTest
    @MethodSource("callsBack")
    void aCrashOnTheWayBackIsWalkedBackAgain(int call) throws Exception {
        shop.start();
        shop.engine.arrange(Mishap.CRASH_AFTER, call);
        assertThatThrownBy(() -> shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of()))
                .isInstanceOf(Mishap.Crash.class);

        RunRecord open = shop.history().openRun().orElseThrow();
        assertThat(open.canContinue()).isFalse();
        assertThat(open.story()).contains("was cut off on the way back");
        RunResult back = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());

        assertThat(back.issues()).isEmpty();
        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertAsBefore();
    }

    @ParameterizedTest
    @MethodSource("callsBack")
    void aRefusedCallOnTheWayBackIsTriedAgainByTheNext(int call) throws Exception {
        shop.start();
        shop.engine.arrange(Mishap.REFUSED, call);
        shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());

        RunResult back = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());

        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertAsBefore();
    }
}
