package dev.bulkhead.ui.live;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.host.EngineHost;
import java.util.List;
import java.util.Optional;

/** Surroundings of a project, by what the engine said last. */
public final class AddressSurroundings {

    private final EngineViewModel engine;
    private final EngineHost host;

    /** Asks the engine's host where that is this machine. */
    public AddressSurroundings(EngineViewModel engine, EngineHost host) {
        this.engine = engine;
        this.host = host;
    }

    /**
     * Returns what is around a project.
     *
     * <p>Asked from another thread than the engine's state is set on: the state is immutable, an older one only means an
     * older answer.
     */
    public Surroundings around(ComposeProject project) {
        return host.around(
                project.topology(),
                ReachOptions.defaults(),
                info(),
                engine.stateProperty().get());
    }

    /** Returns the ranges in use, those of the project's own networks included where the engine has them. */
    public List<UsedRange> used(ComposeProject project) {
        return around(project).used();
    }

    /** Returns the pools of the engine; those of an engine without configuration while there is none. */
    public EnginePools pools() {
        return info().map(EngineInfo::pools).orElse(EnginePools.DEFAULT);
    }

    private Optional<EngineInfo> info() {
        return engine.statusProperty().get() instanceof EngineStatus.Connected(EngineInfo info)
                ? Optional.of(info)
                : Optional.empty();
    }
}
