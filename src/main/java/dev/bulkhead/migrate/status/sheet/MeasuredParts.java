package dev.bulkhead.migrate.status.sheet;

import dev.bulkhead.engine.ResourceUse;
import dev.bulkhead.engine.drift.Drift;
import dev.bulkhead.engine.stream.ByteWords;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.ProjectHealth;
import dev.bulkhead.migrate.status.ProxyDiscovery;
import dev.bulkhead.migrate.status.ProxyDiscovery.Way;
import dev.bulkhead.migrate.status.StatusReport;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Dated;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parts of the sheet whose figures are measured: health, proxies, resources, networks, files against engine. */
final class MeasuredParts {

    /** From this share of a resource on the sheet warns; the disk of the worked case stood at 88 %. */
    static final double FULL = 0.85;

    private final StatusReport report;
    private final String engine;
    private final List<Part> parts = new ArrayList<>();

    MeasuredParts(StatusReport report) {
        this.report = report;
        this.engine = report.health()
                .value()
                .map(health -> health.engine().name() + " " + health.engine().version())
                .orElse("the engine");
    }

    List<Part> parts() {
        add(1, "System Health (Current)", Optional.empty(), List.of());
        services();
        proxies();
        resources();
        networks();
        parts.add(new PerformancePart(report.performance(), engine).part());
        parts.addAll(new ExposureParts(report.exposure(), engine).parts());
        differences();
        return parts;
    }

    private void add(int level, String heading, Optional<Dated> dated, List<Block> blocks) {
        parts.add(new Part(level, heading, dated, blocks));
    }

    static Optional<Dated> dated(String how, Measured<?> measured) {
        return Optional.of(new Dated(measured.value().isPresent() ? how : "looked", measured.at()));
    }

    /** What is not known is said to be so. */
    static List<Block> unknown(Measured<?> measured) {
        return List.of(new Block.Words(new Marked(Mark.UNKNOWN, "Not known: " + measured.why())));
    }

    private void services() {
        Measured<ProjectHealth> health = report.health();
        add(
                2,
                "Services",
                dated("asked of " + engine, health),
                health.value()
                        .map(seen -> List.<Block>of(new Block.Figures(counted(seen))))
                        .orElseGet(() ->
                                List.of(new Block.Words(new Marked(Mark.BAD, "No engine answers: " + health.why())))));
    }

    private static List<Fact> counted(ProjectHealth seen) {
        return List.of(ratio("Running", seen.running(), seen.all()), ratio("Healthy", seen.healthy(), seen.checked()));
    }

    private static Fact ratio(String name, int good, int all) {
        return new Fact(name, new Marked(good == all ? Mark.GOOD : Mark.WARNING, good + "/" + all));
    }

    private void proxies() {
        Measured<ProxyDiscovery> proxies = report.proxies();
        add(
                2,
                "Proxy Discovery",
                dated(
                        report.health().value().isPresent()
                                ? "read from the files, and each route asked"
                                : "read from the files; no route was asked",
                        proxies),
                proxies.value().map(MeasuredParts::discovered).orElseGet(() -> unknown(proxies)));
    }

