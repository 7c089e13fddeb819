package dev.bulkhead.ui.inspector;

import dev.bulkhead.reach.PortQuery;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.ui.reach.ReachSummary;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;

/**
 * Exposure of a published port: who gets to it from outside, by the same answers as the section on reach.
 *
 * @param words who gets there, in a few words
 * @param open whether other machines do
 */
record PortExposure(String words, boolean open) {

    /** Returns who gets to a published port of a service; by its address alone, until reach is known. */
    static PortExposure of(Optional<ReachMatrix> matrix, String service, PortMapping port) {
        String address = port.hostIp().orElse("");
        if (address.startsWith("127.") || address.equals("::1")) {
            return new PortExposure(Words.of("portexposure.this-machine-only", address), false);
        }
        boolean everywhere = address.isEmpty() || address.equals("0.0.0.0") || address.equals("::");
        String who = everywhere
                ? Words.of("portexposure.anyone-on-the-lan")
                : Words.of("portexposure.who-reaches-that-address", address);
        Optional<ReachAnswer> answer = matrix.flatMap(known -> known.indexOf(new Subject.OfService(service))
                .map(to ->
                        known.answer(ReachMatrix.LAN, to, Optional.of(new PortQuery(port.target(), port.protocol())))));
        if (answer.isEmpty()) {
            return new PortExposure(who, everywhere);
        }
        String why = ReachSummary.words(answer.get().reason());
        return switch (answer.get().verdict()) {
            case REACHABLE -> new PortExposure(who, true);
            case BLOCKED -> new PortExposure(Words.of("portexposure.nobody-on-the-lan", why), false);
            case UNKNOWN -> new PortExposure(Words.of("portexposure.not-known-whether-the-lan", why), false);
        };
    }
}
