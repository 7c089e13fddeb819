package dev.bulkhead.ui.probation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.live.Downtime;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.migrate.watch.BreakMeter;
import dev.bulkhead.migrate.watch.GuardObservation;
import dev.bulkhead.migrate.watch.Probation;
import dev.bulkhead.migrate.watch.WatchStretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeStripTest {

    private static final Instant NOW = Instant.parse("2026-11-28T14:06:40Z");
    private static final String FLOW = "traefik -> sonarr:8989";

    @Test
    void thereIsNoneBeforeTheGuardHasLooked() {
        assertThat(ProbeStrip.of(run(List.of()), ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void itReachesFromTheBeginningOfTheWatchToItsEnd() {
        ProbeStrip strip =
                ProbeStrip.of(run(List.of(held(0, 100))), ZoneOffset.UTC).orElseThrow();

        assertThat(strip.now()).isEqualTo(0.25);
        assertThat(strip.marks())
                .containsExactly(
                        new ProbeStrip.Mark(0, "14:05:00"),
                        new ProbeStrip.Mark(0.25, "14:06:40"),
                        new ProbeStrip.Mark(0.5, "14:08:20"),
                        new ProbeStrip.Mark(0.75, "14:10:00"),
                        new ProbeStrip.Mark(1, "14:11:40"));
        assertThat(strip.breaks()).isEmpty();
    }

    @Test
    void whatFailedStandsWhereItFailedWithWhatItWas() {
        ProbeStrip strip = ProbeStrip.of(
                        run(List.of(
                                held(0, 40),
                                new WatchStretch(at(40), at(44), true, List.of(FLOW)),
                                new WatchStretch(at(44), at(48), true, List.of(FLOW, "sonarr")),
                                held(48, 80),
                                new WatchStretch(at(80), at(100), false, List.of()))),
                        ZoneOffset.UTC)
                .orElseThrow();

        assertThat(strip.parts())
                .containsExactly(
                        new ProbeStrip.Part(0, 0.1, ProbeStrip.Kind.HELD, 0, "14:05:00 to 14:05:40: everything held"),
                        new ProbeStrip.Part(
                                0.1,
                                0.11,
                                ProbeStrip.Kind.FAILED,
                                1,
                                "14:05:40 to 14:05:44: traefik -> sonarr:8989 failed"),
                        new ProbeStrip.Part(
                                0.11,
                                0.12,
                                ProbeStrip.Kind.FAILED,
                                2,
                                "14:05:44 to 14:05:48: traefik -> sonarr:8989, sonarr failed"),
                        new ProbeStrip.Part(
                                0.12, 0.2, ProbeStrip.Kind.HELD, 0, "14:05:48 to 14:06:20: everything held"),
                        new ProbeStrip.Part(
                                0.2,
                                0.25,
                                ProbeStrip.Kind.UNKNOWN,
                                0,
                                "14:06:20 to 14:06:40: the engine gave no answer"));
        assertThat(strip.breaks())
                .containsExactly(
                        new ProbeStrip.Break(FLOW, "14:05:40 to 14:05:48, 8 s"),
                        new ProbeStrip.Break("sonarr", "14:05:44 to 14:05:48, 4 s"));
        assertThat(strip.summary()).isEqualTo("12 of 4000 probes failed since the last operation");
    }

    @Test
    void theRunStandsBeforeTheWatchWithWhoWasAwayInIt() {
        Downtime away = new Downtime(Duration.ofMillis(1400), Duration.ofMillis(2100));
        ProbeStrip strip = ProbeStrip.of(
                        run(
                                List.of(held(0, 100)),
                                List.of(
                                        step(1, "create network dmz-net", "14:02:30", "14:02:40", Map.of()),
                                        step(2, "recreate sonarr", "14:02:40", "14:03:20", Map.of("sonarr", away)),
                                        step(3, "wait", "14:03:20", "14:04:10", Map.of()))),
                        ZoneOffset.UTC)
                .orElseThrow();

        // 100 s of operations before 400 s of watch
        assertThat(strip.border()).isEqualTo(0.2);
        assertThat(strip.summary())
                .isEqualTo("3 operations, 1 service away; 12 of 4000 probes failed since the last operation");
        assertThat(strip.parts())
                .containsExactly(
                        new ProbeStrip.Part(
                                0, 0.02, ProbeStrip.Kind.OPERATION, 0, "14:02:30, step 1: create network dmz-net"),
                        new ProbeStrip.Part(
                                0.02,
                                0.1,
                                ProbeStrip.Kind.AWAY,
                                1,
                                "14:02:40, step 2: recreate sonarr, sonarr away for 2.1 s"),
                        new ProbeStrip.Part(0.1, 0.2, ProbeStrip.Kind.OPERATION, 0, "14:03:20, step 3: wait"),
                        new ProbeStrip.Part(
                                0.2, 0.4, ProbeStrip.Kind.HELD, 0, "14:05:00 to 14:06:40: everything held"));
        assertThat(strip.now()).isEqualTo(0.4);
        assertThat(strip.marks())
                .startsWith(new ProbeStrip.Mark(0, "14:02:30"), new ProbeStrip.Mark(0.2, "14:05:00"))
                .endsWith(new ProbeStrip.Mark(1, "14:11:40"));
    }

    @Test
    void aRunOfSecondsIsSeenBesideAWatchOfMinutes() {
        ProbeStrip strip = ProbeStrip.of(
                        run(List.of(held(0, 100)), List.of(step(1, "wait", "14:04:59", "14:05:00", Map.of()))),
                        ZoneOffset.UTC)
                .orElseThrow();

        assertThat(strip.border()).isEqualTo(0.15);
    }

    private static RunRecord.PassedStep step(
            int number, String text, String from, String until, Map<String, Downtime> away) {
        return new RunRecord.PassedStep(
                number,
                text,
                Instant.parse("2026-11-28T" + from + "Z"),
                Instant.parse("2026-11-28T" + until + "Z"),
                away);
    }

    private static OnProbation run(List<WatchStretch> seen) {
        return run(seen, List.of());
    }

    private static WatchStretch held(int from, int until) {
        return new WatchStretch(at(from), at(until), true, List.of());
    }

    private static OnProbation run(List<WatchStretch> seen, List<RunRecord.PassedStep> passed) {
        return new OnProbation(
                "0001-1",
                "1",
                RunState.AWAITING_CONFIRMATION,
                new Probation(Optional.of(at(400)), Optional.of(at(400)), Probation.OnBreak.TAKE_BACK),
                Optional.empty(),
                true,
                passed,
                Optional.of(new GuardObservation(
                        NOW,
                        at(300),
                        new BreakMeter.Tally(4000, 12, 48, 48, 19, 19),
                        List.of(),
                        seen,
                        Optional.empty())));
    }

    private static Duration at(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
