package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Check that services restart with the one whose network namespace they share: when its container is made anew or
 * restarts, they are cut off until they restart as well (compose#10263, compose#6626; Compose specification, {@code
 * depends_on.restart}).
 */
final class NamespaceRestartCheck implements Check {

    @Override
    public String id() {
        return "namespace-restart";
    }

    @Override
    public String title() {
        return "Who shares a namespace restarts with its owner";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        for (Service service : input.topology().services().values()) {
            switch (service.networkMode()) {
                case NetworkMode.OfService(String owner) -> {
                    if (service.dependsOn().stream().anyMatch(d -> d.service().equals(owner) && !d.restart())) {
                        findings.accept(ofService(build, service.key(), owner));
                    }
                }
                case NetworkMode.OfContainer(String name) ->
                    serviceNetworks
                            .container(name)
                            .ifPresent(owner -> findings.accept(ofContainer(build, service.key(), owner.key(), name)));
                case NetworkMode.Networks n -> {}
                case NetworkMode.Host h -> {}
                case NetworkMode.None n -> {}
                case NetworkMode.DefaultBridge b -> {}
                case NetworkMode.Named n -> {}
            }
        }
    }

    private Finding ofService(FindingBuilder build, String service, String owner) {
        return build.finding(
                severity(),
                List.of(Element.service(service), Element.service(owner)),
                Element.service(service).field("depends_on").field(owner),
                "Service " + service + " shares the network of " + owner + ", but does not restart with it: after "
                        + owner + " restarts or is made anew, " + service + " has no network.",
                "Write restart: true at " + owner + " under depends_on of " + service
                        + "; that covers what Compose restarts. After a crash, docker restart or an updater, restart "
                        + service + " as well.");
    }

    private Finding ofContainer(FindingBuilder build, String service, String owner, String name) {
        return build.finding(
                severity(),
                List.of(Element.service(service), Element.service(owner)),
                Element.service(service).field("network_mode"),
                "Service " + service + " shares the network of container " + name
                        + " by its name, so Compose does not know that it has to follow " + owner + ".",
                "Write network_mode: service:" + owner + ".");
    }
}
