package dev.bulkhead.ui.shell.path;

import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PortGuide;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Figures of a project as it is today, and the part of it that a step is about.
 *
 * @param figures counted things
 * @param heading what the rows are; empty text for no rows
 * @param rows things the step is about, one line each
 */
public record StepFacts(List<Figure> figures, String heading, List<Row> rows) {

    /** Facts before anything is known. */
    static final StepFacts NONE = new StepFacts(List.of(), "", List.of());

    public StepFacts {
        figures = List.copyOf(figures);
        rows = List.copyOf(rows);
    }

    /** Counted thing. */
    public record Figure(String value, String words) {}

    /** Thing with what is told of it. */
    public record Row(String name, String words) {}

    /** Counts what a step is about. */
    static StepFacts of(Playbook playbook, Topology topology) {
        Map<String, List<String>> members = members(topology);
        List<Row> ports = ports(topology);
        List<Figure> figures = new ArrayList<>();
        figures.add(count(topology.services().size(), Words.of("stepfacts.service"), Words.of("stepfacts.services")));
        figures.add(count(members.size(), Words.of("stepfacts.network"), Words.of("stepfacts.networks")));
        members.entrySet().stream()
                .max(Comparator.comparingInt(network -> network.getValue().size()))
                .ifPresent(largest -> figures.add(new Figure(
                        Integer.toString(largest.getValue().size()), Words.of("stepfacts.share", largest.getKey()))));
        figures.add(
                count(ports.size(), Words.of("stepfacts.port-on-the-host"), Words.of("stepfacts.ports-on-the-host")));
        if (!playbook.ports().equals(PortGuide.NONE)) {
            return new StepFacts(figures, Words.of("stepfacts.ports-on-the-host-2"), ports);
        }
        if (!playbook.tiers().isEmpty()) {
            return new StepFacts(
                    figures,
                    Words.of("stepfacts.networks-2"),
                    members.entrySet().stream()
                            .map(network -> new Row(network.getKey(), String.join(", ", network.getValue())))
                            .toList());
        }
        return new StepFacts(figures, "", List.of());
    }

    private static Figure count(int number, String one, String many) {
        return new Figure(Integer.toString(number), number == 1 ? one : many);
    }

    private static Map<String, List<String>> members(Topology topology) {
        Map<String, List<String>> members = new TreeMap<>();
        topology.networks().keySet().forEach(network -> members.put(network, new ArrayList<>()));
        for (Service service : topology.services().values()) {
            for (Attachment attachment : service.attachments()) {
                members.computeIfAbsent(attachment.network(), network -> new ArrayList<>())
                        .add(service.key());
            }
        }
        return members;
    }

    private static List<Row> ports(Topology topology) {
        List<Row> ports = new ArrayList<>();
        topology.services()
                .values()
                .forEach(service ->
                        service.ports().forEach(port -> ports.add(new Row(port.toString(), service.key()))));
        return ports;
    }
}
