package dev.bulkhead.topology;

/**
 * Names of the parts of a topology, used as keys of {@link SourceMap}.
 *
 * <p>A path is a sequence of keys joined by {@code /}; {@code #n} picks the n-th entry of a list, counted from 0.
 */
public final class ElementPath {

    private ElementPath() {}

    /** Returns the path of a service. */
    public static String service(String service) {
        return "services/" + service;
    }

    /** Returns the path of a field of a service, for instance {@code network_mode}. */
    public static String serviceField(String service, String field) {
        return service(service) + "/" + field;
    }

    /** Returns the path of a service's membership in a network. */
    public static String attachment(String service, String network) {
        return service(service) + "/networks/" + network;
    }

    /** Returns the path of a field of a membership, for instance {@code ipv4_address}. */
    public static String attachmentField(String service, String network, String field) {
        return attachment(service, network) + "/" + field;
    }

    /** Returns the path of the n-th entry of a service's ports, in the order of {@link Service#ports()}. */
    public static String port(String service, int index) {
        return service(service) + "/ports#" + index;
    }

    /** Returns the path of the n-th bind mount of a service, in the order of {@link ContainerSpec.HostAccess#hostPaths()}. */
    public static String bindMount(String service, int index) {
        return service(service) + "/volumes#" + index;
    }

    /** Returns the path of a network. */
    public static String network(String network) {
        return "networks/" + network;
    }

    /** Returns the path of a field of a network, for instance {@code internal}. */
    public static String networkField(String network, String field) {
        return network(network) + "/" + field;
    }

    /** Returns the path of the n-th address pool of a network, in the order of {@link Network#subnets()}. */
    public static String subnet(String network, int index) {
        return network(network) + "/ipam#" + index;
    }
}
