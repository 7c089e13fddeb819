package dev.bulkhead.proxy.route;

import java.util.Optional;

/**
 * Route of a reverse proxy: requests that match go to a target.
 *
 * @param proxy key of the service that runs the proxy
 * @param match which requests it takes
 * @param entry how requests come in
 * @param target where they go
 * @param place where it is stated
 * @param certain whether the proxy surely has it; what decides otherwise (a constraint, a name in a file that was not read)
 *     may not be known
 */
public record Route(
        String proxy, RouteMatch match, RouteEntry entry, RouteTarget target, RoutePlace place, boolean certain) {

    /** Returns the container that requests go to, if it is one of the project. */
    public Optional<RouteTarget.Container> container() {
        return target instanceof RouteTarget.Container container ? Optional.of(container) : Optional.empty();
    }
}
