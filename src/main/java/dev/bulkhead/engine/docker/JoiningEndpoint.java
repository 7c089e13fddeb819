package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.bulkhead.engine.EndpointSpec;

/** An endpoint with the gateway priority that docker-java's own class lacks. */
final class JoiningEndpoint extends ContainerNetwork {

    private static final long serialVersionUID = 1L;

    private final int priority;

    private JoiningEndpoint(int priority) {
        this.priority = priority;
    }

    static JoiningEndpoint of(EndpointSpec spec) {
        JoiningEndpoint endpoint = new JoiningEndpoint(spec.gwPriority());
        endpoint.withAliases(spec.aliases());
        if (spec.ipv4().isPresent() || spec.ipv6().isPresent()) {
            Ipam addresses = new Ipam();
            spec.ipv4().ifPresent(addresses::withIpv4Address);
            spec.ipv6().ifPresent(addresses::withIpv6Address);
            endpoint.withIpamConfig(addresses);
        }
        return endpoint;
    }

    /** Left out when it is the usual one, for engines that do not know it. */
    @JsonProperty("GwPriority")
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public int priority() {
        return priority;
    }
}