    private static List<Block> discovered(ProxyDiscovery discovery) {
        if (discovery.proxies().isEmpty()) {
            return List.of(
                    new Block.Words(Marked.plain("The project runs no reverse proxy and no tunnel that is known.")));
        }
        // who leads there is said where it can be one or the other
        boolean several = discovery.proxies().stream()
                        .filter(proxy -> !proxy.leads().isEmpty())
                        .count()
                > 1;
        List<Block> blocks = new ArrayList<>();
        List<Fact> figures = new ArrayList<>();
        List<List<Marked>> rows = new ArrayList<>();
        List<Marked> unseen = new ArrayList<>();
        for (ProxyDiscovery.Proxy proxy : discovery.proxies()) {
            figures.add(new Fact(
                    proxy.service() + " (" + proxy.software() + ") Discovery", new Marked(mark(proxy), figure(proxy))));
            proxy.leads()
                    .forEach(lead -> rows.add(List.of(
                            Marked.plain(lead.takes()),
                            Marked.plain((several ? proxy.service() + " → " : "") + lead.target()),
                            new Marked(mark(lead.way()), lead.words()))));
            proxy.unseen().forEach(sentence -> unseen.add(new Marked(Mark.UNKNOWN, sentence)));
        }
        blocks.add(new Block.Figures(figures));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(List.of("Route", "Leads To", "Found"), rows));
        }
        if (!unseen.isEmpty()) {
            blocks.add(new Block.Points(unseen));
        }
        return blocks;
    }

    private static String figure(ProxyDiscovery.Proxy proxy) {
        int unasked = proxy.with(Way.UNASKED).size();
        int told = proxy.leads().size() - unasked;
        if (told == 0) {
            return unasked == 0
                    ? proxy.unseen().isEmpty() ? "no route" : "routes not known"
                    : unasked + (unasked == 1 ? " route" : " routes") + ", not asked";
        }
        return proxy.with(Way.ANSWERS).size() + "/" + told + (unasked == 0 ? "" : ", " + unasked + " not asked");
    }

    private static Mark mark(ProxyDiscovery.Proxy proxy) {
        int told = proxy.leads().size() - proxy.with(Way.UNASKED).size();
        if (told == 0) {
            return proxy.leads().isEmpty() && proxy.unseen().isEmpty() ? Mark.NONE : Mark.UNKNOWN;
        }
        return proxy.with(Way.ANSWERS).size() == told ? Mark.GOOD : Mark.WARNING;
    }

    private static Mark mark(Way way) {
        return switch (way) {
            case ANSWERS -> Mark.GOOD;
            case SILENT -> Mark.WARNING;
            case NOWHERE -> Mark.BAD;
            case UNASKED -> Mark.UNKNOWN;
        };
    }

    private void resources() {
        Measured<ResourceUse> resources = report.resources();
        add(
                2,
                "Resources",
                dated("measured over a second by " + engine, resources),
                resources.value().map(MeasuredParts::used).orElseGet(() -> unknown(resources)));
    }

    private static List<Block> used(ResourceUse use) {
        List<List<Marked>> rows = new ArrayList<>();
        rows.add(List.of(
                Marked.plain("CPU"),
                Marked.plain(number(use.processorShare() * use.processors())),
                Marked.plain(Integer.toString(use.processors())),
                share(use.processorShare())));
        rows.add(row("Memory", use.memoryUsed(), use.memory()));
        use.disk().ifPresent(disk -> rows.add(row("Disk", disk.used(), disk.size())));
        return List.of(
                new Block.Table(List.of("", "Used", "Of", "Share"), rows),
                new Block.Words(Marked.plain("CPU and memory are those of this project's containers; "
                        + (use.disk().isPresent()
                                ? "the disk is the engine's."
                                : "the disk is not known, for the engine is not on this machine."))));
    }

    private static List<Marked> row(String name, long used, long size) {
        return List.of(
                Marked.plain(name),
                Marked.plain(ByteWords.of(used)),
                Marked.plain(ByteWords.of(size)),
                share(size == 0 ? 0 : (double) used / size));
    }

    private static Marked share(double share) {
        return new Marked(share < FULL ? Mark.GOOD : Mark.WARNING, Math.round(share * 100) + "%");
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number);
    }

    private void networks() {
        Measured<ProjectHealth.Networks> networks = report.health().map(ProjectHealth::networks);
        add(
                2,
                "Networks",
                dated("asked of " + engine, networks),
                networks.value()
                        .map(seen -> List.<Block>of(new Block.Figures(List.of(
                                number("Total Networks", seen.all()),
                                number("Segmented Networks", seen.segmented()),
                                number("Internal (isolated)", seen.internal())))))
                        .orElseGet(() -> unknown(networks)));
    }

    private static Fact number(String name, int number) {
        return new Fact(name, Marked.plain(Integer.toString(number)));
    }

    private void differences() {
        Measured<List<Drift>> differences = report.differences();
        List<Block> blocks = differences.value().isEmpty()
                ? unknown(differences)
                : differences.value().get().isEmpty()
                        ? List.of(new Block.Words(new Marked(Mark.GOOD, "Files and engine agree.")))
                        : List.of();
        add(1, "Files and Engine", dated("files compared with " + engine, differences), blocks);
        sentences("Pending Changes", report.pending());
        sentences("Drift", report.drift());
    }

    private void sentences(String heading, List<Drift> found) {
        if (!found.isEmpty()) {
            add(
                    2,
                    heading,
                    Optional.empty(),
                    List.of(new Block.Points(found.stream()
                            .map(one -> new Marked(Mark.WARNING, one.sentence()))
                            .toList())));
        }
    }
}
