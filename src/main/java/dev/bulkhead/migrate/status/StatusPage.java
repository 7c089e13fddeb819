package dev.bulkhead.migrate.status;

import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.observed.ObservedContainer.Health;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedContainer.Status;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.report.MarkdownText;
import dev.bulkhead.migrate.report.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Page that tells where a project stands, as Markdown. */
public final class StatusPage {

    /** From this share of a resource on the page warns; the disk of the worked case stood at 88 %. */
    private static final double FULL = 0.85;

    private static final double MEBI = 1 << 20;
    private static final double GIBI = 1 << 30;

    private final ProjectStatus status;
    private final Optional<List<Drift>> differences;
    private final Optional<String> probation;
    private final MarkdownText page = new MarkdownText();

    private StatusPage(ProjectStatus status, Optional<List<Drift>> differences, Optional<String> probation) {
        this.status = status;
        this.differences = differences;
        this.probation = probation;
    }

    /**
     * Returns the page.
     *
     * @param differences how files and engine differ; empty when no engine answers
     * @param probation what is said of a run that is on probation, with the time that is left
     */
    public static String write(ProjectStatus status, Optional<List<Drift>> differences, Optional<String> probation) {
        return new StatusPage(status, differences, probation).write();
    }

    private String write() {
        page.line("# " + status.project() + " Architecture Migration - Status");
        page.line("");
        page.line("**Last Updated:** " + Times.day(status.at()));
        current();
        next();
        health();
        differences.ifPresent(this::differences);
        progress();
        commands();
        notes();
        return page.toString();
    }

    private List<ProjectStatus.IterationStatus> with(ProjectStatus.Standing standing) {
        return status.iterations().stream()
                .filter(i -> i.standing() == standing)
                .toList();
    }

    private void current() {
        List<ProjectStatus.IterationStatus> done = with(ProjectStatus.Standing.COMPLETE);
        Optional<Playbook> next =
                with(ProjectStatus.Standing.NEXT).stream().findFirst().map(ProjectStatus.IterationStatus::playbook);
        String ready = next.map(p -> " - Ready for " + p.shortHeading()).orElse("");
        page.section("Current Status: "
                + (done.isEmpty()
                        ? "Nothing applied yet" + ready
                        : "✅ " + done.getLast().playbook().shortHeading() + " Complete" + ready));
        if (done.stream().anyMatch(ProjectStatus.IterationStatus::practice)) {
            page.line("🧪 What is practised was carried out on the practice engine: the files are real, the containers"
                    + " are not.\n");
        }
        status.openRun().ifPresent(run -> page.line("⚠️ " + run.story() + "\n"));
        probation.ifPresent(sentence -> page.line("⏳ " + sentence + "\n"));
        for (ProjectStatus.IterationStatus iteration : done) {
            page.line("### " + iteration.playbook().heading());
            page.line("**Status:** ✅ **COMPLETED**  ");
            page.line("**Completion Date:** " + day(iteration.completed()));
            page.line("");
            iteration.playbook().changes().forEach(change -> page.line("- " + change));
            page.line("");
        }
    }

    private void next() {
        for (ProjectStatus.IterationStatus iteration : with(ProjectStatus.Standing.NEXT)) {
            Playbook playbook = iteration.playbook();
            page.section("Next: " + playbook.heading());
            page.line("**Status:** " + (playbook.available() ? "Ready to begin" : "Not yet in this version") + "  ");
            page.line("**Risk Level:** " + playbook.risk().word() + "  ");
            page.line("**Objective:** " + playbook.objective());
            page.line("");
            page.line("### What Will Happen");
            playbook.changes().forEach(change -> page.line("- " + change));
            page.line("");
            page.line("### Before Starting");
            playbook.before().forEach(change -> page.line("- " + change));
        }
    }

    private void health() {
        page.section("System Health (Current)");
        if (status.health().isEmpty()) {
            page.line("❌ No engine answers: " + status.engineTrouble().orElse("nothing was heard of it."));
            return;
        }
        ProjectStatus.Health health = status.health().get();
        int all = health.services().size() + health.missing().size();
        long running = health.services().values().stream()
                .filter(s -> s.state() == RunState.RUNNING)
                .count();
        long checked = count(health, s -> s.health() != Health.NONE);
        long healthy = count(health, s -> s.health() == Health.HEALTHY);
        page.line("### Services");
        page.line("- **Running:** " + running + "/" + all + mark(running == all));
        page.line("- **Healthy:** " + healthy + "/" + checked + mark(healthy == checked));
        page.line("");
        health.resources().ifPresent(this::resources);
        page.line("### Networks");
        page.line("- **Total Networks:** " + health.networks());
        page.line("- **Segmented Networks:** " + health.segmented());
        page.line("- **Internal (isolated):** " + health.internal());
    }

