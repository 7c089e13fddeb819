package dev.bulkhead.ui.live;

import dev.bulkhead.address.EnginePools;
import dev.bulkhead.address.UsedRange;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.surroundings.Surroundings;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostsLook;
import dev.bulkhead.surroundings.host.LiveAnswers;
import dev.bulkhead.surroundings.host.ProjectLook;
import dev.bulkhead.workspace.WorkingCopy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Surroundings of a project, by what the engine said last: the same that commands ask for with {@code --live}. */
public final class LiveSurroundings {

    private final EngineViewModel engine;
    private final EngineHost host;
    private final ProjectLook look;
    /** Set on the user interface's thread, read on others. */
    private volatile Optional<LiveAnswers.Asked> asked = Optional.empty();

    /** Asks the engine's host where that is this machine. */
    public LiveSurroundings(EngineViewModel engine, EngineHost host) {
        this.engine = engine;
        this.host = host;
        this.look = new ProjectLook(host);
        engine.statusProperty().addListener((property, old, now) -> {
            if (!(now instanceof EngineStatus.Connected)) {
                host.forget();
            }
        });
    }

    /** Takes what the engine was asked about the project; empty while that is not known. */
    public void told(Optional<LiveAnswers.Asked> about) {
        asked = about;
    }

    /** Returns what the engine answers; empty while it does not. */
    public Optional<LiveAnswers> answers() {
        return info().map(info -> new LiveAnswers(info, engine.stateProperty().get(), asked));
    }

    /**
     * Returns what is around a project; blocks while the engine's machine is read, where it is this one.
     *
     * <p>Asked from another thread than the engine's state is set on: the state is immutable, an older one only means an
     * older answer.
     */
    public Surroundings around(WorkingCopy copy) {
        SeenHosts hosts = engine.hostsProperty().get();
        if (!hosts.hosts().answered().isEmpty()) {
            Map<String, LiveAnswers> each = new LinkedHashMap<>();
            hosts.hosts()
                    .answered()
                    .forEach(view -> each.put(view.host(), new LiveAnswers(view.info(), view.state(), asked)));
            return new HostsLook(host).around(copy.project(), copy.files(), hosts.hosts(), each);
        }
        ObservedState last = engine.stateProperty().get();
        return answers()
                .map(answers -> look.around(copy.project(), copy.files(), answers))
                .orElseGet(() -> look.gone(copy.project(), copy.files(), last));
    }

    /** Returns the ranges in use, those of the project's own networks included where the engine has them. */
    public List<UsedRange> used(ComposeProject project) {
        List<HostView.Answered> several = engine.hostsProperty().get().hosts().answered();
        if (!several.isEmpty()) {
            return several.stream()
                    .flatMap(view -> host.used(project.topology(), Optional.of(view.info()), view.state()).stream())
                    .distinct()
                    .toList();
        }
        return host.used(project.topology(), info(), engine.stateProperty().get());
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
