package dev.bulkhead.migrate.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that is neither finished nor rolled back, found in the project's journal. It can always be ended: gone back,
 * left as it is, and mostly continued.
 *
 * @param id the run
 * @param iteration id of its iteration
 * @param state where it stands: cancelled, interrupted, or in need of a person
 * @param since when it last wrote to its journal
 * @param progress how far it came
 * @param canContinue whether the remaining steps can be carried out; otherwise only the way back is open
 * @param story what happened, in a few sentences
 */
public record OpenRun(
        String id,
        String iteration,
        RunState state,
        Instant since,
        Progress progress,
        boolean canContinue,
        String story) {

    /** Returns what it means to leave it as it is, as sentences for the operator. */
    public String leaving() {
        String begun = progress.begun()
                .map(step -> " Step " + step + " had begun and may be done in part.")
                .orElse("");
        return "Run " + id + " is closed with files and engine as they stand: "
                + progress.done().size() + " of "
                + progress.total() + " steps are done and stay done, the others will not be carried out." + begun
                + " Nothing of it is verified. Its restore point stays: bulkhead rollback PATH --to " + id
                + " --yes still goes back. The next plan starts from what is there.";
    }

    /**
     * How far it came.
     *
     * @param done numbers of the steps that are done
     * @param begun number of the step that had begun and is not known to be done
     * @param total how many steps the plan has
     */
    public record Progress(List<Integer> done, Optional<Integer> begun, int total) {
        public Progress {
            done = List.copyOf(done);
        }
    }
}
