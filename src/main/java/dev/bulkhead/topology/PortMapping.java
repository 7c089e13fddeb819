package dev.bulkhead.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container port published on the host.
 *
 * @param hostIp the host address it binds to; empty means all addresses
 * @param published host port or range ({@code 8000-8010}); empty means one the engine chooses
 * @param target container port
 * @param protocol transport protocol
 * @param mode {@code ingress} (default) or {@code host}
 */
public record PortMapping(
        Optional<String> hostIp, Optional<String> published, int target, Protocol protocol, String mode) {

    public static final String INGRESS = "ingress";

    private static final Pattern SHORT =
            Pattern.compile("(?:(?:\\[(?<six>[0-9a-fA-F:.]+)]|(?<four>\\d+\\.\\d+\\.\\d+\\.\\d+)):)?"
                    + "(?:(?<published>\\d+(?:-\\d+)?)?:)?(?<target>\\d+)(?:/(?<protocol>\\w+))?");

    private static final Pattern PORTS = Pattern.compile("0*(\\d{1,5})(?:-0*(\\d{1,5}))?(?:/.*)?");
    /** The last port that there is. */
    public static final int LAST = 65_535;

    /** Returns a mapping on all host addresses. */
    public static PortMapping of(int published, int target, Protocol protocol) {
        return new PortMapping(Optional.empty(), Optional.of(Integer.toString(published)), target, protocol, INGRESS);
    }

    /** Returns the mapping of {@code [ADDRESS:][PUBLISHED:]CONTAINER[/PROTOCOL]}, Compose's short form, if it is one. */
    public static Optional<PortMapping> parse(String text) {
        Matcher form = SHORT.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<Protocol> protocol =
                Optional.ofNullable(form.group("protocol")).map(Protocol::parse).orElse(Optional.of(Protocol.TCP));
        int target = form.group("target").length() > 5 ? 0 : Integer.parseInt(form.group("target"));
        if (protocol.isEmpty() || target < 1 || target > 65535) {
            return Optional.empty();
        }
        Optional<String> host =
                Optional.ofNullable(form.group("six")).or(() -> Optional.ofNullable(form.group("four")));
        return Optional.of(
                new PortMapping(host, Optional.ofNullable(form.group("published")), target, protocol.get(), INGRESS));
    }

    /** Returns the short form of Compose, the protocol only when it is not TCP. */
    public String text() {
        StringBuilder text = new StringBuilder();
        hostIp.ifPresent(
                ip -> text.append(ip.contains(":") ? "[" + ip + "]" : ip).append(':'));
        if (published.isPresent()) {
            text.append(published.get()).append(':');
        } else if (hostIp.isPresent()) {
            text.append(':');
        }
        text.append(target);
        if (protocol != Protocol.TCP) {
            text.append('/').append(protocol.text());
        }
        return text.toString();
    }

    /** Returns whether the engine can read its host port (go-connections {@code nat.ParsePortRange}); one it chooses it can. */
    public boolean readable() {
        if (published.isEmpty()) {
            return true;
        }
        Matcher ports = PORTS.matcher(published.get());
        if (!ports.matches()) {
            return false;
        }
        int first = Integer.parseInt(ports.group(1));
        int last = ports.group(2) == null ? first : Integer.parseInt(ports.group(2));
        return first <= last && last <= LAST;
    }

    /** Returns it as on the host, for instance {@code 8989/tcp}; {@code random:8989/tcp} where the engine chooses it. */
    public String onHost() {
        return (published.isEmpty() ? "random:" : "")
                + hostIp.map(ip -> ip + ":").orElse("") + published.orElse(Integer.toString(target)) + "/"
                + protocol.text();
    }

    @Override
    public String toString() {
        return text();
    }
}
