package dev.bulkhead.app;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.ui.live.AddressSurroundings;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Findings about a project, with what the engine's other networks use taken into account. */
final class Findings implements Function<WorkingCopy, List<Finding>> {

    private final AddressSurroundings around;
    private final Function<WorkingCopy, ReachOptions> reach;
    private final Supplier<Catalogue> catalogue;

    /**
     * Looks at projects.
     *
     * @param around what is in use around a project
     * @param reach what beside a project decides who reaches whom
     * @param catalogue what is known of images; asked away from the user interface's thread
     */
    Findings(AddressSurroundings around, Function<WorkingCopy, ReachOptions> reach, Supplier<Catalogue> catalogue) {
        this.around = around;
        this.reach = reach;
        this.catalogue = catalogue;
    }

    @Override
    public List<Finding> apply(WorkingCopy copy) {
        ComposeProject project = copy.project();
        return Checks.run(CheckInput.of(project)
                .withRulesFrom(copy::rules)
                .withAround(around.around(project).withReach(reach.apply(copy)))
                .withCatalogue(catalogue.get()));
    }
}
