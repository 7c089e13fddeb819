package dev.bulkhead.workspace.imported;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judgement of which subnets of a network somebody chose, since an engine tells those that it chose itself no other way.
 * The digest that Compose left of what its file said decides where there is one; otherwise what nobody but a person asks for
 * does, and last whether the engine could have chosen it.
 */
final class ChosenSubnets {

    /** The pools that a Swarm takes subnets from when nobody gives it others (swarmkit, default address pool). */
    private static final EnginePools SWARM = new EnginePools(List.of(new EnginePools.Pool(Cidr.of("10.0.0.0/8"), 24)));

    private static final Cidr UNIQUE_LOCAL = Cidr.of("fd00::/8");
    private static final int ENGINES_IPV6 = 64;

    private final Told network;
    private final EnginePools pools;
    private final boolean asked;

    /**
     * Judgement of a network.
     *
     * @param pools what the engine gives networks that state no subnet
     * @param asked whether a container asks for an address in it
     */
    ChosenSubnets(Told network, EnginePools pools, boolean asked) {
        this.network = network;
        this.pools = network.at("Scope").text().equals("swarm") ? SWARM : pools;
        this.asked = asked;
    }

    /** Returns the subnets that somebody chose, as Compose writes them. */
    List<Map<String, ?>> chosen() {
        List<Map<String, ?>> all = new ArrayList<>();
        List<Map<String, ?>> plain = new ArrayList<>();
        for (Told pool : network.at("IPAM").at("Config").items()) {
            all.add(pool(pool, true));
            plain.add(pool(pool, false));
        }
        NetworkDigest digest = new NetworkDigest(network);
        String noted = network.at("Labels").at(ObservedContainer.HASH_LABEL).text();
        if (!noted.isEmpty()) {
            Optional<List<Map<String, ?>>> told = List.of(List.<Map<String, ?>>of(), all, plain).stream()
                    .filter(each -> digest.of(each).contains(noted))
                    .findFirst();
            if (told.isPresent()) {
                return told.get();
            }
        }
        List<Map<String, ?>> chosen = new ArrayList<>();
        for (Told pool : network.at("IPAM").at("Config").items()) {
            if (somebodys(pool)) {
                chosen.add(pool(pool, true));
            }
        }
        return chosen;
    }

    private boolean somebodys(Told pool) {
        Optional<Cidr> subnet = Cidr.tryParse(pool.at("Subnet").text());
        boolean more =
                !pool.at("IPRange").isEmpty() || !pool.at("AuxiliaryAddresses").isEmpty();
        // one that the engine chose is told with its gateway
        if (more || subnet.isEmpty() || pool.at("Gateway").isEmpty()) {
            return true;
        }
        if (!subnet.get().isIpv4()) {
            return !(UNIQUE_LOCAL.contains(subnet.get()) && subnet.get().prefixLength() == ENGINES_IPV6);
        }
        return asked
                || pools.pools().stream()
                        .noneMatch(each -> each.base().contains(subnet.get())
                                && each.prefixLength() == subnet.get().prefixLength());
    }

    private static Map<String, ?> pool(Told pool, boolean gateway) {
        return new Fields()
                .text("subnet", pool.at("Subnet").text())
                .text("gateway", gateway ? pool.at("Gateway").text() : "")
                .text("ip_range", pool.at("IPRange").text())
                .map("aux_addresses", pool.at("AuxiliaryAddresses").texts())
                .asMap();
    }
}
