package dev.bulkhead.compose.load.read;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule of host ports in their long form, where Compose hands over what stands there or what variables made of it: the engine takes
 * only what it can read (go-connections {@code nat.ParsePortRange}).
 */
final class HostPortRules {

    private static final Pattern PORTS = Pattern.compile("0*(\\d{1,5})(?:-0*(\\d{1,5}))?(?:/.*)?");
    private static final int LAST = 65_535;

    private HostPortRules() {}

    static void check(Service service, CopiesRules.Problems problems) {
        for (int i = 0; i < service.ports().size(); i++) {
            Element at = Element.port(service.key(), i);
            service.ports()
                    .get(i)
                    .published()
                    .filter(text -> !readable(text))
                    .ifPresent(text -> problems.problem(
                            Element.service(service.key()),
                            at,
                            "the service " + service.key() + " publishes '" + text
                                    + "', which is neither a port nor a range of ports",
                            "write a number up to " + LAST + ", or a range such as 8000-8010"));
        }
    }

    private static boolean readable(String text) {
        Matcher ports = PORTS.matcher(text);
        if (!ports.matches()) {
            return false;
        }
        int first = Integer.parseInt(ports.group(1));
        int last = ports.group(2) == null ? first : Integer.parseInt(ports.group(2));
        return first <= last && last <= LAST;
    }
}
