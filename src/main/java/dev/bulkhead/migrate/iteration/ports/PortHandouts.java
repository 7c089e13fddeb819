package dev.bulkhead.migrate.iteration.ports;

import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.goal.RouteRequest;
import dev.bulkhead.topology.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Handouts of iteration 2, which the operator takes along: the inventory, names for DNS, commands for the firewall, the
 * exposure.
 */
final class PortHandouts {

    private static final String PLACEHOLDER = "ADDRESS-OF-THIS-HOST";

    private final List<HostedPort> ports;
    private final SortedMap<String, Fate> fates;
    private final Optional<String> address;

    /**
     * What becomes of a port.
     *
     * @param closes whether it goes
     * @param route how it is opened then
     */
    record Fate(boolean closes, Optional<RouteRequest> route) {

        String text() {
            return !closes
                    ? "stays open"
                    : route.map(r -> "closes; open " + r.url()).orElse("closes");
        }
    }

    /**
     * Works from the ports and what becomes of each, by its question.
     *
     * @param host the host's own address, where it is known
     */
    PortHandouts(List<HostedPort> ports, SortedMap<String, Fate> fates, Optional<String> host) {
        this.ports = List.copyOf(ports);
        this.fates = fates;
        this.address = doorAddress(ports).or(() -> host);
    }

    /** A door that is bound to one address of the host is open at no other. */
    private static Optional<String> doorAddress(List<HostedPort> ports) {
        return ports.stream()
                .filter(port -> port.kind() instanceof HostedPort.Kind.Door)
                .flatMap(port -> port.mapping().hostIp().stream())
                .filter(ip -> !ip.equals("0.0.0.0") && !ip.equals("::") && !ip.startsWith("127."))
                .findFirst();
    }

    List<Handout> all() {
        if (ports.isEmpty()) {
            return List.of();
        }
        List<Handout> all = new ArrayList<>(List.of(inventory(), exposure()));
        TreeSet<String> names = new TreeSet<>();
        fates.values().forEach(fate -> fate.route().ifPresent(route -> names.add(route.host())));
        if (!names.isEmpty()) {
            String to = address.orElse(PLACEHOLDER);
            all.add(new Handout(
                    "Names for /etc/hosts of every machine, with the address of this host",
                    named(names, name -> to + " " + name)));
            all.add(new Handout(
                    "The same for a DNS server (dnsmasq, Pi-hole)",
                    named(names, name -> "address=/" + name + "/" + to)));
        }
        if (ports.stream().anyMatch(port -> fate(port).closes())) {
            all.add(ufw());
            all.add(firewalld());
        }
        return all;
    }

    private List<String> named(SortedSet<String> names, UnaryOperator<String> line) {
        List<String> lines = new ArrayList<>();
        if (address.isEmpty()) {
            lines.add("# The address of the engine's host could not be asked from here: write it for " + PLACEHOLDER
                    + ".");
        }
        names.stream().map(line).forEach(lines::add);
        return lines;
    }

    private Fate fate(HostedPort port) {
        return fates.getOrDefault(port.question(), new Fate(false, Optional.empty()));
    }

    private Handout inventory() {
        List<String> lines = new ArrayList<>();
        for (HostedPort port : ports) {
            lines.add((column(port.onHost(), HostedPort::onHost)
                            + column(port.user(), HostedPort::user)
                            + column(
                                    port.audience().words(),
                                    hosted -> hosted.audience().words())
                            + column(port.what(), HostedPort::what)
                            + fate(port).text())
                    .stripTrailing());
        }
        return new Handout("Published ports: who reaches them, what speaks there, what becomes of them", lines);
    }

    /** Pads a cell to the widest of its column. */
    private String column(String cell, Function<HostedPort, String> text) {
        int width = ports.stream().map(text).mapToInt(String::length).max().orElse(0);
        return cell + " ".repeat(width - cell.length() + 2);
    }

    private Handout exposure() {
        List<HostedPort> open =
                ports.stream().filter(port -> !fate(port).closes()).toList();
        return new Handout(
                "Exposure, one box a published port",
                List.of(
                        "today %3d  %s".formatted(ports.size(), "#".repeat(ports.size())),
                        "after %3d  %s%s"
                                .formatted(
                                        open.size(), "#".repeat(open.size()), ".".repeat(ports.size() - open.size()))));
    }

    private static String rule(HostedPort port) {
        return port.mapping().published().orElse(Integer.toString(port.mapping().target())) + "/"
                + port.mapping().protocol().text();
    }

    private List<HostedPort> beyondThisHost() {
        return ports.stream()
                .filter(port -> port.audience().beyondThisHost())
                .filter(port -> port.mapping().published().isPresent())
                .toList();
    }

    private Handout ufw() {
        List<String> lines = new ArrayList<>();
        lines.add("# ufw does not see published ports, whose packets pass by it; rules for closed ones are taken away");
        for (HostedPort port : beyondThisHost()) {
            String range = rule(port).replace('-', ':');
            lines.add(fate(port).closes() ? "sudo ufw delete allow " + range : "sudo ufw allow " + range);
        }
        return new Handout("Firewall, where ufw is used", lines);
    }

    private Handout firewalld() {
        List<String> lines = new ArrayList<>();
        for (HostedPort port : beyondThisHost()) {
            boolean http = rule(port).equals("80/" + Protocol.TCP.text());
            String what = http ? "-service=http" : "-port=" + rule(port);
            lines.add("sudo firewall-cmd --permanent --" + (fate(port).closes() ? "remove" : "add") + what);
        }
        lines.add("sudo firewall-cmd --reload");
        return new Handout("Firewall, where firewalld is used", lines);
    }
}
