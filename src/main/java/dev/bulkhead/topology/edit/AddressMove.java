package dev.bulkhead.topology.edit;

/**
 * Another value for an address or range that is written in a project.
 *
 * @param slot what has it
 * @param value its new text
 */
public record AddressMove(Slot slot, String value) {

    /** Place of an address or a range in a project: what has it. */
    public sealed interface Slot {

        /** The subnet of a network's pool, by the pool's index. */
        record PoolSubnet(int pool) implements Slot {}

        /** The gateway of a pool. */
        record PoolGateway(int pool) implements Slot {}

        /** The range of a pool that automatic addresses come from. */
        record PoolRange(int pool) implements Slot {}

        /** An auxiliary address of a pool, by the name of its host. */
        record PoolHost(int pool, String host) implements Slot {}

        /** The static IPv4 address of a member. */
        record StaticIpv4(String service) implements Slot {}

        /** The static IPv6 address of a member. */
        record StaticIpv6(String service) implements Slot {}
    }
}
