package dev.bulkhead.migrate;

import dev.bulkhead.engine.ObservedContainer.Health;
import dev.bulkhead.engine.ObservedContainer.RunState;
import dev.bulkhead.engine.ObservedContainer.Status;
import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.migrate.iteration.Playbook;
import dev.bulkhead.migrate.live.Readiness;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes where a project stands as Markdown. */
public final class StatusPage {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    /** From this share of a resource on the page warns; the disk of the worked case stood at 88 %. */
    private static final double FULL = 0.85;

    private static final double MEBI = 1 << 20;
    private static final double GIBI = 1 << 30;

    private final ProjectStatus status;
    private final StringBuilder text = new StringBuilder();

    private StatusPage(ProjectStatus status) {
        this.status = status;
    }

    /** Returns the page. */
    public static String write(ProjectStatus status) {
        return new StatusPage(status).write();
    }

    private String write() {
        line("# " + status.project() + " Architecture Migration - Status");
        line("");
        line("**Last Updated:** " + DAY.format(status.at()));
        current();
        next();
        health();
        progress();
        commands();
        notes();
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void section(String title) {
        line("");
        line("---");
        line("");
        line("## " + title);
        line("");
    }

    private List<ProjectStatus.IterationStatus> with(ProjectStatus.Standing standing) {
        return status.iterations().stream()
                .filter(i -> i.standing() == standing)
                .toList();
    }

    private static String title(Playbook playbook) {
        return "Iteration %02d: %s".formatted(Integer.parseInt(playbook.id()), playbook.title());
    }

    private void current() {
        List<ProjectStatus.IterationStatus> done = with(ProjectStatus.Standing.COMPLETE);
        Optional<Playbook> next =
                with(ProjectStatus.Standing.NEXT).stream().findFirst().map(ProjectStatus.IterationStatus::playbook);
        String ready = next.map(p -> " - Ready for Iteration %02d".formatted(Integer.parseInt(p.id())))
                .orElse("");
        section("Current Status: "
                + (done.isEmpty()
                        ? "Nothing applied yet" + ready
                        : "✅ Iteration %02d Complete"
                                        .formatted(Integer.parseInt(
                                                done.getLast().playbook().id()))
                                + ready));
        status.openRun().ifPresent(run -> line("⚠️ " + run.story() + "\n"));
        for (ProjectStatus.IterationStatus iteration : done) {
            line("### " + title(iteration.playbook()));
            line("**Status:** ✅ **COMPLETED**  ");
            line("**Completion Date:** " + day(iteration.completed()));
            line("");
            iteration.playbook().changes().forEach(change -> line("- " + change));
            line("");
        }
    }

    private void next() {
        for (ProjectStatus.IterationStatus iteration : with(ProjectStatus.Standing.NEXT)) {
            Playbook playbook = iteration.playbook();
            section("Next: " + title(playbook));
            line("**Status:** " + (playbook.available() ? "Ready to begin" : "Not yet in this version") + "  ");
            line("**Risk Level:** " + playbook.risk().word() + "  ");
            line("**Objective:** " + playbook.objective());
            line("");
            line("### What Will Happen");
            playbook.changes().forEach(change -> line("- " + change));
            line("");
            line("### Before Starting");
            playbook.before().forEach(change -> line("- " + change));
        }
    }

    private void health() {
        section("System Health (Current)");
        if (status.health().isEmpty()) {
            line("❌ No engine answers: " + status.engineTrouble().orElse("nothing was heard of it."));
            return;
        }
        ProjectStatus.Health health = status.health().get();
        int all = health.services().size() + health.missing().size();
        long running = health.services().values().stream()
                .filter(s -> s.state() == RunState.RUNNING)
                .count();
        long checked = count(health, s -> s.health() != Health.NONE);
        long healthy = count(health, s -> s.health() == Health.HEALTHY);
        line("### Services");
        line("- **Running:** " + running + "/" + all + mark(running == all));
        line("- **Healthy:** " + healthy + "/" + checked + mark(healthy == checked));
        line("");
        health.resources().ifPresent(this::resources);
        line("### Networks");
        line("- **Total Networks:** " + health.networks());
        line("- **Segmented Networks:** " + health.segmented());
        line("- **Internal (isolated):** " + health.internal());
    }

    private void resources(ResourceUse use) {
        line("### Resources");
        line("| | Used | Of | Share |");
        line("|---|------|----|-------|");
        line("| **CPU** | " + number(use.processorShare() * use.processors()) + " | " + use.processors() + " | "
                + share(use.processorShare()) + " |");
        line(row("Memory", use.memoryUsed(), use.memory()));
        use.disk().ifPresent(disk -> line(row("Disk", disk.used(), disk.size())));
        line("");
        line("CPU and memory are those of this project's containers, the disk is the engine's.");
        line("");
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
        section("Migration Progress");
        line("| Iteration | Status | Completion Date |");
        line("|-----------|--------|-----------------|");
        for (ProjectStatus.IterationStatus iteration : status.iterations()) {
            String word = switch (iteration.standing()) {
                case COMPLETE -> "✅ Complete";
                case NEXT -> "🔜 Next";
                case PENDING -> "⏳ Pending";
            };
            line("| " + iteration.playbook().id() + ". " + iteration.playbook().title() + " | " + word + " | "
                    + day(iteration.completed()) + " |");
        }
        int done = with(ProjectStatus.Standing.COMPLETE).size();
        int all = status.iterations().size();
        line("");
        line("**Overall Progress:** " + (all == 0 ? 0 : Math.round(100.0 * done / all)) + "% (" + done + "/" + all
                + " iterations)");
    }

    private static String day(Optional<Instant> at) {
        return at.map(DAY::format).orElse("-");
    }

    private void commands() {
        section("Quick Commands");
        line("""
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
        section("Notes");
        line("### Known Issues");
        List<String> issues = status.health()
                .map(health -> health.services().entrySet().stream()
                        .filter(service -> !service.getValue().ready())
                        .map(service -> service.getKey() + " is " + Readiness.text(service.getValue()))
                        .toList())
                .orElse(List.of());
        issues.forEach(issue -> line("- " + issue));
        status.health()
                .map(ProjectStatus.Health::missing)
                .orElse(List.of())
                .forEach(service -> line("- " + service + " has no container"));
        if (issues.isEmpty()
                && status.health().filter(h -> h.missing().isEmpty()).isPresent()) {
            line("- None: every service runs, and is healthy where it can tell");
        }
    }
}
