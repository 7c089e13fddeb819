package dev.bulkhead.check.stack;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.stack.StackProject;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check of what a project would become as a stack: what {@code docker stack deploy} refuses, changes and drops, and who reaches
 * whom then. It finds nothing unless it was asked for.
 */
public final class StackCheck implements Check {

    private static final CheckRule REACH =
            new CheckRule("swarm-reach", "A stack opens and closes nothing", Severity.WARNING);

    private static final List<CheckRule> RULES =
            List.of(StackFate.REFUSED.rule(), StackFate.CHANGED.rule(), StackFate.DROPPED.rule(), REACH);

    @Override
    public String id() {
        return StackFate.REFUSED.id();
    }

    @Override
    public String title() {
        return StackFate.REFUSED.rule().title();
    }

    @Override
    public List<CheckRule> rules() {
        return RULES;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        input.notes().stack().filter(stack -> !stack.files().isEmpty()).ifPresent(stack -> run(input, stack, findings));
    }

    private static void run(CheckInput input, StackProject stack, Consumer<Finding> findings) {
        StackReach reach = new StackReach(input.topology(), input.reach());
        StackLook look = new StackLook(input, stack, reach, findings);
        new KeyPart(look).run();
        new NotePart(look).run();
        new ServicePart(look).run();
        new PortPart(look).run();
        new NetworkPart(look).run();
        new ReservationPart(look).run();
        ReachDiff all = reach.of(AsStack::all);
        if (!all.isEmpty()) {
            boolean opens = all.count(ReachChange.Kind.OPENS) + all.count(ReachChange.Kind.WIDENS) > 0;
            findings.accept(new Finding(
                    REACH.id(),
                    opens ? Severity.WARNING : Severity.INFO,
                    List.of(),
                    "As a stack the project " + StackReach.words(all) + " (" + all.pairs()
                            + (all.pairs() == 1 ? " pair" : " pairs") + " in all).",
                    Optional.empty(),
                    Optional.of("Look at the findings about networks and ports, which tell by which keys."),
                    Optional.empty()));
        }
    }
}
