package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.topology.Contacts;
import dev.bulkhead.topology.Contacts.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reader of the hosts that a service is told of beside its settings. */
final class ContactsReader {

    private ContactsReader() {}

    static Contacts read(MapValue map) throws ComposeException {
        List<Link> links = new ArrayList<>();
        FieldReader.texts(map, "links").forEach(text -> links.add(Link.parse(text, false)));
        FieldReader.texts(map, "external_links").forEach(text -> links.add(Link.parse(text, true)));
        return new Contacts(links, extraHosts(map), healthTest(map), CommandWords.in(map, "entrypoint"));
    }

    /** An entry is {@code NAME=ADDRESS} or {@code NAME:ADDRESS}; a name with several has them all (compose-go, hostList.go). */
    private static SequencedMap<String, String> extraHosts(MapValue map) {
        SequencedMap<String, String> hosts = new LinkedHashMap<>();
        for (String entry : FieldReader.texts(map, "extra_hosts")) {
            int cut = entry.indexOf('=') < 0 ? entry.indexOf(':') : entry.indexOf('=');
            if (cut > 0) {
                add(hosts, entry.substring(0, cut), entry.substring(cut + 1));
            }
        }
        FieldReader.map(map, "extra_hosts").ifPresent(entries -> {
            for (Map.Entry<String, Field> entry : entries.fields().entrySet()) {
                switch (entry.getValue().value()) {
                    case ScalarValue address -> add(hosts, entry.getKey(), address.text());
                    case ListValue addresses ->
                        addresses.items().forEach(item -> {
                            if (item instanceof ScalarValue address) {
                                add(hosts, entry.getKey(), address.text());
                            }
                        });
                    case MapValue _ -> {}
                }
            }
        });
        return hosts;
    }

    private static void add(Map<String, String> hosts, String name, String written) {
        String address =
                written.startsWith("[") && written.endsWith("]") ? written.substring(1, written.length() - 1) : written;
        hosts.merge(name, address, (known, another) -> known + " " + another);
    }

    private static List<String> healthTest(MapValue map) throws ComposeException {
        Optional<MapValue> stated = FieldReader.map(map, "healthcheck");
        if (stated.isPresent() && FieldReader.flag(stated.get(), "disable")) {
            return Contacts.NO_HEALTH;
        }
        return stated.map(check -> {
                    List<String> words = FieldReader.texts(check, "test");
                    if (words.stream().findFirst().filter("NONE"::equals).isPresent()) {
                        return Contacts.NO_HEALTH;
                    }
                    return words.isEmpty()
                            ? FieldReader.text(check, "test").map(List::of).orElse(List.of())
                            : words;
                })
                .orElse(List.of());
    }
}
