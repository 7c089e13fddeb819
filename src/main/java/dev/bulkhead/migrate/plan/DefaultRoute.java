package dev.bulkhead.migrate.plan;

import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Network that is a container's default route: the highest priority, then the name that sorts first, among those that are
 * not internal (moby {@code libnetwork/sandbox.go}, {@code Endpoint.Less}; before engine 28 every priority is 0).
 */
final class DefaultRoute {

    private static final Comparator<ObservedEndpoint> FIRST =
            Comparator.comparingInt(ObservedEndpoint::gwPriority).reversed().thenComparing(ObservedEndpoint::network);

    private final ObservedState state;
    private final Comparator<ObservedEndpoint> order;

    DefaultRoute(ObservedState state) {
        this.state = state;
        // the way out of an overlay is a bridge of its own, and is taken where there is no other
        this.order = Comparator.comparing((ObservedEndpoint endpoint) -> overlay(endpoint.network()))
                .thenComparing(FIRST);
    }

    /** Returns the real name of the network; empty for a container without a way out. */
    Optional<String> of(ObservedContainer container) {
        return of(container.endpoints());
    }

    private Optional<String> of(List<ObservedEndpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> !internal(endpoint.network()))
                .min(order)
                .map(ObservedEndpoint::network);
    }

    /** Returns whether it moves when a container joins a network. */
    boolean movesOnJoining(ObservedContainer container, String network, EndpointSpec endpoint) {
        if (internal(network)) {
            return false;
        }
        ObservedEndpoint joined =
                new ObservedEndpoint(network, Optional.empty(), Optional.empty(), Optional.empty(), endpoint);
        List<ObservedEndpoint> after =
                Stream.concat(container.endpoints().stream(), Stream.of(joined)).toList();
        return !of(after).equals(of(container));
    }

    /** Returns whether it moves, or ends, when a container leaves a network. */
    boolean movesOnLeaving(ObservedContainer container, String network) {
        return of(container).filter(network::equals).isPresent();
    }

    /** Returns whether a container has none once it has left a network. */
    boolean endsOnLeaving(ObservedContainer container, String network) {
        return of(container).isPresent()
                && of(container.endpoints().stream()
                                .filter(endpoint -> !endpoint.network().equals(network))
                                .toList())
                        .isEmpty();
    }

    boolean overlay(String network) {
        return state.network(network)
                .flatMap(n -> n.options().driver())
                .filter("overlay"::equals)
                .isPresent();
    }

    private boolean internal(String network) {
        return state.network(network).map(n -> n.options().internal()).orElse(false);
    }
}
