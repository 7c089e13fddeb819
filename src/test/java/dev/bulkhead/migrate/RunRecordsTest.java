package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.verify.PreflightItem;
import dev.bulkhead.migrate.watch.Probation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of runs that are damaged, pruned or told by a wrong clock: what they still allow, and what is kept in them. */
class RunRecordsTest {

    private final PracticeMediaServer server;
    private final Migration migration;

    RunRecordsTest(@TempDir Path parent) throws Exception {
        server = new PracticeMediaServer(parent);
        migration = server.migration;
    }

    private RunOutcome apply() throws Exception {
        MigrationSession session = migration.session("foundation");
        session.answer(session.answers().withValue("apply", "recreate"));
        return session.apply(event -> {});
    }

    private List<String> standings() throws Exception {
        return migration.status().iterations().stream()
                .map(i -> i.playbook().id() + " " + i.standing())
                .toList();
    }

    @Test
    void aRunThatHadNothingToDoIsNotWhatTheWayBackTakesBack() throws Exception {
        Map<String, String> files = server.files();
        apply();
        assertThat(apply().sentence()).isEqualTo("Done and verified.");
        assertThat(migration.restorePoints()).hasSize(2);

        migration.rollback(Optional.empty(), event -> {});

        assertThat(server.files()).isEqualTo(files);
    }

    @Test
    void theReportTellsWhereTheRunStandsNow() throws Exception {
        MigrationSession session = migration.session("foundation");
        session.under(
                new Probation(Optional.of(Duration.ofSeconds(20)), Optional.empty(), Probation.OnBreak.TAKE_BACK),
                (run, places) -> {});
        RunOutcome applied = session.apply(event -> {});
        Path report = applied.reportFile().orElseThrow();
        assertThat(Files.readString(report))
                .startsWith("# Iteration 01: Network Foundation - AWAITING CONFIRMATION\n")
                .contains("**Status:** ⏳ Done and verified; it waits to be confirmed  \n");
        String body = body(Files.readString(report));

        assertThat(migration.confirmation().keep()).contains(" is kept.");

        assertThat(Files.readString(report))
                .startsWith("# Iteration 01: Network Foundation - COMPLETED\n")
                .contains("**Status:** ✅ Successfully Completed  \n")
                .contains("Kept on the operator's word at ");
        assertThat(body(Files.readString(report))).startsWith(body);
    }

    private static String body(String report) {
        return report.substring(report.indexOf("**Downtime:**"));
    }

