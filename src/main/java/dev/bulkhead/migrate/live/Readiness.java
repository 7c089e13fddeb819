package dev.bulkhead.migrate.live;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Readiness of services: whether they run and are healthy.
 *
 * @param waiting services that are not ready yet, with what they are doing
 * @param hopeless services that will not become ready by waiting, with the reason
 */
public record Readiness(List<String> waiting, List<String> hopeless) {

    public Readiness {
        waiting = List.copyOf(waiting);
        hopeless = List.copyOf(hopeless);
    }

    /** Returns how the services of a project are. */
    public static Readiness of(ObservedState state, String project, List<String> services) {
        return of(state, project, services, container -> Optional.empty());
    }

    /**
     * Returns how the services of a project are.
     *
     * @param more what else is known of one that is not ready, as a part of a sentence
     */
    static Readiness of(
            ObservedState state,
            String project,
            List<String> services,
            Function<ObservedContainer, Optional<String>> more) {
        List<String> waiting = new ArrayList<>();
        List<String> hopeless = new ArrayList<>();
        for (String service : services) {
            List<ObservedContainer> replicas = state.containers(project, service);
            if (replicas.isEmpty()) {
                waiting.add(service + " has no container");
            }
            for (ObservedContainer container : replicas) {
                ObservedContainer.Status status = container.status();
                if (status.ready()) {
                    continue;
                }
                String text = service + (replicas.size() > 1 ? " (" + container.name() + ")" : "") + " is "
                        + status.text()
                        + more.apply(container).map(words -> " (" + words + ")").orElse("");
                // Compose gives a service up in these states as well (compose pkg/compose/convergence.go)
                boolean lost = status.health() == ObservedContainer.Health.UNHEALTHY
                        || status.state() == ObservedContainer.RunState.DEAD;
                (lost ? hopeless : waiting).add(text);
            }
        }
        return new Readiness(waiting, hopeless);
    }

    /** Returns whether nothing is left to wait for. */
    public boolean ready() {
        return waiting.isEmpty() && hopeless.isEmpty();
    }

    /** Returns what is missing, as a part of a sentence. */
    public String text() {
        List<String> all = new ArrayList<>(hopeless);
        all.addAll(waiting);
        return String.join(", ", all);
    }
}
