package dev.bulkhead.compose.patch.field;

import dev.bulkhead.topology.PortMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges of ports, joined again from single ones after one was taken out of the middle. */
final class PortRanges {

    private PortRanges() {}

    /** Returns the short forms, neighbours joined, in the order given. */
    static List<String> texts(List<PortMapping> ports) {
        List<String> texts = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= ports.size(); i++) {
            if (i == ports.size() || !follows(ports.get(i - 1), ports.get(i))) {
                texts.add(text(ports.get(first), ports.get(i - 1)));
                first = i;
            }
        }
        return texts;
    }

    private static boolean follows(PortMapping a, PortMapping b) {
        Optional<Integer> left = number(a);
        Optional<Integer> right = number(b);
        return a.target() + 1 == b.target()
                && a.protocol() == b.protocol()
                && a.hostIp().equals(b.hostIp())
                && left.isPresent() == right.isPresent()
                && left.map(n -> n + 1).equals(right)
                && a.published().isPresent() == b.published().isPresent();
    }

    private static Optional<Integer> number(PortMapping port) {
        return port.published().filter(p -> p.matches("[0-9]{1,5}")).map(Integer::valueOf);
    }

    private static String text(PortMapping first, PortMapping last) {
        if (first.equals(last)) {
            return first.text();
        }
        String target = "" + first.target();
        String text = first.text();
        int at = text.lastIndexOf(target);
        String head = text.substring(0, at);
        String tail = text.substring(at + target.length());
        String published = first.published().orElse("");
        String ranged = first.published().isEmpty()
                ? head
                : head.substring(0, head.length() - published.length() - 1) + published + "-"
                        + last.published().orElseThrow() + ":";
        return ranged + first.target() + "-" + last.target() + tail;
    }
}