    @Test
    void aRunThatIsUndoneWithAnEarlierOneIsReportedAsRolledBack() throws Exception {
        RunOutcome first = migration.session("foundation").apply(event -> {});
        MigrationSession ports = migration.session("ports");
        ports.accept(ports.preflight().stream().map(PreflightItem::id).collect(Collectors.toSet()));
        RunOutcome second = ports.apply(event -> {});
        Path report = second.reportFile().orElseThrow();

        RunOutcome back = migration.rollback(Optional.of(runOf(first)), event -> {});

        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Files.readString(report))
                .startsWith("# Iteration 02: Port Consolidation - ROLLED BACK\n")
                .contains("Undone with the rollback of run " + runOf(first) + ".");
    }

    private static String runOf(RunOutcome outcome) {
        return outcome.report().orElseThrow().result().run();
    }

    @Test
    void theReportIsKeptAndTellsWhatTheSeedTells() throws Exception {
        RunOutcome outcome = apply();

        assertThat(Files.readString(outcome.reportFile().orElseThrow()))
                .startsWith("# Iteration 01: Network Foundation - COMPLETED\n")
                .contains(
                        "### Networks Created (6 new networks)",
                        """
                        1. **dmz-net** (172.20.0.0/24)
                           - External-facing ingress layer
                           - Services: cloudflared, traefik
                        """,
                        "2. **frontend-net** (172.20.1.0/24) - Internal\n",
                        "- **traefik**: 5 networks (media-network, dmz-net, frontend-net, backend-net, security-net)",
                        "- **qbittorrent**: Uses gluetun's network stack",
                        "- 19 services deployed\n- 17 services reporting healthy\n- 2 services without health checks",
                        "- gluetun: `FIREWALL_OUTBOUND_SUBNETS` is `172.18.0.0/16,172.20.0.0/16,192.168.1.0/24`",
                        "11. **web-ui/docker-compose.yml** - Added web-ui: frontend-net");
    }

    @Test
    void noSecretIsInReportJournalOrAnswers() throws Exception {
        String outcome = Files.readString(apply().reportFile().orElseThrow());
        StringBuilder records = new StringBuilder(outcome);
        try (Stream<Path> all = Files.walk(server.directory.resolve(".bulkhead"))) {
            for (Path file : all.filter(f -> f.toString().matches(".*(journal\\.jsonl|\\.yml|baseline\\.json)"))
                    .toList()) {
                records.append(Files.readString(file));
            }
        }

        assertThat(records.toString()).doesNotContain("change-me");
    }

    @Test
    void theProposedFlowsAreKeptAsRules() throws Exception {
        apply();

        assertThat(Files.readString(server.directory.resolve(".bulkhead/proposed-rules.yml")))
                .contains("  - must: traefik -> jellyfin:8096\n    why: \"A route of traefik leads to it.\"\n");
    }

    private void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private Path run(String id) {
        return server.directory.resolve(".bulkhead/runs").resolve(id);
    }

    @Test
    void theOrderOfRunsDoesNotDependOnTheClock() throws Exception {
        server.now = Instant.parse("2036-01-01T00:00:00Z");
        Map<String, String> files = server.files();
        apply();
        migration.rollback(Optional.empty(), event -> {});
        server.now = Instant.parse("2026-01-05T14:02:10Z");
        apply();

        assertThat(migration.restorePoints())
                .extracting(point -> point.id())
                .containsExactly("0002-20260105-140210-1", "0001-20360101-000000-1");
        migration.rollback(Optional.empty(), event -> {});
        assertThat(server.files()).isEqualTo(files);
        assertThat(standings()).startsWith("1 NEXT", "2 PENDING");
    }

    @Test
    void aDamagedJournalOfAnOldRunIsNamedAndBlocksNothing() throws Exception {
        apply();
        migration.rollback(Optional.empty(), event -> {});
        damage(run("0001-20260105-140210-1").resolve("journal.jsonl"));

        assertThat(migration.damagedRecords())
                .singleElement()
                .satisfies(damage -> assertThat(damage.sentence()).contains(" is damaged; its other lines are read"));
        assertThat(apply().sentence()).isEqualTo("Done and verified.");
        assertThat(migration.rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
    }

    @Test
    void aRunOfAnOlderFormatIsNamedSetAsideAndBlocksNothing() throws Exception {
        Path old = Files.createDirectories(run("20250105-140210-1"));
        Path journal = Files.writeString(old.resolve("journal.jsonl"), """
                {"kind":"Opened","at":"2025-01-05T14:02:10Z","iteration":"1","steps":3}
                {"kind":"Secured","at":"2025-01-05T14:02:11Z","restorePoint":"20250105-140210-1"}
                {"kind":"Entered","at":"2025-01-05T14:02:12Z","state":"APPLYING"}
                """);
        String text = Files.readString(journal);

        assertThat(migration.openRun()).isEmpty();
        assertThat(migration.damagedRecords())
                .extracting(damage -> damage.sentence())
                .containsExactly(
                        old + " was written by an older version of Bulkhead, which alone can continue it or go back"
                                + " from it; it is left as it is, and no other run needs it.");
        assertThat(apply().sentence()).isEqualTo("Done and verified.");
        assertThat(migration.rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(Files.readString(journal)).isEqualTo(text);
    }

    @Test
    void anEmptyPlanBlocksNoWayBack() throws Exception {
        Map<String, String> files = server.files();
        NormalisedState before = server.engineState();
        apply();
        Files.writeString(run("0001-20260105-140210-1").resolve("plan"), "");

        assertThat(migration.rollback(Optional.empty(), event -> {}).state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(server.files()).isEqualTo(files);
        assertThat(before.differencesTo(server.engineState())).isEmpty();
    }

    @Test
    void aDamagedRestorePointIsRefusedBeforeAnythingIsTouched() throws Exception {
        apply();
        Map<String, String> files = server.files();
        damage(server.directory.resolve(".bulkhead/restore-points/0001-20260105-140210-1/manifest"));

        assertThatThrownBy(() -> migration.rollback(Optional.of("0001-20260105-140210-1"), event -> {}))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("Nothing was touched: ")
                .hasMessageEndingWith("it cannot be gone back to, every other one can.");
        assertThat(server.files()).isEqualTo(files);
    }

    @Test
    void noTextOfAFileIsInThePlan() throws Exception {
        apply();

        assertThat(Files.readString(run("0001-20260105-140210-1").resolve("plan")))
                .doesNotContain("change-me", "image:", "services:");
    }
}
