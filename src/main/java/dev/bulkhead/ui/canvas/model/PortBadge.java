package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.ui.words.Words;

/**
 * Badge of a published port on a card.
 *
 * @param text the port on the host
 * @param audience who can reach it
 * @param words the whole mapping and its audience, for tooltips and screen readers
 */
public record PortBadge(String text, Audience audience, String words) {

    /** Who can reach a published port. */
    public enum Audience {
        /** Every machine that can route to the host. */
        EVERYONE(Words.of("portbadge.everyone-who-reaches-the-host")),
        /** Machines that can route to one address of the host. */
        ONE_ADDRESS(Words.of("portbadge.who-reaches-that-address")),
        /** Processes on the host itself. */
        HOST_ONLY(Words.of("portbadge.the-host-only"));

        private final String words;

        Audience(String words) {
            this.words = words;
        }

        /** Returns who that is, in a few words. */
        public String words() {
            return words;
        }

        /** Returns who can reach a mapping. */
        public static Audience of(PortMapping port) {
            return port.hostIp().map(Audience::of).orElse(EVERYONE);
        }

        private static Audience of(String address) {
            if (address.startsWith("127.") || address.equals("::1") || address.equals("localhost")) {
                return HOST_ONLY;
            }
            return address.isEmpty() || address.equals("0.0.0.0") || address.equals("::") ? EVERYONE : ONE_ADDRESS;
        }
    }

    /** Returns the badge of a mapping. */
    public static PortBadge of(PortMapping port) {
        String number = port.published().orElse(Words.of("portbadge.auto"));
        String text = port.protocol() == Protocol.TCP
                ? number
                : number + "/" + port.protocol().text();
        Audience audience = Audience.of(port);
        return new PortBadge(text, audience, Words.of("portbadge.port-for", port.text(), audience.words()));
    }
}
