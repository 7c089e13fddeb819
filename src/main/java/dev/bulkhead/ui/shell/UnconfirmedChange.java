package dev.bulkhead.ui.shell;

import dev.bulkhead.migrate.run.RunState;
import dev.bulkhead.migrate.status.OnProbation;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.probation.ProbationViewModel;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.words.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Question before a project is left whose change waits to be confirmed: what becomes of it without an answer, and when. */
final class UnconfirmedChange {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ProbationViewModel probation;
    private final Dialogs dialogs;
    private final WindowServices services;
    private final BooleanSupplier practice;

    /**
     * Asks about the change of a project.
     *
     * @param practice whether it was made on the practice engine, whose guard ends with the project
     */
    UnconfirmedChange(
            ProbationViewModel probation, Dialogs dialogs, WindowServices services, BooleanSupplier practice) {
        this.probation = probation;
        this.dialogs = dialogs;
        this.services = services;
        this.practice = practice;
    }

    /** Does something, after asking where a change waits for the operator's word. */
    void askBefore(Runnable then) {
        Optional<OnProbation> waits =
                probation.runProperty().get().filter(run -> run.state() == RunState.AWAITING_CONFIRMATION);
        if (waits.isEmpty()) {
            then.run();
            return;
        }
        dialogs.ask(
                Words.of("unconfirmedchange.a-change-waits-for-your"),
                Words.of("unconfirmedchange.it-is-done-and-not", without(waits.get())),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("unconfirmedchange.keep-it-and-leave"),
                                Choice.Kind.OTHER,
                                () -> probation.keep(then)),
                        new Choice(Words.of("unconfirmedchange.leave-it-unconfirmed"), Choice.Kind.DEFAULT, then)));
    }

    private String without(OnProbation run) {
        if (practice.getAsBoolean()) {
            return Words.of("unconfirmedchange.the-guard-of-a-practice");
        }
        if (!run.guarded()) {
            return Words.of("unconfirmedchange.its-guard-is-gone-so");
        }
        Instant now = services.clock().instant();
        return run.left(now)
                .map(left -> Words.of(
                        "unconfirmedchange.its-guard-goes-on-until",
                        CLOCK.format(now.plus(left).atZone(services.zone()))))
                .orElseGet(() -> Words.of("unconfirmedchange.its-guard-goes-on"));
    }
}
