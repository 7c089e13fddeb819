package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.plan.Plan;
import dev.bulkhead.migrate.plan.PlanStep;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.migrate.watch.GuardStarter;
import dev.bulkhead.ui.probation.ProbationChoice;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Choices of how a reviewed plan is carried out: under which conditions it stays, and how much at once. */
public final class RunChoices {

    /** How many services are worked on at once where that is chosen. */
    static final int SIDE_BY_SIDE = 3;

    private final ProbationChoice probation = new ProbationChoice();
    private final BooleanProperty sideBySide = new SimpleBooleanProperty(this, "sideBySide");
    private final ReadOnlyBooleanWrapper canShare = new ReadOnlyBooleanWrapper(this, "canShare");

    RunChoices() {}

    /** Whether the change takes itself back unless it is confirmed. */
    public ProbationChoice probation() {
        return probation;
    }

    /** Whether services that do not wait for each other are worked on side by side. */
    public BooleanProperty sideBySideProperty() {
        return sideBySide;
    }

    /** Whether there is more than one service that could be. */
    public ReadOnlyBooleanProperty canShareProperty() {
        return canShare.getReadOnlyProperty();
    }

    /**
     * Takes a new plan in.
     *
     * @param way service that the engine is reached through and the plan interrupts; empty where there is none
     * @param risk how much can go wrong
     */
    void propose(Plan plan, Optional<String> way, Risk risk) {
        probation.propose(way, risk);
        canShare.set(plan.steps().stream()
                        .map(PlanStep::operation)
                        .filter(operation -> operation.sharesTheEngine()
                                && !operation.services().isEmpty())
                        .flatMap(operation -> operation.services().stream())
                        .distinct()
                        .count()
                > 1);
    }

    /** Binds a session by what was chosen. */
    void bind(MigrationSession session, GuardStarter guards) {
        session.under(probation.conditions(), guards);
        session.control().sideBySide(sideBySide.get() && canShare.get() ? SIDE_BY_SIDE : 1);
    }
}
