package dev.bulkhead.ui.reach;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.proxy.ProxyFileReader;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.surroundings.host.ReachFacts;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.live.EngineStatus;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Options of reach from a project's own rules file, its profiles and the engine. */
public final class RulesReachOptions implements Function<WorkingCopy, ReachOptions> {

    private static final Logger LOG = LoggerFactory.getLogger(RulesReachOptions.class);

    private final EngineViewModel engine;

    /** Asks what the engine said last. */
    public RulesReachOptions(EngineViewModel engine) {
        this.engine = engine;
    }

    @Override
    public ReachOptions apply(WorkingCopy copy) {
        ReachOptions options = observed(
                copy.project().topology(),
                ReachOptions.defaults()
                        .withProfiles(copy.project().activeProfiles())
                        .withProxyFiles(new ProxyFileReader(copy.files()).read(copy.project())));
        return rules(copy).applyTo(options);
    }

    /** Returns the operator's rules; a file that cannot be read counts as none. */
    Rules rules(WorkingCopy copy) {
        try {
            return copy.rules();
        } catch (ComposeException unreadable) {
            // The list of problems says so.
            LOG.warn("{}", unreadable.getMessage());
            return Rules.NONE;
        }
    }

    /** Read from another thread than it is set on: what the engine said is immutable, only perhaps a moment old. */
    private ReachOptions observed(Topology project, ReachOptions options) {
        return engine.statusProperty().get() instanceof EngineStatus.Connected(EngineInfo info)
                ? ReachFacts.complete(
                        project, options, info, engine.stateProperty().get())
                : options;
    }
}
