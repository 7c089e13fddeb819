package dev.bulkhead.testing;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineCall;
import dev.bulkhead.engine.EngineEvent;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineInfo;
import dev.bulkhead.engine.practice.PracticeEngine;
import dev.bulkhead.engine.practice.PracticeServiceRunner;
import dev.bulkhead.engine.practice.PracticeTimer;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine in memory that projects share, and that says it runs on this machine. */
public final class SharedEngine {

    private static final EngineInfo HERE = new EngineInfo("Docker", "28.5.2", "1.51", "unix:///var/run/docker.sock");

    private final PracticeEngine memory;
    private final Engine inside;

    /** Makes one on which a project runs. */
    public SharedEngine(Path project) throws Exception {
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        memory = PracticeEngine.running(read(project), PracticeTimer.realTime(), new DiskFileTree());
        inside = Engine.of(memory, new PracticeServiceRunner(memory, loader));
    }

    /** Returns it as any other engine; closing it closes nothing. */
    public Engine engine() {
        return Engine.answeredBy(this::answer);
    }

    /** Returns the engine in memory, to be changed by hand. */
    public PracticeEngine memory() {
        return memory;
    }

    /** Brings a project up beside those that run. */
    public void up(Path project) throws Exception {
        Topology topology = read(project);
        memory.up(topology, List.copyOf(topology.services().keySet()), line -> {});
    }

    private static Topology read(Path project) throws Exception {
        return new ComposeLoader(new DiskFileTree())
                .load(ComposeRequest.of(project))
                .topology();
    }

    private @Nullable Object answer(EngineCall call) throws EngineException {
        if (call.closes()) {
            return null;
        }
        return switch (call.method().getName()) {
            case "info" -> HERE;
            case "watch" -> call.with(SharedEngine::here).on(inside);
            default -> call.on(inside);
        };
    }

    @SuppressWarnings("unchecked") // the only argument of watch
    private static @Nullable Object here(@Nullable Object listener) {
        Consumer<EngineEvent> told = (Consumer<EngineEvent>) Objects.requireNonNull(listener);
        Consumer<EngineEvent> hears = event -> told.accept(
                event instanceof EngineEvent.Connected connected
                        ? new EngineEvent.Connected(HERE, connected.state())
                        : event);
        return hears;
    }
}
