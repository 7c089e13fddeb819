package dev.bulkhead.migrate.iteration.retire;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.foundation.VpnFirewall;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Settings that follow memberships: labels and defaults of proxies, lists of VPNs; and what no setting can replace. */
final class Followers {

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\d.]|/\\d)");

    private final IterationInput input;
    private final Needs needs;
    private final Network legacy;
    private final List<WantedNetwork> fresh;
    private final Function<String, List<String>> wanted;

    Followers(
            IterationInput input,
            Needs needs,
            Network legacy,
            List<WantedNetwork> fresh,
            Function<String, List<String>> wanted) {
        this.input = input;
        this.needs = needs;
        this.legacy = legacy;
        this.fresh = List.copyOf(fresh);
        this.wanted = wanted;
    }

    List<ProjectEdit> edits() {
        List<ProjectEdit> edits = new ArrayList<>(
                new ProxyFollowers(input.topology(), needs.evidence(), legacy, wanted, input.proxyFiles()).edits());
        edits.addAll(vpnLists());
        return edits;
    }

    private List<ProjectEdit> vpnLists() {
        List<ProjectEdit> edits = new ArrayList<>();
        for (Service service : input.topology().services().values()) {
            String present = service.container().environment().get(VpnFirewall.VARIABLE);
            if (present == null) {
                continue;
            }
            String list = present;
            for (String network : wanted.apply(service.key())) {
                for (Cidr range : ranges(network)) {
                    list = VpnFirewall.extended(list, range);
                }
            }
            if (!list.equals(present)) {
                edits.add(new TopologyEdit.SetEnvironment(service.key(), VpnFirewall.VARIABLE, list));
            }
        }
        return edits;
    }

    private List<Cidr> ranges(String key) {
        Stream<Subnet> known = input.topology().network(key).stream()
                .flatMap(network -> Stream.concat(
                        input.observed().network(network.name()).map(ObservedNetwork::subnets).stream()
                                .flatMap(List::stream),
                        network.subnets().stream()));
        Stream<Subnet> coming = fresh.stream()
                .filter(network -> network.key().equals(key))
                .flatMap(network -> network.spec().subnets().stream());
        return Stream.concat(known, coming)
                .flatMap(pool -> pool.subnet().stream())
                .flatMap(text -> Cidr.enclosing(text).stream())
                .filter(Cidr::isIpv4)
                .distinct()
                .toList();
    }

    /** Returns what the operator should know. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<Cidr> ranges = ranges(legacy.key());
        for (Service service : input.topology().services().values()) {
            addresses(service, ranges)
                    .ifPresent(where -> notes.add("Service " + service.key() + " names an address on " + legacy.name()
                            + " in " + where + "; nobody answers there afterwards."));
            String list = service.container().environment().getOrDefault(VpnFirewall.VARIABLE, "");
            ranges.stream()
                    .filter(range -> List.of(list.split("\\s*,\\s*", -1)).contains(range.toString()))
                    .forEach(range -> notes.add(VpnFirewall.VARIABLE + " of " + service.key() + " still names " + range
                            + "; take it out the next time the service is recreated anyway."));
        }
        if (legacy.external()) {
            notes.add("Network " + legacy.name()
                    + " is external to the project, so it stays on the engine; remove it once nobody else uses it.");
        }
        return notes;
    }

    private static Optional<String> addresses(Service service, List<Cidr> ranges) {
        Map<String, String> settings = new LinkedHashMap<>(service.container().environment());
        settings.putAll(service.container().labels());
        settings.put("its command", String.join(" ", service.container().command()));
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            Matcher address = ADDRESS.matcher(setting.getValue());
            while (address.find()) {
                Optional<Cidr> one = Cidr.enclosing(address.group(1) + "/32");
                if (one.isPresent() && ranges.stream().anyMatch(range -> range.contains(one.get()))) {
                    return Optional.of(setting.getKey());
                }
            }
        }
        return Optional.empty();
    }
}
