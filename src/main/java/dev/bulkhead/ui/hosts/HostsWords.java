package dev.bulkhead.ui.hosts;

import dev.bulkhead.engine.hosts.HostView;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.live.SeenHosts;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sentences about hosts that do not answer. */
public final class HostsWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private HostsWords() {}

    /** Returns what is to be said while hosts do not answer and others do; empty where there is nothing to say. */
    public static Optional<String> silent(SeenHosts seen, Topology topology, ZoneId zone) {
        List<HostView.Silent> silent = seen.hosts().silent();
        if (silent.isEmpty() || seen.hosts().answered().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                " ",
                silent.stream().map(host -> one(host, seen, topology, zone)).toList()));
    }

    private static String one(HostView.Silent silent, SeenHosts seen, Topology topology, ZoneId zone) {
        List<String> services = topology.services().keySet().stream()
                .filter(service -> seen.lastOn(topology.project(), service).contains(silent.host()))
                .toList();
        String host = since(silent, seen, zone)
                .map(since -> Words.of("hostswords.host-does-not-answer-since", silent.host(), since, silent.why()))
                .orElseGet(() -> Words.of("hostswords.host-does-not-answer", silent.host(), silent.why()));
        return host
                + " "
                + (services.isEmpty()
                        ? Words.of("hostswords.what-runs-there-is-not-known")
                        : Words.of("hostswords.what-runs-there-it-had", String.join(", ", services)));
    }

    private static Optional<String> since(HostView.Silent silent, SeenHosts seen, ZoneId zone) {
        return Optional.ofNullable(seen.since().get(silent.host())).map(at -> CLOCK.format(at.atZone(zone)));
    }

    /** Returns how many hosts there are, or how many of them answer. */
    public static String counts(SeenHosts seen) {
        int all = seen.hosts().views().size();
        int there = seen.hosts().answered().size();
        return there == all ? Words.of("hostswords.hosts", all) : Words.of("hostswords.of-hosts-answer", there, all);
    }

    /** Returns how a host is. */
    static String state(HostView view, SeenHosts seen, ZoneId zone) {
        return switch (view) {
            case HostView.Answered _ -> Words.of("hostswords.answers");
            case HostView.Silent silent ->
                since(silent, seen, zone)
                        .map(since -> Words.of("hostswords.silent-since", since, silent.why()))
                        .orElseGet(() -> Words.of("hostswords.silent", silent.why()));
        };
    }
}
