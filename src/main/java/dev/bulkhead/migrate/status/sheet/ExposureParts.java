package dev.bulkhead.migrate.status.sheet;

import dev.bulkhead.migrate.report.Times;
import dev.bulkhead.migrate.status.ExposureChange;
import dev.bulkhead.migrate.status.ExposureChange.OpenPort;
import dev.bulkhead.migrate.status.ExposureChange.OpenPorts;
import dev.bulkhead.migrate.status.ExposureChange.Source;
import dev.bulkhead.migrate.status.Measured;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of the sheet about what is open on the host, before the first iteration and now. */
final class ExposureParts {

    private final Measured<ExposureChange> measured;
    private final String engine;
    private final List<Part> parts = new ArrayList<>();

    ExposureParts(Measured<ExposureChange> measured, String engine) {
        this.measured = measured;
        this.engine = engine;
    }

    List<Part> parts() {
        String how = measured.value().map(change -> change.now().source()).orElse(Source.FILES) == Source.ENGINE
                ? "asked of " + engine
                : "read from the files, for no engine answers";
        if (measured.value().isEmpty()) {
            return List.of(
                    new Part(1, "Exposure", MeasuredParts.dated(how, measured), MeasuredParts.unknown(measured)));
        }
        ExposureChange change = measured.value().get();
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(change));
        if (change.before().value().isEmpty()) {
            blocks.add(new Block.Words(new Marked(
                    Mark.UNKNOWN,
                    "Before the first iteration: " + change.before().why())));
        }
        parts.add(new Part(1, "Exposure", MeasuredParts.dated(how, measured), blocks));
        if (change.before().value().isPresent()) {
            ports("Ports Closed Since", Mark.GOOD, change.closed());
            ports("Ports Opened Since", Mark.WARNING, change.opened());
        }
        ports("Ports Open Now", Mark.NONE, change.now().ports());
        return parts;
    }

    private static Block table(ExposureChange change) {
        Optional<OpenPorts> before = change.before().value();
        OpenPorts now = change.now();
        List<List<Marked>> rows = new ArrayList<>();
        rows.add(row(
                "Published ports",
                before.map(then -> then.ports().size()),
                now.ports().size()));
        rows.add(row("Open to others than this host", before.map(OpenPorts::beyondTheHost), now.beyondTheHost()));
        if (!now.hostNetwork().isEmpty()
                || before.filter(then -> !then.hostNetwork().isEmpty()).isPresent()) {
            rows.add(List.of(
                    Marked.plain("On the host's own network, with whatever they listen on"),
                    Marked.plain(before.map(then -> names(then.hostNetwork())).orElse("not known")),
                    Marked.plain(names(now.hostNetwork()))));
        }
        return new Block.Table(
                List.of(
                        "",
                        before.map(then -> "Before, " + Times.moment(then.at())).orElse("Before"),
                        "Now, " + Times.moment(now.at())),
                rows);
    }

    private static String names(List<String> services) {
        return services.isEmpty() ? "none" : String.join(", ", services);
    }

    private static List<Marked> row(String name, Optional<Integer> before, int now) {
        return List.of(
                Marked.plain(name),
                Marked.plain(before.map(number -> Integer.toString(number)).orElse("not known")),
                Marked.plain(Integer.toString(now)));
    }

    private void ports(String heading, Mark mark, List<OpenPort> ports) {
        parts.add(new Part(
                2,
                heading + ": " + ports.size(),
                Optional.empty(),
                ports.isEmpty()
                        ? List.of()
                        : List.of(new Block.Points(ports.stream()
                                .map(port -> new Marked(mark, port.text()))
                                .toList()))));
    }
}
