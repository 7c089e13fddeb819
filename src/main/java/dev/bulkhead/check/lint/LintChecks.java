package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import java.util.List;

/** The checks of this package. */
public final class LintChecks {

    private LintChecks() {}

    /** Returns the checks. */
    public static List<Check> all() {
        return List.of(
                new ProxyNetworkNotSharedCheck(),
                new ProxyNetworkUnstatedCheck(),
                new NeedsInternetCheck(),
                new VpnSubnetsCheck(),
                new NameTakenTwiceCheck(),
                new InternalPortCheck(),
                new LoopbackPortCheck(),
                new UnfilteredIpv6Check(),
                new DanglingReferenceCheck(),
                new PublishedPortCheck(),
                new NamespaceRestartCheck(),
                new DockerSocketCheck(),
                new PrivilegedCheck(),
                new HostNetworkCheck(),
                new HealthCheckMissingCheck(),
                new ImageTagCheck(),
                new PlainSecretCheck());
    }
}
