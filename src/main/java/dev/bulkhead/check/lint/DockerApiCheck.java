package dev.bulkhead.check.lint;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Check that the engine's interface is open to nobody but its clients: over TCP without certificates whoever reaches the
 * port commands the engine (Docker documentation, protect the Docker daemon socket; 11notes/docker-socket-proxy#17).
 */
final class DockerApiCheck implements Check {

    /** The port that the engine and proxies for its socket speak plain HTTP on. */
    static final int PLAIN = 2375;

    @Override
    public String id() {
        return "docker-api";
    }

    @Override
    public String title() {
        return "The engine's interface is open to its clients only";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        ServiceNetworks serviceNetworks = new ServiceNetworks(input.topology(), input.reach());
        for (HostPort port : HostPort.of(input.topology(), serviceNetworks)) {
            if (isOpen(port)) {
                String key = port.service().key();
                findings.accept(build.error(
                        List.of(Element.service(key)),
                        Element.port(key, port.index()),
                        "Service " + key + " publishes the engine's interface as "
                                + port.mapping().text()
                                + ": every machine that reaches it commands the engine and so owns the host.",
                        "No longer publish it; let its clients share an internal network with it."));
            }
        }
        for (Service service : input.topology().services().values()) {
            if (ProxiedSocket.is(service) && ProxiedSocket.mayWrite(service)) {
                shared(build, input.topology(), service, findings);
            }
        }
    }

    /** Returns whether a port opens the engine's interface beyond the host; it is told of here alone. */
    static boolean isOpen(HostPort port) {
        return port.mapping().target() == PLAIN && !port.loopback();
    }

    private static void shared(FindingBuilder build, Topology topology, Service proxy, Consumer<Finding> findings) {
        Set<String> strangers = new TreeSet<>();
        for (Attachment attachment : proxy.attachments()) {
            for (Service member : topology.members(attachment.network())) {
                if (!member.key().equals(proxy.key()) && !isClient(member, proxy)) {
                    strangers.add(member.key());
                }
            }
        }
        if (!strangers.isEmpty()) {
            findings.accept(build.finding(
                    Severity.WARNING,
                    List.of(Element.service(proxy.key())),
                    Element.service(proxy.key()),
                    "Socket proxy " + proxy.key() + " lets its clients write to the engine, and "
                            + String.join(", ", strangers)
                            + (strangers.size() == 1 ? " reaches it" : " reach it")
                            + " over a shared network: whoever breaks in there commands the engine.",
                    "Give it an internal network of its own with its client only, and leave POST out where reading is"
                            + " enough."));
        }
    }

    private static boolean isClient(Service service, Service proxy) {
        List<String> names = Stream.concat(Stream.of(proxy.key()), proxy.container().containerName().stream())
                .toList();
        return Stream.of(
                        service.container().command().stream(),
                        service.container().environment().values().stream(),
                        service.container().labels().values().stream())
                .flatMap(texts -> texts)
                .anyMatch(text -> names.stream().anyMatch(name -> text.contains("://" + name + ":" + PLAIN)));
    }
}
