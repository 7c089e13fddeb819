package dev.bulkhead.check;

import java.util.List;

/** The checks of addresses, networks, host ports and rules: what the engine or Compose refuses, and what is demanded. */
public final class ProjectChecks {

    private ProjectChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(
                new InvalidSubnetCheck(),
                new SubnetOverlapCheck(),
                new GatewayOutsideSubnetCheck(),
                new IpRangeOutsideSubnetCheck(),
                new AuxAddressOutsideSubnetCheck(),
                new StaticAddressOutsideCheck(),
                new StaticAddressWithoutSubnetCheck(),
                new StaticAddressDuplicateCheck(),
                new StaticAddressContestedCheck(),
                new NetworkFullCheck(),
                new AutomaticSubnetCollisionCheck(),
                new AutomaticSubnetRouteCheck(),
                new PoolsExhaustedCheck(),
                new UndefinedNetworkCheck(),
                new NetworksWithNetworkModeCheck(),
                new HostPortTakenTwiceCheck(),
                new UnusedNetworkCheck(),
                new RulesFileCheck(),
                new RulesCheck(),
                new LoadWarningCheck());
    }

    /** Returns the rule of what the reader is unsure of. */
    public static String reading() {
        return LoadWarningCheck.ID;
    }

    /** Returns the check that hands on what the reader found. */
    public static Check ofTheReader() {
        return new LoadProblemCheck();
    }
}
