package dev.bulkhead.ui.shell.search;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.address.Ip;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Search of a project for a text: services and networks that hold it in their name, image, ports, addresses, host names or
 * names of variables, and those that run on a host of that name. Values of variables and labels can be secrets and are not looked at.
 */
final class Hits {

    /**
     * An element that was found.
     *
     * @param why what holds the text, in words; empty where its name does
     * @param rank how good it is, the best 0: its name begins with the text, its name holds it, something else does
     */
    record Hit(GraphElement element, String why, int rank) {}

    private final String wanted;
    private final Optional<Ip> address;
    private final Map<GraphElement, Hit> found = new LinkedHashMap<>();

    private Hits(String text) {
        this.wanted = text.strip().toLowerCase(Locale.ROOT);
        this.address = Ip.tryParse(wanted);
    }

    /**
     * Returns what holds a text, the best first; nothing for a blank one.
     *
     * @param hosts where services run, by their keys, where there are several hosts
     */
    static List<Hit> of(Topology topology, Map<String, String> hosts, String text) {
        Hits hits = new Hits(text);
        if (hits.wanted.isEmpty()) {
            return List.of();
        }
        topology.services().values().forEach(hits::service);
        topology.networks().values().forEach(hits::network);
        hits.routes(topology);
        hosts.forEach((service, host) -> {
            // The engine may still have what the files no longer name.
            if (topology.service(service).isPresent()) {
                hits.fact(Element.service(service), host, Words.of("hits.runs-on", host));
            }
        });
        List<Hit> all = new ArrayList<>(hits.found.values());
        all.sort(Comparator.comparingInt(Hit::rank));
        return all;
    }

    private void service(Service service) {
        GraphElement element = Element.service(service.key());
        name(element, service.key());
        ContainerSpec container = service.container();
        container.containerName().ifPresent(name -> fact(element, name, Words.of("hits.container", name)));
        container.hostname().ifPresent(name -> fact(element, name, Words.of("hits.host-name", name)));
        container.image().ifPresent(image -> fact(element, image, Words.of("hits.image", image)));
        for (PortMapping port : service.ports()) {
            fact(element, port.text(), Words.of("hits.publishes", port.text()));
        }
        for (Attachment membership : service.attachments()) {
            membership.ipv4().ifPresent(ip -> fact(element, ip, Words.of("hits.on", ip, membership.network())));
            membership.ipv6().ifPresent(ip -> fact(element, ip, Words.of("hits.on", ip, membership.network())));
            membership
                    .aliases()
                    .forEach(alias -> fact(element, alias, Words.of("hits.on", alias, membership.network())));
        }
        container.contacts().extraHosts().forEach((name, ip) -> {
            fact(element, name, Words.of("hits.its-hosts-file-names", name));
            fact(element, ip, Words.of("hits.its-hosts-file-names-2", name, ip));
        });
        container
                .environment()
                .keySet()
                .forEach(variable -> fact(element, variable, Words.of("hits.variable", variable)));
    }

    private void network(Network network) {
        GraphElement element = Element.network(network.key());
        name(element, network.key());
        fact(element, network.name(), Words.of("hits.on-the-engine", network.name()));
        for (Subnet subnet : network.subnets()) {
            subnet.subnet().ifPresent(cidr -> {
                fact(element, cidr, Words.of("hits.subnet", cidr));
                if (address.isPresent()
                        && Cidr.tryParse(cidr)
                                .filter(range -> range.contains(address.get()))
                                .isPresent()) {
                    add(element, Words.of("hits.holds", cidr, address.get()), 2);
                }
            });
            subnet.gateway().ifPresent(ip -> fact(element, ip, Words.of("hits.gateway", ip)));
        }
        network.purpose().ifPresent(purpose -> fact(element, purpose, purpose));
    }

    private void routes(Topology topology) {
        ProxyRoutes.of(topology)
                .routes()
                .forEach(route -> route.container()
                        .ifPresent(target -> route.match()
                                .hosts()
                                .forEach(host -> fact(
                                        Element.service(target.service()),
                                        host,
                                        Words.of("hits.by", host, route.proxy())))));
    }

    private void name(GraphElement element, String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.contains(wanted)) {
            add(element, "", key.startsWith(wanted) ? 0 : 1);
        }
    }

    private void fact(GraphElement element, String text, String why) {
        if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
            add(element, why, 2);
        }
    }

    /** The first thing that holds it is told, and a name before all. */
    private void add(GraphElement element, String why, int rank) {
        found.putIfAbsent(element, new Hit(element, why, rank));
    }
}
