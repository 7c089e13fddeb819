package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.Role;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.reach.setting.FirewallBackend;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Check for ports published beyond the loopback address: who reaches them and what would stop them, which the rules of
 * a host firewall such as ufw do not (moby#22054; Docker documentation, packet filtering and firewalls).
 *
 * <p>Where the operator lists the ports that may be published, that list is checked instead.
 */
final class PublishedPortCheck implements Check {

    private static final Set<Role> STORES = Set.of(Role.DATABASE, Role.CACHE);

    /** Images whose pages have no sign-in of their own, or none until somebody sets it up (their documentation). */
    private static final Set<String> OPEN_PAGES = Set.of(
            "alertmanager",
            "cadvisor",
            "comfyui",
            "dozzle",
            "esphome",
            "etcd",
            "glances",
            "jackett",
            "jaeger",
            "jdownloader",
            "loki",
            "mailpit",
            "netdata",
            "node-red",
            "ollama",
            "prometheus",
            "pushgateway",
            "registry",
            "scrutiny",
            "vllm",
            "whats-up-docker",
            "zigbee2mqtt",
            "zwave-js-ui");

    /** Single ports of that kind beside others that ask (Frigate documentation, Authentication). */
    private static final Map<String, Integer> OPEN_PORTS = Map.of("frigate", 5000);

    private static final int TRAEFIK_API = 8080;
    private static final Set<String> INSECURE_API = Set.of("--api.insecure", "--api.insecure=true");

    @Override
    public String id() {
        return "published-port";
    }

    @Override
    public String title() {
        return "Ports published beyond the host are meant to be";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        if (input.rules().wanted().allowPublished().isPresent()) {
            return;
        }
        boolean isPublic = input.rules().exposure().isPublic() || input.reach().hostIsPublic();
        FindingBuilder build = FindingBuilder.of(this, input);
        for (HostPort port : HostPort.of(input.topology(), new ServiceNetworks(input.topology(), input.reach()))) {
            if (!port.loopback() && !DockerApiCheck.isOpen(port)) {
                String key = port.service().key();
                Optional<String> inside = inside(input, port);
                findings.accept(build.finding(
                        inside.isPresent() ? Severity.WARNING : severity(),
                        List.of(Element.service(key)),
                        Element.port(key, port.index()),
                        "Port " + port.mapping().text() + " of service " + key
                                + inside.map(what -> ", " + what + ",").orElse("") + " is open to "
                                + audience(port, isPublic) + ", past host firewalls such as ufw: "
                                + firewall(input.reach().firewall()) + ".",
                        "Publish it on 127.0.0.1, route it through the proxy, or list it in exposure.allow-published of"
                                + " bulkhead.yml."));
            }
        }
    }

    /** What nobody outside has business with, and why: stores of data, and pages that ask nobody who comes. */
    private static Optional<String> inside(CheckInput input, HostPort port) {
        if (port.mapping().target() == TRAEFIK_API
                && port.service().container().command().stream().anyMatch(INSECURE_API::contains)) {
            return Optional.of("Traefik's dashboard, which asks nobody to sign in");
        }
        Optional<CatalogueEntry> entry = port.service().container().image().flatMap(input.catalogue()::byImage);
        Optional<String> known = entry.map(CatalogueEntry::id);
        boolean single = known.map(OPEN_PORTS::get)
                .filter(open -> open == port.mapping().target())
                .isPresent();
        if (single || known.filter(OPEN_PAGES::contains).isPresent()) {
            return Optional.of("whose pages ask nobody to sign in");
        }
        return entry.map(software -> software.placement().role())
                .filter(STORES::contains)
                .map(_ -> "which keeps data for other services");
    }

    private static String audience(HostPort port, boolean isPublic) {
        String who = isPublic ? "the internet and every machine" : "every machine";
        return port.address().map(ip -> who + " that reaches " + ip).orElse(who + " that can route to this host");
    }

    private static String firewall(Optional<FirewallBackend> backend) {
        return switch (backend.orElse(FirewallBackend.IPTABLES)) {
            case IPTABLES -> "only rules in the chain DOCKER-USER see it";
            case NFTABLES -> "this engine uses nftables, where only a table of your own with a higher priority sees it";
        };
    }
}
