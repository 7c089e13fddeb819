package dev.bulkhead.check.address;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check that no bridge has addresses that belong to somebody on the internet: host and containers then look for those sites on
 * the bridge (RFC 1918, RFC 6598 and RFC 5735 name the ranges that are free for it).
 */
final class PublicSubnetCheck implements Check {

    private static final List<Cidr> NOBODYS = List.of(
            Cidr.of("10.0.0.0/8"),
            Cidr.of("100.64.0.0/10"),
            Cidr.of("127.0.0.0/8"),
            Cidr.of("169.254.0.0/16"),
            Cidr.of("172.16.0.0/12"),
            Cidr.of("192.0.2.0/24"),
            Cidr.of("192.168.0.0/16"),
            Cidr.of("198.18.0.0/15"),
            Cidr.of("198.51.100.0/24"),
            Cidr.of("203.0.113.0/24"));

    /** There an address of one's own can be meant. */
    private static final Set<String> OF_THE_LAN = Set.of("macvlan", "ipvlan");

    @Override
    public String id() {
        return "public-subnet";
    }

    @Override
    public String title() {
        return "Subnets are of ranges that are nobody's on the internet";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Pool pool : Pool.of(input.topology())) {
            boolean bridge = pool.network()
                    .options()
                    .driver()
                    .filter(OF_THE_LAN::contains)
                    .isEmpty();
            pool.cidr()
                    .filter(cidr -> bridge
                            && !pool.network().external()
                            && cidr.isIpv4()
                            && NOBODYS.stream().noneMatch(range -> range.contains(cidr)))
                    .ifPresent(cidr -> findings.accept(build.finding(
                            severity(),
                            List.of(Element.network(pool.network().key())),
                            pool.place(),
                            "The subnet " + cidr + " of network "
                                    + pool.network().key()
                                    + " has addresses that are somebody's on the internet: neither host nor containers"
                                    + " reach those sites any more.",
                            "Take a range of 10.0.0.0/8, 172.16.0.0/12 (172.16 to 172.31) or 192.168.0.0/16.")));
        }
    }
}
