package dev.bulkhead.compose.load.model;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.load.value.IpText;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue.Kind;
import dev.bulkhead.compose.load.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The short form of a port, {@code [[HOST:]PUBLISHED:]TARGET[/PROTOCOL]} with ranges, turned into the long form the way
 * Compose does (docker/go-connections {@code nat}).
 */
final class PortSpec {

    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final int MAX_PORT = 65535;

    private record Range(int start, int end) {
        int size() {
            return end - start;
        }
    }

    private final Place place;
    private final String text;

    private PortSpec(Place place, String text) {
        this.place = place;
        this.text = text;
    }

    /**
     * Returns the long form of each port that a short form stands for, in the order that Compose lists them: by port and
     * protocol as text.
     *
     * @throws ComposeException if it is not a port
     */
    static List<MapValue> parse(ScalarValue value) throws ComposeException {
        return new PortSpec(value.place(), value.text()).expand();
    }

    private List<MapValue> expand() throws ComposeException {
        int last = text.lastIndexOf(':');
        int before = last < 0 ? -1 : text.lastIndexOf(':', last - 1);
        String container = text.substring(last + 1);
        String published = last < 0 ? "" : text.substring(before + 1, last);
        String host = before < 0 ? "" : text.substring(0, before);

        String[] parts = container.split("/", -1);
        String protocol = parts.length < 2 || parts[1].isEmpty() ? "tcp" : parts[1].toLowerCase(Locale.ROOT);
        String address = address(host);
        if (parts[0].isEmpty()) {
            throw fault("names no container port");
        }
        Range target = range(parts[0], "container port");
        Range publishedRange = published.isEmpty() ? new Range(0, 0) : range(published, "host port");
        if (!published.isEmpty() && target.size() != publishedRange.size() && target.size() > 0) {
            throw fault("has ranges of different length");
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw fault("has a protocol other than tcp, udp and sctp");
        }
        Map<String, MapValue> ports = new TreeMap<>();
        for (int i = 0; i <= target.size(); i++) {
            String host1 = published.isEmpty() ? "" : Integer.toString(publishedRange.start() + i);
            if (target.size() == 0 && publishedRange.size() > 0) {
                host1 += "-" + publishedRange.end();
            }
            int port = target.start() + i;
            ports.put(port + "/" + protocol, longForm(address, host1, port, protocol));
        }
        return new ArrayList<>(ports.values());
    }

    private MapValue longForm(String address, String published, int target, String protocol) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("mode", Values.string(place, "ingress"));
        if (!address.isEmpty()) {
            fields.put("host_ip", Values.string(place, address));
        }
        fields.put("target", new ScalarValue(place, Kind.INTEGER, Integer.toString(target)));
        if (!published.isEmpty()) {
            fields.put("published", Values.string(place, published));
        }
        fields.put("protocol", Values.string(place, protocol));
        return Values.map(place, fields);
    }

    private String address(String host) throws ComposeException {
        String address = host;
        if (host.startsWith("[")) {
            if (!host.endsWith("]")) {
                throw fault("has an IPv6 address without its closing bracket");
            }
            address = host.substring(1, host.length() - 1);
        } else if (host.contains(":")) {
            throw fault("has an IPv6 address without brackets");
        }
        if (!address.isEmpty() && !IpText.isAddress(address)) {
            throw fault("has a host address that is no IP address");
        }
        return address;
    }

    private Range range(String ports, String what) throws ComposeException {
        String[] ends = ports.split("-", -1);
        int start = port(ends[0], what);
        int end = ends.length > 1 ? port(ends[1], what) : start;
        if (end < start) {
            throw fault("has a " + what + " range that runs backwards");
        }
        return new Range(start, end);
    }

    private int port(String digits, String what) throws ComposeException {
        boolean number =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = number ? Integer.parseInt(digits) : -1;
        if (value < 0 || value > MAX_PORT) {
            throw fault("has a " + what + " that is no number from 0 to " + MAX_PORT);
        }
        return value;
    }

    private ComposeException fault(String what) {
        return place.fault("the port " + text + " " + what
                + "; write [HOST_IP:][HOST_PORT:]CONTAINER_PORT[/PROTOCOL], for instance 127.0.0.1:8080:80/tcp.");
    }
}