    private void differences(List<Drift> found) {
        page.section("Files and Engine");
        if (found.isEmpty()) {
            page.line("✅ Files and engine agree.");
            return;
        }
        List<Drift> pending = found.stream().filter(Drift::pending).toList();
        List<Drift> drift = found.stream().filter(one -> !one.pending()).toList();
        sentences("Pending Changes", pending);
        if (!pending.isEmpty() && !drift.isEmpty()) {
            page.line("");
        }
        sentences("Drift", drift);
    }

    private void sentences(String heading, List<Drift> found) {
        if (!found.isEmpty()) {
            page.line("### " + heading);
            found.forEach(drift -> page.line("- ⚠️ " + drift.sentence()));
        }
    }

    private void resources(ResourceUse use) {
        page.line("### Resources");
        page.line("| | Used | Of | Share |");
        page.line("|---|------|----|-------|");
        page.line("| **CPU** | " + number(use.processorShare() * use.processors()) + " | " + use.processors() + " | "
                + share(use.processorShare()) + " |");
        page.line(row("Memory", use.memoryUsed(), use.memory()));
        use.disk().ifPresent(disk -> page.line(row("Disk", disk.used(), disk.size())));
        page.line("");
        page.line("CPU and memory are those of this project's containers, the disk is the engine's.");
        page.line("");
    }

    private static String row(String name, long used, long size) {
        return "| **" + name + "** | " + bytes(used) + " | " + bytes(size) + " | "
                + share(size == 0 ? 0 : (double) used / size) + " |";
    }

    private static String share(double share) {
        return Math.round(share * 100) + "%" + mark(share < FULL);
    }

    private static String bytes(long bytes) {
        return bytes < GIBI ? number(bytes / MEBI) + " MiB" : number(bytes / GIBI) + " GiB";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number);
    }

    private static long count(ProjectStatus.Health health, Predicate<Status> wanted) {
        return health.services().values().stream().filter(wanted).count();
    }

    private static String mark(boolean good) {
        return good ? " ✅" : " ⚠️";
    }

    private void progress() {
        page.section("Migration Progress");
        page.line("| Iteration | Status | Completion Date |");
        page.line("|-----------|--------|-----------------|");
        for (ProjectStatus.IterationStatus iteration : status.iterations()) {
            String word = switch (iteration.standing()) {
                case COMPLETE -> iteration.practice() ? "✅ Practised" : "✅ Complete";
                case NEXT -> "🔜 Next";
                case PENDING -> "⏳ Pending";
                case SKIPPED -> "➖ Skipped";
            };
            page.line("| " + iteration.playbook().id() + ". "
                    + iteration.playbook().title() + " | " + word + " | " + day(iteration.completed()) + " |");
        }
        int done = with(ProjectStatus.Standing.COMPLETE).size();
        int all = status.iterations().size()
                - with(ProjectStatus.Standing.SKIPPED).size();
        status.pathTrouble().ifPresent(trouble -> {
            page.line("");
            page.line("⚠️ Playbooks of your own are not listed: " + trouble);
        });
        page.line("");
        page.line("**Overall Progress:** " + (all == 0 ? 0 : Math.round(100.0 * done / all)) + "% (" + done + "/" + all
                + " iterations)");
    }

    private static String day(Optional<Instant> at) {
        return at.map(Times::day).orElse("-");
    }

    private void commands() {
        page.section("Quick Commands");
        page.line("""
            ### Check System Status
            ```bash
            docker compose ps
            docker network ls --filter label=dev.bulkhead.project=%s
            ```

            ### View Service Health
            ```bash
            docker compose ps --format "table {{.Service}}\\t{{.Status}}"
            ```

            ### Check Resource Usage
            ```bash
            docker stats --no-stream
            ```

            ### Way Back
            ```bash
            bulkhead rollback . --yes
            ```\
            """.formatted(status.project()));
    }

    private void notes() {
        page.section("Notes");
        page.line("### Known Issues");
        List<String> issues = status.health()
                .map(health -> health.services().entrySet().stream()
                        .filter(service -> !health.ready(service.getKey()))
                        .map(service -> service.getKey() + " is "
                                + service.getValue().text()
                                + (health.cutOff().contains(service.getKey()) ? ", without any network" : ""))
                        .toList())
                .orElse(List.of());
        issues.forEach(issue -> page.line("- " + issue));
        status.health()
                .map(ProjectStatus.Health::missing)
                .orElse(List.of())
                .forEach(service -> page.line("- " + service + " has no container"));
        if (issues.isEmpty()
                && status.health().filter(h -> h.missing().isEmpty()).isPresent()) {
            page.line("- None: every service runs, and is healthy where it can tell");
        }
    }
}
