package dev.bulkhead.reach.truth;

import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Look-ups of names in containers, compared with what was predicted.
 *
 * @param addresses the addresses of each service's container
 */
record LookUps(Map<String, List<String>> addresses) {

    /**
     * Function {@code n NAME}: says on one line whom the name means to programs, which read the hosts file first, and then
     * what the engine's resolver answers.
     */
    private static final String PROGRAM = """
            set -f
            n() {
              echo named $1 $(busybox ping -c 1 -w 1 "$1" 2>/dev/null) // $(busybox timeout 8 busybox nslookup "$1" 2>/dev/null)
            }
            """;

    private static final Pattern PINGED = Pattern.compile("PING \\S+ \\(([^)]*)\\).* //");

    /** What comes before is the resolver's own address. */
    private static final Pattern ANSWERED = Pattern.compile(" // .*?Name:(.*)");

    /** Returns a program that looks up all services of a project at once. */
    static String program(Topology topology) {
        return PROGRAM
                + topology.services().keySet().stream()
                        .map(service -> "n " + service + " &\n")
                        .collect(Collectors.joining())
                + "wait\n";
    }

    /** Returns what is wrong with a prediction; empty where it is right. */
    Optional<String> fault(NameAnswer predicted, String name, String said) {
        String line = said.lines()
                .filter(l -> l.startsWith("named " + name + " "))
                .findFirst()
                .orElseThrow();
        Matcher pinged = PINGED.matcher(line);
        String first = pinged.find() ? pinged.group(1) : "-";
        Matcher answered = ANSWERED.matcher(line);
        List<String> answers =
                answered.find() ? List.of(answered.group(1).strip().split("\\s+", -1)) : List.of();
        SortedSet<String> all = whose(answers);
        boolean right = switch (predicted) {
            case NameAnswer.HostsLine(String address) -> first.equals(address);
            case NameAnswer.Nobody _ -> first.equals("-") && all.isEmpty();
            case NameAnswer.Containers(SortedSet<String> services, var _, String network) ->
                services.containsAll(whose(List.of(first))) && (network.isEmpty() || all.equals(services));
        };
        return right
                ? Optional.empty()
                : Optional.of("predicted " + predicted + ", programs find " + first + " " + whose(List.of(first))
                        + ", the resolver answers " + answers + " " + all);
    }

    private SortedSet<String> whose(List<String> found) {
        List<String> services = new ArrayList<>();
        addresses.forEach((service, own) -> {
            if (own.stream().anyMatch(found::contains)) {
                services.add(service);
            }
        });
        return new TreeSet<>(services);
    }
}
