package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import java.util.List;

/** List of the checks of what Compose refuses, of host ports and of what the operator demands. */
public final class ProjectChecks {

    private ProjectChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(
                new UndefinedNetworkCheck(),
                new NetworksWithNetworkModeCheck(),
                new HostPortTakenTwiceCheck(),
                new UnitedPortsCheck(),
                new UnusedNetworkCheck(),
                new RulesFileCheck(),
                new RulesCheck(),
                new LiveFactCheck(),
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
