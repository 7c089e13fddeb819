package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.lanes.LanePlan;
import dev.bulkhead.layout.lanes.LanePlan.Slot;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element.MembershipElement;
import dev.bulkhead.topology.Element.NetworkElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.model.EngineOnly;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Table of the lanes picture in the order it is shown: what each lane, column and crossing is; immutable. */
public final class LaneTable {

    /** Nothing. */
    public static final LaneTable EMPTY = of(LanePlan.EMPTY, Content.NOTHING);

    private final List<Lane> lanes = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> laneAt = new HashMap<>();
    private final Map<String, Integer> columnAt = new HashMap<>();

    /**
     * What is shown.
     *
     * @param files the project with the edits that are not saved
     * @param saved the project as it was saved last
     * @param only what only the engine has
     * @param internals which networks are internal by their keys, as the engine has them; of others the files tell
     */
    public record Content(Topology files, Topology saved, EngineOnly only, Map<String, Boolean> internals) {
        static final Content NOTHING = new Content(
                Topology.of("", List.of(), List.of()),
                Topology.of("", List.of(), List.of()),
                EngineOnly.NOTHING,
                Map.of());

        public Content {
            internals = Map.copyOf(internals);
        }
    }

    /**
     * A network.
     *
     * @param members how many services are on it
     * @param engineOnly whether no file has it
     * @param marks what is drawn on it, by column
     */
    public record Lane(
            String key,
            Tint tint,
            boolean internal,
            boolean engineOnly,
            int members,
            List<String> names,
            SortedMap<Integer, LaneMark> marks) {

        /** Returns the first and last column of its members; empty where none has one. */
        Optional<int[]> span() {
            int first = -1;
            int last = -1;
            for (Map.Entry<Integer, LaneMark> entry : marks.entrySet()) {
                if (entry.getValue() == LaneMark.MEMBER) {
                    first = first < 0 ? entry.getKey() : first;
                    last = entry.getKey();
                }
            }
            return first < 0 ? Optional.empty() : Optional.of(new int[] {first, last});
        }
    }

    /**
     * A service.
     *
     * @param note what it is instead of a member of networks: {@code no network}, {@code host network}; empty for nothing
     * @param owner the service whose networks it shares
     */
    public record Column(String key, Tint tint, String note, Optional<String> owner) {

        /** Returns whether it is on no network at all. */
        boolean alone() {
            return note.equals(Words.of("lanetable.no-network"));
        }

        /** Returns whether it uses the network of the host. */
        boolean onHost() {
            return note.equals(Words.of("lanetable.host-network"));
        }
    }

    private LaneTable(LanePlan plan, Content content) {
        Topology drawn = content.only().over(content.files());
        plan.columns()
                .forEach(slot -> drawn.service(slot.key()).ifPresent(service -> {
                    columnAt.put(slot.key(), columns.size());
                    columns.add(new Column(slot.key(), slot.tier(), note(service), owner(service)));
                }));
        Map<String, List<Service>> members = new HashMap<>();
        for (Column column : columns) {
            Service service = drawn.services().get(column.key());
            for (Attachment joined : service == null ? List.<Attachment>of() : service.attachments()) {
                members.computeIfAbsent(joined.network(), key -> new ArrayList<>())
                        .add(service);
            }
        }
        for (Slot slot : plan.lanes()) {
            drawn.network(slot.key())
                    .ifPresent(network -> lane(network, slot, members.getOrDefault(slot.key(), List.of()), content));
        }
    }

    /** Returns the table of a plan. */
    public static LaneTable of(LanePlan plan, Content content) {
        return new LaneTable(plan, content);
    }

    private void lane(Network network, Slot slot, List<Service> members, Content content) {
        SortedMap<Integer, LaneMark> marks = new TreeMap<>();
        Set<String> names = new HashSet<>();
        for (Service member : members) {
            names.add(member.key());
            marks.put(columnAt.getOrDefault(member.key(), 0), mark(member.key(), network.key(), content));
        }
        for (Service service : content.saved().services().values()) {
            Integer column = columnAt.get(service.key());
            if (column != null && service.joins(network.key())) {
                marks.putIfAbsent(column, LaneMark.LEAVING);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).owner().filter(names::contains).isPresent()) {
                marks.putIfAbsent(i, LaneMark.SHARED);
            }
        }
        laneAt.put(network.key(), lanes.size());
        lanes.add(new Lane(
                network.key(),
                slot.tier(),
                content.internals().getOrDefault(network.key(), network.internal()),
                content.only().has(new NetworkElement(network.key())),
                members.size(),
                members.stream().map(Service::key).toList(),
                marks));
    }

    private static LaneMark mark(String service, String network, Content content) {
        if (content.only().has(new MembershipElement(service, network))) {
            return LaneMark.ENGINE_ONLY;
        }
        return content.saved()
                        .service(service)
                        .filter(before -> before.joins(network))
                        .isPresent()
                ? LaneMark.MEMBER
                : LaneMark.JOINING;
    }

    private static Optional<String> owner(Service service) {
        return service.networkMode() instanceof NetworkMode.OfService(String owner)
                ? Optional.of(owner)
                : Optional.empty();
    }

    private static String note(Service service) {
        return switch (service.networkMode()) {
            case NetworkMode.Networks() -> service.attachments().isEmpty() ? Words.of("lanetable.no-network") : "";
            case NetworkMode.OfService(String owner) -> Words.of("lanetable.in-s-network", owner);
            case NetworkMode.Host() -> Words.of("lanetable.host-network");
            case NetworkMode.None() -> Words.of("lanetable.no-network");
            case NetworkMode.DefaultBridge() -> Words.of("lanetable.default-bridge");
            case NetworkMode.Named(String name) -> Words.of("lanetable.network", name);
            case NetworkMode.OfContainer(String container) ->
                Words.of("lanetable.in-the-network-of-container", container);
        };
    }

    /** Returns the networks from top to bottom. */
    public List<Lane> lanes() {
        return Collections.unmodifiableList(lanes);
    }

    /** Returns the services from left to right. */
    public List<Column> columns() {
        return Collections.unmodifiableList(columns);
    }

    Lane lane(int row) {
        return lanes.get(row);
    }

    Column column(int at) {
        return columns.get(at);
    }

    int rows() {
        return lanes.size();
    }

    int width() {
        return columns.size();
    }

    /** Returns the row of a network, or -1. */
    public int row(String network) {
        return laneAt.getOrDefault(network, -1);
    }

    /** Returns the column of a service, or -1. */
    public int columnOf(String service) {
        return columnAt.getOrDefault(service, -1);
    }

    /** Returns what a service is to a network. */
    public LaneMark mark(String network, String service) {
        int row = row(network);
        return row < 0 ? LaneMark.NONE : lanes.get(row).marks().getOrDefault(columnOf(service), LaneMark.NONE);
    }

    /** Returns how many dots there are. */
    public int memberships() {
        return lanes.stream().mapToInt(Lane::members).sum();
    }

    /** Returns where tiers begin among the lanes. */
    List<Integer> laneTiers() {
        return starts(lanes.stream().map(Lane::tint).toList());
    }

    /** Returns where tiers begin among the columns. */
    List<Integer> columnTiers() {
        return starts(columns.stream().map(Column::tint).toList());
    }

    private static List<Integer> starts(List<Tint> tints) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < tints.size(); i++) {
            if (i == 0 || tints.get(i) != tints.get(i - 1)) {
                starts.add(i);
            }
        }
        return starts;
    }
}
