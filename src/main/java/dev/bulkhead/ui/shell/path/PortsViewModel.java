package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.ports.PortOutlook;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.project.MigrationException;
import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ports that a step is about: how far each is open today and afterwards, and what its route answers at this moment. */
public final class PortsViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PortsViewModel.class);

    private final BackgroundTasks tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Ports>> ports =
            new ReadOnlyObjectWrapper<>(this, "ports", Optional.empty());
    private Optional<MigrationSession> session = Optional.empty();
    /** Counts what was asked for, so that answers that nobody waits for any more are dropped. */
    private int asked;

    PortsViewModel(BackgroundTasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * What is known of the ports.
     *
     * @param at when they were looked at
     * @param closing those that go, in order
     * @param staying those that stay open
     * @param routes routes that lead to none of them
     * @param away how long services are away in all, one after the other; empty where no plan can be made
     * @param trouble why nothing is known; empty text for no trouble
     */
    record Ports(
            Instant at,
            List<PortRow> closing,
            List<PortRow> staying,
            List<PortRow> routes,
            Optional<Duration> away,
            String trouble) {

        Ports {
            closing = List.copyOf(closing);
            staying = List.copyOf(staying);
            routes = List.copyOf(routes);
        }

        Stream<PortRow> all() {
            return Stream.of(closing, staying, routes).flatMap(List::stream);
        }

        /** Returns the ports that are open today, widest open first. */
        List<PortOutlook.Port> today() {
            return Stream.concat(closing.stream(), staying.stream())
                    .flatMap(row -> row.port().stream())
                    .sorted((one, other) -> one.reach().compareTo(other.reach()))
                    .toList();
        }

        /** Returns the ports that are open afterwards, widest open first. */
        List<PortOutlook.Port> after() {
            return today().stream().filter(port -> !port.fate().closes()).toList();
        }

        /** Returns how many routes give no answer. */
        long silent() {
            return all().filter(row -> row.answerProperty().get().kind() == PortRow.Kind.SILENT)
                    .count();
        }
    }

    /** The ports; empty while they are not known or no step is about ports. */
    ReadOnlyObjectProperty<Optional<Ports>> portsProperty() {
        return ports.getReadOnlyProperty();
    }

    /** Looks at the ports that a step is about, and asks their routes. */
    void open(Migration migration, String iteration) {
        close();
        try {
            session = Optional.of(migration.session(iteration));
            look();
        } catch (MigrationException e) {
            LOG.warn("The ports are not known: {}", e.getMessage());
        }
    }

    /** Looks at none any more. */
    void close() {
        asked++;
        session = Optional.empty();
        ports.set(Optional.empty());
    }

    /** Looks again, and asks again. */
    void look() {
        asked++;
        int now = asked;
        session.ifPresent(open -> tasks.start(
                progress -> read(open),
                found -> {
                    if (now == asked) {
                        ports.set(Optional.of(found));
                        ask(open, found.all().filter(PortRow::canBeAsked).toList(), 0, now);
                    }
                },
                failure -> {
                    if (now == asked) {
                        ports.set(Optional.of(new Ports(
                                clock.instant(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                String.valueOf(failure.getMessage()))));
                    }
                }));
    }

    private Ports read(MigrationSession open) throws MigrationException {
        PortOutlook outlook = open.ports();
        Optional<Plan> plan = plan(open);
        return new Ports(
                clock.instant(),
                outlook.ports().stream()
                        .filter(port -> port.fate().closes())
                        .map(port -> PortRow.of(port, outage(plan, port)))
                        .toList(),
                outlook.ports().stream()
                        .filter(port -> !port.fate().closes())
                        .map(port -> PortRow.of(port, Words.of("portsviewmodel.none")))
                        .toList(),
                outlook.routes().stream().map(PortRow::of).toList(),
                plan.map(Plan::interruption),
                "");
    }

    private static Optional<Plan> plan(MigrationSession open) {
        try {
            return Optional.of(open.review().plan());
        } catch (MigrationException e) {
            // the ports are worth a look all the same
            LOG.info("There is no plan yet: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String outage(Optional<Plan> plan, PortOutlook.Port port) {
        return plan.map(known -> known.steps().stream()
                        .filter(step -> step.operation().services().contains(port.service()))
                        .map(step -> step.interruption())
                        .reduce(Duration.ZERO, Duration::plus))
                .map(time -> time.isZero() ? Words.of("portsviewmodel.none") : Math.max(1, time.toSeconds()) + " s")
                .orElse("");
    }

    /** One route after the other: each question runs inside the proxy's container. */
    private void ask(MigrationSession open, List<PortRow> rows, int index, int now) {
        if (index >= rows.size() || now != asked) {
            return;
        }
        PortRow row = rows.get(index);
        tasks.start(
                progress -> open.ask(row.route().orElseThrow()),
                result -> answered(open, rows, index, now, PortRow.RouteAnswer.of(result)),
                failure -> answered(
                        open,
                        rows,
                        index,
                        now,
                        new PortRow.RouteAnswer(PortRow.Kind.UNKNOWN, String.valueOf(failure.getMessage()))));
    }

    private void answered(MigrationSession open, List<PortRow> rows, int index, int now, PortRow.RouteAnswer answer) {
        if (now == asked) {
            rows.get(index).answerProperty().set(answer);
            ask(open, rows, index + 1, now);
        }
    }
}
