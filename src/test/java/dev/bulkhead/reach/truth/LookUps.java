package dev.bulkhead.reach.truth;

import dev.bulkhead.reach.names.NameAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Look-ups of names in containers, compared with what was predicted.
 *
 * @param addresses the addresses of each service's container
 */
record LookUps(Map<String, List<String>> addresses) {

    /**
     * Function {@code n NAME}: says whom the name means to programs, which read the hosts file first, and then all that the
     * engine's resolver answers.
     */
    static final String PROGRAM = """
            n() {
              first=$(busybox ping -c 1 -w 1 "$1" 2>/dev/null | sed -n '1s/[^(]*(\\([^)]*\\)).*/\\1/p')
              all=$(busybox timeout 4 busybox nslookup "$1" 2>/dev/null | sed '1,/^Name:/d' | grep -o -e '[0-9a-f]*[.:][0-9a-f.:]*[0-9a-f]' | tr '\\n' ' ')
              echo "named $1 ${first:--} $all"
            }
            """;

    /** Returns what is wrong with a prediction; empty where it is right. */
    Optional<String> fault(NameAnswer predicted, String name, String said) {
        List<String> words = said.lines()
                .filter(line -> line.startsWith("named " + name + " "))
                .findFirst()
                .map(line -> List.of(line.strip().split("\\s+", -1)))
                .orElseThrow();
        String first = words.get(2);
        SortedSet<String> all = whose(words.subList(3, words.size()));
        boolean right = switch (predicted) {
            case NameAnswer.HostsLine(String address) -> first.equals(address);
            case NameAnswer.Nobody _ -> first.equals("-") && all.isEmpty();
            case NameAnswer.Containers(SortedSet<String> services, var _, String network) ->
                services.containsAll(whose(List.of(first))) && (network.isEmpty() || all.equals(services));
        };
        return right
                ? Optional.empty()
                : Optional.of("predicted " + predicted + ", programs find " + first + " " + whose(List.of(first))
                        + ", the resolver answers " + words.subList(3, words.size()) + " " + all);
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
