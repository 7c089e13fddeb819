package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shared network namespaces of a project's containers. Owner and guests are one unit: a guest whose owner is gone, or was
 * started later than the guest, sits in a namespace without a network until it is made anew or restarted.
 */
public final class SharedNamespaces {

    private static final String SHARED = "container:";

    private final ObservedState state;
    private final String project;

    /** Looks at a project's containers. */
    public SharedNamespaces(ObservedState state, String project) {
        this.state = state;
        this.project = project;
    }

    /** Returns services whose container shares the namespace of a container that is gone; only a new one helps. */
    public List<String> orphans() {
        return guests().filter(guest -> owner(guest).isEmpty())
                .flatMap(guest -> guest.service().stream())
                .distinct()
                .toList();
    }

    /** Returns running containers whose owner was started again after them; a restart gives them its new namespace. */
    public List<ObservedContainer> outdated() {
        return guests().filter(guest -> guest.status().state() == RunState.RUNNING)
                .filter(guest -> owner(guest)
                        .filter(owner -> owner.status().state() == RunState.RUNNING)
                        .map(owner -> startedAfter(owner, guest))
                        .orElse(false))
                .toList();
    }

    private static boolean startedAfter(ObservedContainer owner, ObservedContainer guest) {
        return owner.status().since().isPresent()
                && guest.status().since().isPresent()
                && owner.status().since().get().isAfter(guest.status().since().get());
    }

    /** Returns the services that share the namespace of a service's container. */
    public List<String> guestsOf(String service) {
        return guests().filter(guest ->
                        owner(guest).flatMap(ObservedContainer::service).equals(Optional.of(service)))
                .flatMap(guest -> guest.service().stream())
                .distinct()
                .toList();
    }

    /**
     * Returns services in units that live and go together, in the order given: each alone, or the owner of a namespace
     * before its guests. Where a guest's owner is gone nobody knows whose guest it is, and all stay one unit.
     */
    public List<List<String>> units(List<String> services) {
        if (orphans().stream().anyMatch(services::contains)) {
            return List.of(services);
        }
        Map<String, List<String>> units = new LinkedHashMap<>();
        for (String service : services) {
            String owner = services.stream()
                    .filter(other -> guestsOf(other).contains(service))
                    .findFirst()
                    .orElse(service);
            List<String> unit = units.computeIfAbsent(owner, key -> new ArrayList<>());
            unit.add(service.equals(owner) ? 0 : unit.size(), service);
        }
        return List.copyOf(units.values());
    }

    private Stream<ObservedContainer> guests() {
        return state.containers().stream()
                .filter(c -> c.project().filter(project::equals).isPresent())
                .filter(c -> c.networkMode().startsWith(SHARED));
    }

    private Optional<ObservedContainer> owner(ObservedContainer guest) {
        String named = guest.networkMode().substring(SHARED.length());
        return state.containers().stream()
                .filter(c -> c.id().equals(named) || c.name().equals(named))
                .findFirst();
    }
}
