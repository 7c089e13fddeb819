package dev.bulkhead.check.address;

import dev.bulkhead.check.Check;
import java.util.List;

/** List of the checks of subnets and addresses. */
public final class AddressChecks {

    private AddressChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(
                new InvalidSubnetCheck(),
                new SubnetOverlapCheck(),
                new PublicSubnetCheck(),
                new GatewayOutsideSubnetCheck(),
                new IpRangeOutsideSubnetCheck(),
                new AuxAddressOutsideSubnetCheck(),
                new StaticAddressOutsideCheck(),
                new StaticAddressWithoutSubnetCheck(),
                new StaticAddressDuplicateCheck(),
                new StaticAddressContestedCheck(),
                new NetworkFullCheck(),
                new LanRangeCheck(),
                new AutomaticSubnetCollisionCheck(),
                new AutomaticSubnetRouteCheck(),
                new PoolsExhaustedCheck());
    }
}
