package dev.bulkhead.cli.edit;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parser of a published port in Compose's short form. */
final class PortText {

    private static final Pattern FORM =
            Pattern.compile("(?:(?:\\[(?<six>[0-9a-fA-F:.]+)]|(?<four>\\d+\\.\\d+\\.\\d+\\.\\d+)):)?"
                    + "(?:(?<published>\\d+(?:-\\d+)?)?:)?(?<target>\\d+)(?:/(?<protocol>\\w+))?");

    private PortText() {}

    static PortMapping parse(String text) throws UsageException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(text);
        }
        Optional<Protocol> protocol =
                Optional.ofNullable(form.group("protocol")).map(Protocol::parse).orElse(Optional.of(Protocol.TCP));
        int target = form.group("target").length() > 5 ? 0 : Integer.parseInt(form.group("target"));
        if (protocol.isEmpty() || target < 1 || target > 65535) {
            throw wrong(text);
        }
        Optional<String> host =
                Optional.ofNullable(form.group("six")).or(() -> Optional.ofNullable(form.group("four")));
        return new PortMapping(
                host, Optional.ofNullable(form.group("published")), target, protocol.get(), PortMapping.INGRESS);
    }

    private static UsageException wrong(String text) {
        return new UsageException("'" + text
                + "' is not a port; write [ADDRESS:][PUBLISHED:]CONTAINER[/udp], for instance 127.0.0.1:8080:80.");
    }
}
