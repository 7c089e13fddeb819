package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.live.Patience;
import dev.bulkhead.migrate.live.Tools;
import dev.bulkhead.migrate.restore.RestorePoints;
import dev.bulkhead.migrate.verify.Verifier;
import dev.bulkhead.migrate.watch.Probation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tools that a run works with.
 *
 * @param tools what changes files and engine
 * @param runs the directory of all runs
 * @param restorePoints where restore points are kept
 * @param patience how time passes while something is waited for
 * @param asksPorts whether published ports are asked from here while it runs, to know what users see of it
 * @param listener hears what happens
 * @param control the operator's hand
 */
public record RunTools(
        Tools tools,
        Path runs,
        RestorePoints restorePoints,
        Patience patience,
        boolean asksPorts,
        RunListener listener,
        RunControl control) {

    /** Returns whether the engine is the practice engine; one that does not answer is none. */
    boolean practice() {
        try {
            return tools.engine().observer().info().practice();
        } catch (EngineException e) {
            return false;
        }
    }

    /** Returns what is written down of a run before anything is touched. */
    List<JournalEntry> terms(Instant at, Probation probation) {
        List<JournalEntry> terms = new ArrayList<>();
        List<String> hosts = tools.engine().networks().hosts();
        if (hosts.size() > 1) {
            terms.add(new JournalEntry.OnHosts(at, hosts));
        }
        if (!probation.isNone()) {
            terms.add(new JournalEntry.Bound(at, probation));
        }
        return terms;
    }

    /** Returns what looks whether everything holds. */
    Verifier verifier() {
        return new Verifier(
                tools.engine(), patience, tools.clock(), tools.files().root());
    }

    Instant now() {
        return tools.clock().instant();
    }
}
