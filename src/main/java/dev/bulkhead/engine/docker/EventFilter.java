package dev.bulkhead.engine.docker;

import com.github.dockerjava.api.command.EventsCmd;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import com.github.dockerjava.api.model.EventType;
import java.util.Optional;
import java.util.Set;

/** Filter of the engine's events, which lets through those that matter. */
final class EventFilter {

    /** Not among them: {@code exec_*}, of which every health check makes three, and what concerns volumes. */
    private static final String[] ACTIONS = {
        "create",
        "start",
        "restart",
        "stop",
        "die",
        "pause",
        "unpause",
        "rename",
        "update",
        "destroy",
        "oom",
        "health_status",
        "connect",
        "disconnect",
        "remove",
        "pull",
        "tag",
        "untag",
        "load",
        "import",
        "delete"
    };

    private EventFilter() {}

    static EventsCmd applyTo(EventsCmd events) {
        return events.withEventTypeFilter(EventType.CONTAINER, EventType.NETWORK, EventType.IMAGE)
                .withEventFilter(ACTIONS);
    }

    /** Adds the id of what an event is about to those that have to be looked at; of an image its reference. */
    static void sort(Event event, Set<String> containers, Set<String> networks, Set<String> images) {
        EventActor actor = event.getActor();
        if (actor == null || actor.getId() == null) {
            return;
        }
        if (event.getType() == EventType.IMAGE) {
            // of a tag the id is that of the image, and the name the reference that means it now
            String name =
                    actor.getAttributes() == null ? null : actor.getAttributes().get("name");
            images.add(name == null ? actor.getId() : name);
            return;
        }
        if (event.getType() == EventType.CONTAINER) {
            containers.add(actor.getId());
            return;
        }
        // "connect" and "disconnect" are told of the network, but it is the container that changed.
        Optional<String> member = Optional.ofNullable(actor.getAttributes())
                .map(attributes -> Optional.ofNullable(attributes.get("container")))
                .orElse(Optional.empty());
        member.ifPresentOrElse(containers::add, () -> networks.add(actor.getId()));
    }
}
