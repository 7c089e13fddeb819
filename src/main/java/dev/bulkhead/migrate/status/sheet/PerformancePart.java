package dev.bulkhead.migrate.status.sheet;

import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.Performance;
import dev.bulkhead.migrate.status.Performance.Running;
import dev.bulkhead.migrate.status.Performance.Timings;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Dated;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Part of the sheet about how quickly and steadily a project answers. */
final class PerformancePart {

    private final Performance performance;
    private final String engine;
    private final List<Fact> figures = new ArrayList<>();
    private final List<Marked> sentences = new ArrayList<>();

    PerformancePart(Performance performance, String engine) {
        this.performance = performance;
        this.engine = engine;
    }

    Part part() {
        pages(performance.pages());
        running(performance.running());
        network(performance.network());
        List<Block> blocks = new ArrayList<>();
        if (!figures.isEmpty()) {
            blocks.add(new Block.Figures(figures));
        }
        blocks.add(new Block.Points(sentences));
        return new Part(
                2,
                "Performance",
                Optional.of(new Dated(
                        "measured from this machine and by " + engine,
                        performance.pages().at())),
                blocks);
    }

    private void figure(String name, String value) {
        figures.add(new Fact(name, Marked.plain(value)));
    }

    private void pages(Measured<Timings> pages) {
        pages.value().ifPresent(seen -> {
            figure("Avg Response Time", Performance.words(seen.mean()));
            sentences.add(Marked.plain("Response time: " + seen.measured()
                    + (seen.measured() == 1 ? " published port, asked once" : " published ports, asked once each")
                    + "; "
                    + Performance.words(seen.longest()) + " at most, " + seen.slowest() + "."));
        });
        unknown("Response time", pages);
    }

    private void running(Measured<Running> running) {
        running.value().ifPresent(seen -> {
            figure("All Up Since", Times.moment(seen.since()));
            figure("Restarts by the Engine", Integer.toString(seen.restarts()));
        });
        unknown("Steadiness", running);
        sentences.add(new Marked(
                Mark.UNKNOWN, "Service uptime as a share of time: not measured, for between two looks nobody looks."));
    }

    private void network(Measured<Timings> network) {
        network.value().ifPresent(seen -> {
            figure("Network Latency", Performance.words(seen.mean()));
            sentences.add(Marked.plain("Network latency: one ping between two containers on each of " + seen.measured()
                    + (seen.measured() == 1 ? " network" : " networks") + "; "
                    + Performance.words(seen.longest()) + " at most, " + seen.slowest() + "."));
        });
        unknown("Network latency", network);
    }

    private void unknown(String name, Measured<?> measured) {
        if (measured.value().isEmpty()) {
            sentences.add(new Marked(Mark.UNKNOWN, name + ": not measured. " + measured.why()));
        }
    }
}
