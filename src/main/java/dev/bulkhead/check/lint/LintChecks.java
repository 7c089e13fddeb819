package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import java.util.List;

/** List of the checks of what Compose accepts and what still does not work, opens the host or is worth knowing. */
public final class LintChecks {

    private LintChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(
                new NeedsInternetCheck(),
                new VpnSubnetsCheck(),
                new InternalPortCheck(),
                new IgnoredPortCheck(),
                new LoopbackPortCheck(),
                new UnfilteredIpv6Check(),
                new DanglingReferenceCheck(),
                new PublishedPortCheck(),
                new NamespaceRestartCheck(),
                new NamespacePortTakenCheck(),
                new DockerApiCheck(),
                new GatewayPriorityCheck(),
                new DockerSocketCheck(),
                new PrivilegedCheck(),
                new HostNetworkCheck(),
                new HealthCheckMissingCheck(),
                new ImageTagCheck(),
                new PlainSecretCheck());
    }
}
