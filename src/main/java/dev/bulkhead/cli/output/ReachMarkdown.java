package dev.bulkhead.cli.output;

import dev.bulkhead.reach.diff.ChangeGroup;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Difference of who reaches whom as a part of a comment, in Markdown, with the lines that made it. */
public final class ReachMarkdown {

    private static final int MOST_CAUSES = 20;
    private static final int MOST_NAMES = 8;
    private static final int MOST_PLACES = 3;

    private final CheckReport.ReachChanges reach;
    private final RepositoryPlaces places;

    private ReachMarkdown(CheckReport.ReachChanges reach, RepositoryPlaces places) {
        this.reach = reach;
        this.places = places;
    }

    /** Returns the difference as text. */
    public static String of(CheckReport.ReachChanges reach, RepositoryPlaces places) {
        return new ReachMarkdown(reach, places).write();
    }

    private String write() {
        if (reach.diff().isEmpty()) {
            return "\n**Who reaches whom:** nothing opens, nothing closes.\n";
        }
        StringBuilder text =
                new StringBuilder("\n**Who reaches whom:** ").append(sum()).append("\n\n");
        List<ChangeGroup> groups = reach.diff().groups();
        for (ChangeGroup group : groups.subList(0, Math.min(MOST_CAUSES, groups.size()))) {
            text.append("- **")
                    .append(group.kind().text())
                    .append("** ")
                    .append(blocks(group))
                    .append(" - ");
            text.append(group.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            group.via().ifPresent(via -> text.append(' ').append(Markdown.code(via)));
            List<String> where = where(group);
            if (!where.isEmpty()) {
                text.append(isOver(group) ? " (was at " : " (")
                        .append(String.join(", ", where))
                        .append(')');
            }
            text.append('\n');
        }
        if (groups.size() > MOST_CAUSES) {
            text.append("\nAnd ").append(groups.size() - MOST_CAUSES).append(" more causes.\n");
        }
        return text.toString();
    }

    private String sum() {
        List<String> parts = new ArrayList<>();
        for (ReachChange.Kind kind : ReachChange.Kind.values()) {
            long count = reach.diff().count(kind);
            if (count > 0) {
                parts.add(count + " " + kind.text());
            }
        }
        long pairs = reach.diff().pairs();
        return pairs + (pairs == 1 ? " pair changes (" : " pairs change (") + String.join(", ", parts) + ").";
    }

    private static String blocks(ChangeGroup group) {
        return group.blocks().stream()
                .limit(MOST_PLACES)
                .map(block -> names(block.from()) + " → " + names(block.to()))
                .collect(Collectors.joining("; ", "", group.blocks().size() > MOST_PLACES ? "; ..." : ""));
    }

    private static String names(List<String> names) {
        String some = names.stream().limit(MOST_NAMES).map(Markdown::code).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + " and " + (names.size() - MOST_NAMES) + " more" : some;
    }

    private static boolean isOver(ChangeGroup group) {
        return group.kind() == ReachChange.Kind.CLOSES || group.kind() == ReachChange.Kind.NARROWS;
    }

    /** Returns the lines that made a change: what the one side has that the other lacks, else what carries it. */
    private List<String> where(ChangeGroup group) {
        CheckReport.Side telling = isOver(group) ? reach.before() : reach.after();
        CheckReport.Side other = isOver(group) ? reach.after() : reach.before();
        Set<SourceMark> marks = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        group.blocks().forEach(block -> {
            named.addAll(block.from());
            named.addAll(block.to());
        });
        for (String name : named) {
            telling.topology()
                    .service(name)
                    .ifPresent(service -> marks(service, group.via(), telling, other.topology(), marks));
        }
        if (marks.isEmpty()) {
            group.via()
                    .filter(via -> telling.topology().network(via).isPresent())
                    .flatMap(via -> telling.sources().at(Element.network(via)))
                    .ifPresent(marks::add);
        }
        List<String> where = marks.stream()
                .limit(MOST_PLACES)
                .map(mark -> Markdown.code(places.place(mark)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (marks.size() > MOST_PLACES) {
            where.add("...");
        }
        return where;
    }

    private static void marks(
            Service service, Optional<String> via, CheckReport.Side telling, Topology other, Set<SourceMark> marks) {
        Optional<Service> counterpart = other.service(service.key());
        if (via.filter(service::joins).isPresent()) {
            if (counterpart.filter(there -> there.joins(via.get())).isEmpty()) {
                telling.sources()
                        .at(Element.membership(service.key(), via.get()))
                        .ifPresent(marks::add);
            }
            return;
        }
        List<PortMapping> ports = counterpart.map(Service::ports).orElse(List.of());
        for (int i = 0; i < service.ports().size(); i++) {
            if (!ports.contains(service.ports().get(i))) {
                telling.sources().at(Element.port(service.key(), i)).ifPresent(marks::add);
            }
        }
        if (counterpart.isEmpty()) {
            telling.sources().at(Element.service(service.key())).ifPresent(marks::add);
        }
    }
}
