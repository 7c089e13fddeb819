package dev.bulkhead.engine.practice;

import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineException.Kind;
import dev.bulkhead.topology.Subnet;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out subnets and addresses as the engine does.
 *
 * <p>Default pools and their order: Docker documentation, {@code network/_index} (default address pools); 172.17.0.0/16
 * goes to the engine's own {@code bridge}.
 */
final class AddressPools {

    private static final List<String> DEFAULT_RANGES = List.of(
            "172.17.0.0/16", "172.18.0.0/16", "172.19.0.0/16", "172.20.0.0/14", "172.24.0.0/14", "172.28.0.0/14");
    private static final int DEFAULT_PREFIX = 16;
    private static final String LAST_RANGE = "192.168.0.0/16";
    private static final int LAST_PREFIX = 20;
    /** Further ranges, as an operator with more networks than the defaults hold gives the engine. */
    private static final String FURTHER_RANGE = "10.0.0.0/8";

    private static final int FURTHER_PREFIX = 24;

    private AddressPools() {}

    /**
     * Returns the first default pool that overlaps none of the ranges in use, its gateway filled in.
     *
     * <p>A project with more networks than there are default pools runs where somebody has configured more; so here too.
     */
    static Subnet automatic(List<Subnet> used) throws EngineException {
        for (IPAddress candidate : defaults()) {
            if (used.stream().noneMatch(u -> overlap(candidate, u))) {
                return withGateway(candidate);
            }
        }
        Iterator<? extends IPAddress> further =
                address(FURTHER_RANGE).setPrefixLength(FURTHER_PREFIX, false).prefixBlockIterator();
        while (further.hasNext()) {
            IPAddress candidate = further.next();
            if (used.stream().noneMatch(u -> overlap(candidate, u))) {
                return withGateway(candidate);
            }
        }
        throw new EngineException(
                Kind.CONFLICT, "The engine has no free address range left for another network; give one in the file.");
    }

    private static Subnet withGateway(IPAddress block) {
        Subnet pool = Subnet.of(block.toCanonicalString());
        return new Subnet(pool.subnet(), Optional.of(gateway(pool)), pool.ipRange(), pool.auxAddresses());
    }

    /** Returns a stated pool; without a stated gateway the engine shows none, though it takes the first address. */
    static Subnet stated(String network, Subnet pool, List<Subnet> used) throws EngineException {
        String text = pool.subnet().orElse("");
        IPAddress block = new IPAddressString(text).getAddress();
        if (block == null || !block.isPrefixed() || !block.isPrefixBlock()) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Network " + network + ": " + text + " is not a subnet; write it like 172.20.0.0/24.");
        }
        for (Subnet other : used) {
            if (overlap(block, other)) {
                throw new EngineException(
                        Kind.CONFLICT,
                        "Network " + network + " cannot have subnet " + text + ": it overlaps "
                                + other.subnet().orElse("") + ", which another network uses.");
            }
        }
        Optional<String> gateway = pool.gateway();
        if (gateway.isPresent() && !contains(block, gateway.get())) {
            throw new EngineException(
                    Kind.REFUSED,
                    "Network " + network + ": gateway " + gateway.get() + " is outside its subnet " + text + ".");
        }
        return new Subnet(Optional.of(block.toCanonicalString()), gateway, pool.ipRange(), pool.auxAddresses());
    }

    /** Returns the first free address of a pool. */
    static String next(Subnet pool, Set<String> taken) throws EngineException {
        IPAddress block = address(pool.ipRange().or(pool::subnet).orElse(""));
        IPAddress subnet = address(pool.subnet().orElse(""));
        IPAddress first = subnet.getLower().withoutPrefixLength();
        IPAddress last = subnet.getUpper().withoutPrefixLength();
        for (IPAddress candidate : block.withoutPrefixLength().getIterable()) {
            String text = candidate.toCanonicalString();
            boolean reserved = candidate.equals(first) || (candidate.isIPv4() && candidate.equals(last));
            if (!reserved
                    && !taken.contains(text)
                    && !text.equals(gateway(pool))
                    && !pool.auxAddresses().containsValue(text)) {
                return text;
            }
        }
        throw new EngineException(
                Kind.CONFLICT, "Range " + block + " has no free address left; give the network a larger subnet.");
    }

    /** Returns the address of the bridge: the stated one, else the first of the pool. */
    static String gateway(Subnet pool) {
        return pool.gateway()
                .orElseGet(() -> address(pool.subnet().orElse(""))
                        .getLower()
                        .withoutPrefixLength()
                        .increment(1)
                        .toCanonicalString());
    }

    /** Returns whether an address belongs to a pool. */
    static boolean contains(Subnet pool, String address) {
        return pool.subnet().map(s -> contains(address(s), address)).orElse(false);
    }

    static boolean isIpv6(Subnet pool) {
        return pool.subnet().map(s -> s.contains(":")).orElse(false);
    }

    private static List<IPAddress> defaults() {
        List<IPAddress> result = new ArrayList<>();
        for (String range : DEFAULT_RANGES) {
            address(range)
                    .setPrefixLength(DEFAULT_PREFIX, false)
                    .prefixBlockIterator()
                    .forEachRemaining(result::add);
        }
        address(LAST_RANGE)
                .setPrefixLength(LAST_PREFIX, false)
                .prefixBlockIterator()
                .forEachRemaining(result::add);
        return result;
    }

    private static boolean overlap(IPAddress block, Subnet other) {
        return other.subnet()
                .map(AddressPools::address)
                .map(o -> o.contains(block) || block.contains(o))
                .orElse(false);
    }

    private static boolean contains(IPAddress block, String text) {
        IPAddress address = new IPAddressString(text).getAddress();
        return address != null && block.contains(address.withoutPrefixLength());
    }

    private static IPAddress address(String text) {
        IPAddress address = new IPAddressString(text).getAddress();
        if (address == null) {
            throw new IllegalArgumentException(text + " is not an address");
        }
        return address;
    }
}
