package dev.bulkhead.engine.docker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.bulkhead.engine.observed.EndpointSpec;
import java.util.Map;
import java.util.TreeMap;

/** An endpoint with the gateway priority and the driver's options that docker-java's own class lacks. */
final class JoiningEndpoint extends ContainerNetwork {

    private static final long serialVersionUID = 1L;

    private final int priority;
    private final TreeMap<String, String> driverOptions;

    private JoiningEndpoint(EndpointSpec spec) {
        this.priority = spec.gwPriority();
        this.driverOptions = new TreeMap<>(spec.driverOpts());
    }

    static JoiningEndpoint of(EndpointSpec spec) {
        JoiningEndpoint endpoint = new JoiningEndpoint(spec);
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

    /** Left out when there are none. */
    @JsonProperty("DriverOpts")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public Map<String, String> driverOptions() {
        return driverOptions;
    }
}
