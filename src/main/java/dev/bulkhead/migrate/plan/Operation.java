package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.EndpointSpec;
import dev.bulkhead.engine.NetworkSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** One thing a run does; every operation can be repeated without harm, so that a run can be taken up again. */
public sealed interface Operation {

    /** Writes all files of the iteration as one transaction. */
    record WriteFiles(List<TextChange> changes) implements Operation {
        public WriteFiles {
            changes = List.copyOf(changes);
        }
    }

    /** Creates a network through the Engine API. */
    record CreateNetwork(NetworkSpec network) implements Operation {}

    /**
     * Recreates services from their files, together, and waits until each runs and is healthy.
     *
     * @param services keys, the owner of a shared network namespace before those who share it
     * @param timeout how long to wait for them
     */
    record RecreateServices(List<String> services, Duration timeout) implements Operation {
        public RecreateServices {
            services = List.copyOf(services);
        }
    }

    /** Attaches a service's running container to networks, without a restart. */
    record AttachLive(String service, List<Join> joins) implements Operation {
        public AttachLive {
            joins = List.copyOf(joins);
        }
    }

    /** Waits until every service runs and is healthy. */
    record WaitReady(List<String> services, Duration timeout) implements Operation {
        public WaitReady {
            services = List.copyOf(services);
        }
    }

    /**
     * A network to join, by its real name.
     *
     * @param endpoint the names and addresses to have there
     */
    record Join(String network, EndpointSpec endpoint) {}

    /** Returns what the operation touches, in a few words: the first column of lists. */
    default String subject() {
        return switch (this) {
            case WriteFiles write -> write.changes().size() + (write.changes().size() == 1 ? " file" : " files");
            case CreateNetwork create -> create.network().name();
            case RecreateServices recreate -> String.join(", ", recreate.services());
            case AttachLive attach -> attach.service();
            case WaitReady wait -> wait.services().size() + " services";
        };
    }

    /** Returns what is done to it, in a few words: the second column of lists. */
    default String action() {
        return switch (this) {
            case WriteFiles write ->
                "write " + write.changes().stream().map(TextChange::name).collect(Collectors.joining(", "));
            case CreateNetwork create -> "create network " + NetworkText.of(create.network());
            case RecreateServices recreate -> "recreate from the new files, wait until healthy";
            case AttachLive attach ->
                "attach to " + attach.joins().stream().map(Join::network).collect(Collectors.joining(", "));
            case WaitReady wait -> "wait until all run and are healthy";
        };
    }

    /** Returns the services whose containers it touches; empty when it touches none. */
    default List<String> services() {
        return switch (this) {
            case WriteFiles write -> List.of();
            case CreateNetwork create -> List.of();
            case RecreateServices recreate -> recreate.services();
            case AttachLive attach -> List.of(attach.service());
            case WaitReady wait -> wait.services();
        };
    }
}
