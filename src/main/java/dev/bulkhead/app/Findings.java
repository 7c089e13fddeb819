package dev.bulkhead.app;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.baseline.AcceptedFindings;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.migrate.IterationPath;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.workspace.BaselineFile;
import dev.bulkhead.workspace.WorkingCopy;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Findings about a project, with what engine and host add to it taken into account. */
final class Findings implements Function<WorkingCopy, List<Finding>> {

    private final LiveSurroundings around;
    private final Supplier<CatalogueAndPlaybooks> known;
    private final InstantSource clock;

    /**
     * Looks at projects.
     *
     * @param around what is around a project
     * @param known images and iterations; asked away from the user interface's thread
     * @param clock tells what is accepted no longer
     */
    Findings(LiveSurroundings around, Supplier<CatalogueAndPlaybooks> known, InstantSource clock) {
        this.around = around;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public List<Finding> apply(WorkingCopy copy) {
        CatalogueAndPlaybooks knowledge = known.get();
        CheckInput input = CheckInput.of(copy.project())
                .withRulesFrom(() -> IterationPath.knownBy(copy.rules(), copy.files(), copy.project(), knowledge))
                .withAround(around.around(copy))
                .withCatalogue(knowledge.catalogue());
        AcceptedFindings accepted = BaselineFile.read(
                copy.files(), copy.project(), BaselineFile.of(copy.project()), BaselineFile.today(clock));
        return Checks.judge(input, accepted).findings();
    }
}
