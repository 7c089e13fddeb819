package dev.bulkhead.ui.matrix;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Services by networks as a table, with counts.
 *
 * @param columns the networks, in their order
 * @param rows the services, in theirs
 */
record MembershipTable(List<Column> columns, List<Row> rows) {

    /**
     * A network.
     *
     * @param members how many services are on it
     * @param group what it is grouped under; empty text where nothing is grouped or its tier is not known
     * @param begins whether it is the first of a group that is not the first
     */
    record Column(String network, Tint tint, int members, String group, boolean begins) {}

    /**
     * A service.
     *
     * @param networks on how many it is
     * @param group as of a network, after the first network it is on
     */
    record Row(Service service, int networks, String group, boolean begins) {}

    /**
     * Returns a project as a table.
     *
     * @param tints the colour family of each network
     * @param grouped whether networks and services of a tier stand together; else all are in the order of the files
     */
    static MembershipTable of(Topology topology, Function<String, Tint> tints, boolean grouped) {
        Map<String, Integer> members = new HashMap<>();
        topology.services()
                .values()
                .forEach(service -> service.attachments()
                        .forEach(attachment -> members.merge(attachment.network(), 1, Integer::sum)));
        List<String> networks = new ArrayList<>(topology.networks().keySet());
        List<Service> services = new ArrayList<>(topology.services().values());
        Function<Service, Tint> home = service -> service.attachments().stream()
                .findFirst()
                .map(attachment -> tints.apply(attachment.network()))
                .orElse(Tint.OUTSIDE);
        if (grouped) {
            networks.sort(Comparator.comparing(tints));
            services.sort(Comparator.comparing(home));
        }
        List<Column> columns = new ArrayList<>();
        for (String network : networks) {
            Tint tint = tints.apply(network);
            boolean begins = grouped && !columns.isEmpty() && columns.getLast().tint() != tint;
            columns.add(
                    new Column(network, tint, members.getOrDefault(network, 0), grouped ? tint.words() : "", begins));
        }
        List<Row> rows = new ArrayList<>();
        Tint last = Tint.OUTSIDE;
        for (Service service : services) {
            Tint tint = home.apply(service);
            rows.add(new Row(
                    service,
                    service.attachments().size(),
                    grouped ? tint.words() : "",
                    grouped && !rows.isEmpty() && tint != last));
            last = tint;
        }
        return new MembershipTable(List.copyOf(columns), List.copyOf(rows));
    }
}
