package dev.bulkhead.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Name of a thing of a project, or of one around it: a service, a network, a port, a field of a service.
 *
 * <p>Findings, rules, the map, the inspector and messages name things by it, and {@link SourceMap} tells where they stand.
 * Its text form is part of the public JSON contract: {@code service:web}, {@code network:dmz}; a part is written behind
 * what it is a part of, as the files nest it ({@code service:web/ports#0}).
 */
public sealed interface Element {

    /** Name of a node or edge of the graph of services and networks. */
    sealed interface GraphElement extends Element {}

    /** Name of a service. */
    record ServiceElement(String key) implements GraphElement {}

    /** Name of a network. */
    record NetworkElement(String key) implements GraphElement {}

    /** Name of a service's membership in a network. */
    record MembershipElement(String service, String network) implements GraphElement {}

    /**
     * Name of a published port.
     *
     * @param index the port's position in {@link Service#ports()}
     */
    record PortElement(String service, int index) implements Element {}

    /**
     * Name of a bind mount.
     *
     * @param index the mount's position in {@link ContainerSpec.HostAccess#mounts()}
     */
    record BindMountElement(String service, int index) implements Element {}

    /**
     * Name of an address pool.
     *
     * @param index the pool's position in {@link Network#subnets()}
     */
    record PoolElement(String network, int index) implements Element {}

    /** Name of a volume that the project declares. */
    record VolumeElement(String key) implements Element {}

    /** Name of a secret that the project declares. */
    record SecretElement(String key) implements Element {}

    /** Name of a config that the project declares. */
    record ConfigElement(String key) implements Element {}

    /** Name of an AI model that the project declares. */
    record ModelElement(String key) implements Element {}

    /**
     * Name of a file of the project.
     *
     * @param name path relative to the project directory, with forward slashes
     */
    record FileElement(String name) implements Element {}

    /** Name of a field of a thing, for instance {@code network_mode} of a service. */
    record FieldElement(Element of, String name) implements Element {

        /** Returns the service, network, volume or file that the field belongs to. */
        public Element root() {
            return of instanceof FieldElement field ? field.root() : of;
        }

        /** Returns the names from the root down to the field. */
        public List<String> path() {
            List<String> names = new ArrayList<>(of instanceof FieldElement field ? field.path() : List.of());
            names.add(name);
            return names;
        }

        /** Returns the field in words, for instance {@code deploy.replicas of web}. */
        public String inWords() {
            String text = root().text();
            return String.join(".", path()) + " of " + text.substring(text.indexOf(':') + 1);
        }
    }

    /** Name of a network that the engine has beside those of the project, by its real name. */
    record EngineNetworkElement(String name) implements Element {}

    /** Name of a route of the host, by its device. */
    record RouteElement(String device) implements Element {}

    /** Name of a range of addresses that is kept free, by its purpose. */
    record ReservedElement(String purpose) implements Element {}

    /** Names of who sends and receives without being a service. */
    enum OutsideElement implements Element {
        INTERNET,
        LAN,
        HOST,
        FOREIGN
    }

    /** Returns the name of a service. */
    static ServiceElement service(String key) {
        return new ServiceElement(key);
    }

    /** Returns the name of a network. */
    static NetworkElement network(String key) {
        return new NetworkElement(key);
    }

    /** Returns the name of a service's membership in a network. */
    static MembershipElement membership(String service, String network) {
        return new MembershipElement(service, network);
    }

    /** Returns the name of the n-th entry of {@link Service#ports()}. */
    static PortElement port(String service, int index) {
        return new PortElement(service, index);
    }

    /** Returns the name of the n-th entry of {@link ContainerSpec.HostAccess#mounts()}. */
    static BindMountElement bindMount(String service, int index) {
        return new BindMountElement(service, index);
    }

    /** Returns the name of the n-th entry of {@link Network#subnets()}. */
    static PoolElement pool(String network, int index) {
        return new PoolElement(network, index);
    }

    /** Returns the name of a field that stands several levels deep in this thing. */
    default FieldElement field(String name, String... below) {
        FieldElement field = field(name);
        for (String next : below) {
            field = field.field(next);
        }
        return field;
    }

    /** Returns the name of a field of this thing. */
    default FieldElement field(String name) {
        return new FieldElement(this, name);
    }

    /** Returns what this is a part of in the files; empty where it stands by itself. */
    default Optional<Element> around() {
        return switch (this) {
            case MembershipElement(String service, String network) ->
                Optional.of(service(service).field("networks"));
            case PortElement(String service, int index) ->
                Optional.of(service(service).field("ports"));
            case BindMountElement(String service, int index) ->
                Optional.of(service(service).field("volumes"));
            case PoolElement(String network, int index) ->
                Optional.of(network(network).field("ipam"));
            case FieldElement(Element of, String name) -> Optional.of(of);
            case ServiceElement _,
                    NetworkElement _,
                    VolumeElement _,
                    SecretElement _,
                    ConfigElement _,
                    ModelElement _,
                    FileElement _,
                    EngineNetworkElement _,
                    RouteElement _,
                    ReservedElement _,
                    OutsideElement _ -> Optional.empty();
        };
    }

    /** Returns the node or edge of the graph that this is or is a part of. */
    default Optional<GraphElement> inGraph() {
        return this instanceof GraphElement graph ? Optional.of(graph) : around().flatMap(Element::inGraph);
    }

    /** Returns the text form. */
    default String text() {
        return switch (this) {
            case ServiceElement(String key) -> "service:" + key;
            case NetworkElement(String key) -> "network:" + key;
            case MembershipElement(String service, String network) -> part("/" + network);
            case PortElement(String service, int index) -> part("#" + index);
            case BindMountElement(String service, int index) -> part("#" + index);
            case PoolElement(String network, int index) -> part("#" + index);
            case VolumeElement(String key) -> "volume:" + key;
            case SecretElement(String key) -> "secret:" + key;
            case ConfigElement(String key) -> "config:" + key;
            case ModelElement(String key) -> "model:" + key;
            case FileElement(String name) -> "file:" + name;
            case FieldElement(Element of, String name) -> part("/" + name);
            case EngineNetworkElement(String name) -> "engine-network:" + name;
            case RouteElement(String device) -> "route:" + device;
            case ReservedElement(String purpose) -> "reserved:" + purpose;
            case OutsideElement outside -> outside.name().toLowerCase(Locale.ROOT);
        };
    }

    private String part(String end) {
        return around().map(Element::text).orElse("") + end;
    }
}
