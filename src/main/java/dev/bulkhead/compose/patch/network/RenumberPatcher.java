package dev.bulkhead.compose.patch.network;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.place.ServiceSite;
import dev.bulkhead.compose.patch.text.ScalarEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.compose.yaml.ScalarNode;
import dev.bulkhead.compose.yaml.SequenceNode;
import dev.bulkhead.compose.yaml.YamlNode;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.AddressMove.Slot;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidate changes of text that give a network's addresses other values where they are written. */
public final class RenumberPatcher {

    /** Values that are written in more attempts than these are left to the operator. */
    private static final int MOST = 6;

    private final ProjectSources text;
    private final ValuePatcher values;
    private final TopologyEdit.Renumber edit;

    public RenumberPatcher(ProjectSources text, ValuePatcher values, TopologyEdit.Renumber edit) {
        this.text = text;
        this.values = values;
        this.edit = edit;
    }

    /** Returns the attempts: every value in its own nearest way, then each in the next one it has. */
    public List<Draft.Attempt> attempts() {
        List<List<Draft.Attempt>> each =
                edit.moves().stream().map(this::attempts).toList();
        int most = Math.min(MOST, each.stream().mapToInt(List::size).max().orElse(0));
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int turn = i;
            attempts.add(() -> {
                Draft draft = Draft.EMPTY;
                for (List<Draft.Attempt> some : each) {
                    draft = draft.and(some.get(Math.min(turn, some.size() - 1)).draft());
                }
                return draft;
            });
        }
        return attempts;
    }

    private List<Draft.Attempt> attempts(AddressMove move) {
        String old = old(move.slot());
        List<ValuePatcher.Spot> spots = spots(move.slot());
        List<Draft.Attempt> attempts = new ArrayList<>();
        for (ValuePatcher.Spot spot : spots.reversed()) {
            attempts.addAll(values.attempts(spot, old, move.value()));
        }
        if (spots.size() > 1) {
            attempts.add(() -> everywhere(spots, move.value()));
        }
        if (attempts.isEmpty()) {
            attempts.add(() -> {
                throw new EditRejectedException("the files write " + words(move.slot()) + " of " + edit.network()
                        + " in a way that cannot be changed safely; change it by hand.");
            });
        }
        return attempts;
    }

    private static Draft everywhere(List<ValuePatcher.Spot> spots, String value) throws EditRejectedException {
        Draft draft = Draft.EMPTY;
        for (ValuePatcher.Spot spot : spots) {
            draft = draft.and(
                    Draft.of(spot.file(), new ScalarEdits(spot.file()).replace(spot.node(), value, spot.flow())));
        }
        return draft;
    }

    private static String words(Slot slot) {
        return switch (slot) {
            case Slot.PoolSubnet _ -> "the subnet";
            case Slot.PoolGateway _ -> "the gateway";
            case Slot.PoolRange _ -> "the ip_range";
            case Slot.PoolHost(int pool, String host) -> "the address of " + host;
            case Slot.StaticIpv4(String service) -> "the ipv4_address of " + service;
            case Slot.StaticIpv6(String service) -> "the ipv6_address of " + service;
        };
    }

    /** Returns the value as it is now; empty where there is none. */
    private String old(Slot slot) {
        Topology before = text.project().topology();
        Optional<String> value = switch (slot) {
            case Slot.PoolSubnet(int pool) -> pool(pool).flatMap(Subnet::subnet);
            case Slot.PoolGateway(int pool) -> pool(pool).flatMap(Subnet::gateway);
            case Slot.PoolRange(int pool) -> pool(pool).flatMap(Subnet::ipRange);
            case Slot.PoolHost(int pool, String host) ->
                pool(pool).map(p -> p.auxAddresses().get(host));
            case Slot.StaticIpv4(String service) ->
                before.service(service)
                        .flatMap(s -> s.attachment(edit.network()))
                        .flatMap(a -> a.ipv4());
            case Slot.StaticIpv6(String service) ->
                before.service(service)
                        .flatMap(s -> s.attachment(edit.network()))
                        .flatMap(a -> a.ipv6());
        };
        return value.orElse("");
    }

    private Optional<Subnet> pool(int index) {
        return text.project().topology().network(edit.network()).stream()
                .flatMap(n -> n.subnets().stream())
                .skip(index)
                .findFirst();
    }

    private List<ValuePatcher.Spot> spots(Slot slot) {
        return switch (slot) {
            case Slot.PoolSubnet(int pool) -> declared(pool, List.of("subnet"));
            case Slot.PoolGateway(int pool) -> declared(pool, List.of("gateway"));
            case Slot.PoolRange(int pool) -> declared(pool, List.of("ip_range"));
            case Slot.PoolHost(int pool, String host) -> declared(pool, List.of("aux_addresses", host));
            case Slot.StaticIpv4(String service) -> inMember(service, "ipv4_address");
            case Slot.StaticIpv6(String service) -> inMember(service, "ipv6_address");
        };
    }

    /** Returns where a field of a pool is written, in the order of the files. */
    private List<ValuePatcher.Spot> declared(int pool, List<String> path) {
        List<ValuePatcher.Spot> spots = new ArrayList<>();
        for (ElementSite site : text.networks(edit.network())) {
            NetworkFields.written(site, "ipam")
                    .flatMap(ipam -> child(ipam, "config"))
                    .map(YamlNode::resolved)
                    .filter(SequenceNode.class::isInstance)
                    .flatMap(list ->
                            ((SequenceNode) list).items().stream().skip(pool).findFirst())
                    .flatMap(item -> spot(site.file(), item, path))
                    .ifPresent(spots::add);
        }
        return spots;
    }

    private List<ValuePatcher.Spot> inMember(String service, String field) {
        List<ValuePatcher.Spot> spots = new ArrayList<>();
        for (ServiceSite site : text.services(service)) {
            site.field("networks")
                    .flatMap(place -> spot(site.file(), place.value(), List.of(edit.network(), field)))
                    .ifPresent(spots::add);
        }
        return spots;
    }

    private static Optional<ValuePatcher.Spot> spot(SourceFile file, YamlNode from, List<String> path) {
        Optional<YamlNode> parent = Optional.of(from.resolved());
        for (String key : path.subList(0, path.size() - 1)) {
            parent = parent.flatMap(node -> child(node, key)).map(YamlNode::resolved);
        }
        return parent.filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast)
                .flatMap(map -> child(map, path.getLast())
                        .map(YamlNode::resolved)
                        .filter(ScalarNode.class::isInstance)
                        .map(ScalarNode.class::cast)
                        .filter(node -> !node.isEmpty())
                        .map(node -> new ValuePatcher.Spot(file, node, "", map.flow())));
    }

    /** Returns the value of a key, also one that a merge key brings. */
    private static Optional<YamlNode> child(YamlNode node, String key) {
        if (!(node.resolved() instanceof MappingNode map)) {
            return Optional.empty();
        }
        return map.value(key)
                .or(() -> ServiceSite.sources(map).stream()
                        .flatMap(source -> child(source, key).stream())
                        .findFirst());
    }
}
