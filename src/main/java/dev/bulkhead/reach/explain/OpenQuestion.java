package dev.bulkhead.reach.explain;

import dev.bulkhead.reach.ReachReason;
import java.util.Map;
import java.util.Optional;

/**
 * Question whose answer would settle a verdict that is not known.
 *
 * @param text what is asked, as it goes on the sentence before it
 * @param remedy how it is answered; empty where nobody but the operator knows
 */
public record OpenQuestion(String text, Optional<String> remedy) {

    private static final Map<ReachReason, OpenQuestion> ASKED = Map.of(
            ReachReason.FIREWALL_UNKNOWN, new OpenQuestion("does it let this through?"),
            ReachReason.VPN_FIREWALL_UNKNOWN, new OpenQuestion("which ranges does it name?"),
            ReachReason.NAMESPACE_UNKNOWN, new OpenQuestion("on which networks is that container?"),
            ReachReason.LAN_ROUTER_UNKNOWN,
                    new OpenQuestion("does the host stand there? then the kernel keeps them apart"),
            ReachReason.EXTERNAL_UNKNOWN,
                    new OpenQuestion(
                            "is it internal?",
                            Optional.of("ask its engine (--live), or state what it is like under x-bulkhead, such as"
                                    + " driver: bridge")),
            ReachReason.DRIVER_UNKNOWN, new OpenQuestion("does it lead out, and has the host an address on it?"),
            ReachReason.HOST_UNKNOWN,
                    new OpenQuestion("where do they run?", Optional.of("start them, or name the engines of all hosts")),
            ReachReason.BRIDGE_ADDRESS, new OpenQuestion("has one a route there over this host?"),
            ReachReason.VPN_UNKNOWN, new OpenQuestion("what does its image let out beside the tunnel, and in?"),
            ReachReason.ROUTE_UNKNOWN, new OpenQuestion("has it one?"));

    private OpenQuestion(String text) {
        this(text, Optional.empty());
    }

    /** Returns the question of a reason; empty where that is certain. */
    static Optional<OpenQuestion> of(ReachReason reason) {
        return Optional.ofNullable(ASKED.get(reason));
    }

    /** Returns it as a line for the operator. */
    public String line() {
        return "not known: " + words();
    }

    /** Returns it with its remedy, to stand in a sentence. */
    String words() {
        return text + remedy.map(how -> " " + how).orElse("");
    }
}
