package dev.bulkhead.ui.hosts;

import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.ui.canvas.model.MapHosts;

/** Reader of how a host is, and what of it is open. */
public final class HostFaces {

    private HostFaces() {}

    /** Returns how a host is, with the ports of all its running containers; of stopped ones an engine binds none. */
    public static MapHosts.Face of(HostView view) {
        return switch (view) {
            case HostView.Answered answered ->
                MapHosts.Face.answering(answered.state().containers().stream()
                        .filter(container -> container.status().state() == ObservedContainer.RunState.RUNNING)
                        .flatMap(container -> container.ports().stream())
                        .toList());
            case HostView.Silent _ -> MapHosts.Face.SILENT;
        };
    }
}
