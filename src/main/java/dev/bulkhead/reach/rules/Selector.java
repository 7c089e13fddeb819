package dev.bulkhead.reach.rules;

import dev.bulkhead.reach.Subject;

/** Selector of subjects: one side of a rule. */
public sealed interface Selector {

    /** One service. */
    record OneService(String key) implements Selector {}

    /** A group that the rules file names. */
    record OneGroup(String name) implements Selector {}

    /** The members of a network. */
    record MembersOf(String network) implements Selector {}

    /** Containers of other projects on networks that the project shares. */
    record Foreign() implements Selector {}

    /** Host, LAN or internet. */
    record Outsider(Subject subject) implements Selector {}

    /** Every service of the project; neither host nor LAN, internet and containers of others, which are named. */
    record Everyone() implements Selector {}

    /** Returns the selector as the rules file writes it. */
    default String text() {
        return switch (this) {
            case OneService(String key) -> new Subject.OfService(key).text();
            case Foreign() -> "foreign";
            case OneGroup(String name) -> "group:" + name;
            case MembersOf(String network) -> "network:" + network;
            case Outsider(Subject subject) -> subject.text();
            case Everyone() -> "*";
        };
    }

    /** Returns the selector that a text means, without looking whether there is such a thing. */
    static Selector of(String text) {
        if (text.startsWith("group:")) {
            return new OneGroup(text.substring("group:".length()));
        }
        if (text.startsWith("network:")) {
            return new MembersOf(text.substring("network:".length()));
        }
        if (text.startsWith("service:")) {
            return new OneService(text.substring("service:".length()));
        }
        return switch (text) {
            case "*" -> new Everyone();
            case "foreign" -> new Foreign();
            case "internet", "lan", "host" -> new Outsider(Subject.of(text));
            default -> new OneService(text);
        };
    }
}
