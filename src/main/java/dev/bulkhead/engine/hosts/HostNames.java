package dev.bulkhead.engine.hosts;

import dev.bulkhead.engine.ContainerBlueprint;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedNetwork;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Names of containers and networks of one host among several. Containers of the first host are called as its engine has them;
 * others say where they are ({@code shop-cache-1@borea}), since every host may have one of the same name. A local network is
 * called as its engine has it where no host before has one of that name, and says where it is otherwise; memberships name it
 * without the host, as files do, since a container is on networks of its own host alone. Networks that span hosts are one.
 *
 * @param host what the operator calls the host
 * @param first whether it is the first one
 */
record HostNames(String host, boolean first) {

    private static final String AT = "@";
    private static final String SPANNING = "overlay";

    /** Returns the host that a name says; the first one's names say none. */
    static String hostOf(String name) {
        int at = name.lastIndexOf(AT);
        return at < 0 ? "" : name.substring(at + 1);
    }

    /** Returns a name as the engine has it. */
    static String own(String name) {
        int at = name.lastIndexOf(AT);
        return at < 0 ? name : name.substring(0, at);
    }

    static boolean spans(ObservedNetwork network) {
        return network.options().driver().filter(SPANNING::equals).isPresent();
    }

    private String local(String name) {
        return first ? name : name + AT + host;
    }

    /**
     * Returns a network as it is called among those of several hosts.
     *
     * @param taken names of the networks of the hosts before
     */
    ObservedNetwork of(ObservedNetwork network, Set<String> taken) {
        return spans(network) || !taken.contains(network.name())
                ? network
                : new ObservedNetwork(network.id(), network.name() + AT + host, network.options(), network.subnets());
    }

    ObservedContainer of(ObservedContainer container) {
        if (first) {
            return container;
        }
        List<ObservedEndpoint> endpoints = container.endpoints().stream()
                .map(endpoint -> new ObservedEndpoint(
                        endpoint.network(),
                        endpoint.ipv4(),
                        endpoint.ipv6(),
                        endpoint.macAddress(),
                        renamed(endpoint.asked(), alias -> alias.equals(container.name()) ? local(alias) : alias)))
                .toList();
        return new ObservedContainer(
                container.id(),
                local(container.name()),
                container.made(),
                container.status(),
                endpoints,
                container.ports());
    }

    /** Returns a membership as it is asked for with other names. */
    static EndpointSpec renamed(EndpointSpec asked, UnaryOperator<String> names) {
        return new EndpointSpec(
                asked.aliases().stream().map(names).toList(),
                asked.ipv4(),
                asked.ipv6(),
                asked.gwPriority(),
                asked.driverOpts());
    }

    ContainerBlueprint of(ContainerBlueprint blueprint) {
        return first ? blueprint : blueprint.named(local(blueprint.name()));
    }
}
