package dev.bulkhead.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.plan.Operation;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.Risk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StepLanesTest {

    private final RunControl control = new RunControl();
    private final Recorder recorder = new Recorder();

    /** Carries nothing out, but remembers what began and ended, and meets where a test wants two at a time. */
    private static final class Recorder implements StepLanes.Hand {
        private final List<String> told = new ArrayList<>();
        private final Set<Integer> failing = new HashSet<>();
        private Map<Integer, CountDownLatch> meetings = Map.of();
        private boolean mayGoOn = true;

        @Override
        public synchronized boolean mayGoOn() {
            return mayGoOn;
        }

        @Override
        public boolean carryOut(PlanStep step) throws InterruptedException {
            tell("begin " + step.number());
            CountDownLatch meeting = meetings.get(step.number());
            if (meeting != null) {
                meeting.countDown();
                assertThat(meeting.await(10, TimeUnit.SECONDS))
                        .as("the step beside " + step.number())
                        .isTrue();
            }
            tell("end " + step.number());
            return !failing.contains(step.number());
        }

        private synchronized void tell(String what) {
            told.add(what);
        }
    }

    private static PlanStep step(int number, Operation operation, Integer... after) {
        return new PlanStep(number, operation, "", Risk.NONE, Duration.ZERO, List.of(after), List.of());
    }

    private static Operation recreate(String... services) {
        return new Operation.RecreateServices(List.of(services), Duration.ofSeconds(5));
    }

    private static Operation wait(String service) {
        return new Operation.WaitReady(List.of(service), Duration.ofSeconds(5));
    }

    @Test
    void oneLaneCarriesOutOneAfterTheOther() throws Exception {
        List<PlanStep> steps = List.of(step(1, recreate("a")), step(2, recreate("b")), step(3, wait("a"), 1, 2));

        assertThat(new StepLanes(steps, control, recorder).run()).isEqualTo(new StepLanes.Ending.Done());

        assertThat(recorder.told).containsExactly("begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3");
    }

    @Test
    void stepsThatDoNotWaitForEachOtherGoSideBySide() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        recorder.meetings = Map.of(1, both, 3, both);
        control.sideBySide(2);
        List<PlanStep> steps = List.of(step(1, recreate("a")), step(2, recreate("b"), 1), step(3, recreate("c")));

        assertThat(new StepLanes(steps, control, recorder).run()).isEqualTo(new StepLanes.Ending.Done());

        assertThat(recorder.told.indexOf("begin 2"))
                .as("what waits for step 1")
                .isGreaterThan(recorder.told.indexOf("end 1"));
    }

    @Test
    void whatLooksAtTheWholeAndNamespacesAreAlone() throws Exception {
        control.sideBySide(4);
        List<PlanStep> steps = List.of(
                step(1, recreate("vpn", "guest")), step(2, recreate("b")), step(3, wait("b")), step(4, recreate("c")));

        new StepLanes(steps, control, recorder).run();

        assertThat(recorder.told)
                .containsExactly("begin 1", "end 1", "begin 2", "end 2", "begin 3", "end 3", "begin 4", "end 4");
    }

    @Test
    void afterAFailureTheOthersComeToTheirEndAndNothingBegins() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        recorder.meetings = Map.of(1, both, 2, both);
        recorder.failing.addAll(List.of(1, 2));
        control.sideBySide(2);
        List<PlanStep> steps = List.of(step(1, recreate("a")), step(2, recreate("b")), step(3, recreate("c")));

        assertThat(new StepLanes(steps, control, recorder).run()).isInstanceOf(StepLanes.Ending.Failed.class);

        assertThat(recorder.told).containsExactlyInAnyOrder("begin 1", "end 1", "begin 2", "end 2");
    }

    @Test
    void nothingBeginsOnceTheOperatorWantsNoMore() throws Exception {
        recorder.mayGoOn = false;

        assertThat(new StepLanes(List.of(step(1, recreate("a"))), control, recorder).run())
                .isEqualTo(new StepLanes.Ending.Cancelled());

        assertThat(recorder.told).isEmpty();
    }
}
