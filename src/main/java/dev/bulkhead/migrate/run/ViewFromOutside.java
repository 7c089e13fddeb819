package dev.bulkhead.migrate.run;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.migrate.outside.Doors;
import dev.bulkhead.migrate.outside.OutsideMeter;
import dev.bulkhead.migrate.outside.SeenFromOutside;
import dev.bulkhead.migrate.restore.RestoreContent;
import dev.bulkhead.topology.PortMapping;
import java.io.IOException;
import java.util.Optional;

/** View of a run from outside, from its first step to its end; the way back is told apart from the way there. */
final class ViewFromOutside implements AutoCloseable {

    private final RunProgress progress;
    private final Optional<OutsideMeter> meter;
    private SeenFromOutside.Way way;

    private ViewFromOutside(RunProgress progress, Optional<OutsideMeter> meter, SeenFromOutside.Way way) {
        this.progress = progress;
        this.meter = meter;
        this.way = way;
    }

    /**
     * Begins to look; where there is no engine to ask for its ports, nothing is seen.
     *
     * @param before the engine before the change, where it is known
     */
    static ViewFromOutside open(
            RunTools tools,
            RunProgress progress,
            RunRequest request,
            Optional<RestoreContent> before,
            SeenFromOutside.Way way)
            throws InterruptedException {
        if (!tools.asksPorts()) {
            return new ViewFromOutside(progress, Optional.empty(), way);
        }
        try {
            Engine engine = tools.tools().engine();
            Doors doors = Doors.of(
                    engine.observer().info(),
                    engine.observer().observe(),
                    request.plan().project(),
                    (service, port) -> stays(service, port, request, before));
            return new ViewFromOutside(progress, Optional.of(OutsideMeter.start(doors)), way);
        } catch (EngineException e) {
            progress.log("Nothing is asked from outside: " + e.getMessage());
            return new ViewFromOutside(progress, Optional.empty(), way);
        }
    }

    /** A port that the change takes away is not missed; on the way back one that it brought. */
    private static boolean stays(
            String service, PortMapping port, RunRequest request, Optional<RestoreContent> before) {
        return !request.decided().mayGo().port(service, port)
                && before.map(content -> content.state().containers(content.project(), service).stream()
                                .anyMatch(container -> container.ports().contains(port)))
                        .orElse(true);
    }

    /** From here on it goes back. */
    void turnedBack() {
        if (way == SeenFromOutside.Way.THERE) {
            meter.ifPresent(asking -> keep(asking.cut()));
            way = SeenFromOutside.Way.BACK;
        }
    }

    /** Ends it; what was seen becomes part of the run, also of one that failed. */
    void end() {
        close();
        meter.ifPresent(asking -> keep(asking.seen()));
    }

    /** A run does not fail for want of what was seen of it. */
    private void keep(SeenFromOutside seen) {
        try {
            progress.seen(new SeenFromOutside.Stretch(way, seen));
        } catch (IOException e) {
            progress.log("What was seen from outside could not be kept: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        meter.ifPresent(OutsideMeter::close);
    }
}
