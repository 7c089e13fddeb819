package dev.bulkhead.app;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.ui.live.AddressSurroundings;
import dev.bulkhead.workspace.BaselineFile;
import dev.bulkhead.workspace.WorkingCopy;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Findings about a project, with what the engine's other networks use taken into account. */
final class Findings implements Function<WorkingCopy, List<Finding>> {

    private final AddressSurroundings around;
    private final Function<WorkingCopy, ReachOptions> reach;
    private final Supplier<Catalogue> catalogue;
    private final InstantSource clock;

    /**
     * Looks at projects.
     *
     * @param around what is in use around a project
     * @param reach what beside a project decides who reaches whom
     * @param catalogue what is known of images; asked away from the user interface's thread
     * @param clock tells what is accepted no longer
     */
    Findings(
            AddressSurroundings around,
            Function<WorkingCopy, ReachOptions> reach,
            Supplier<Catalogue> catalogue,
            InstantSource clock) {
        this.around = around;
        this.reach = reach;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public List<Finding> apply(WorkingCopy copy) {
        ComposeProject project = copy.project();
        CheckInput input = CheckInput.of(project)
                .withRulesFrom(copy::rules)
                .withAround(around.around(project).withReach(reach.apply(copy)))
                .withCatalogue(catalogue.get());
        AcceptedFindings accepted =
                BaselineFile.read(copy.files(), project, BaselineFile.of(project), BaselineFile.today(clock));
        return Checks.judge(input, accepted).findings();
    }
}
