package dev.bulkhead.reach;

/** Subject of a question, who sends or receives: a service, the host, or the world around it. */
public sealed interface Subject {

    /** Everything beyond the LAN. */
    record Internet() implements Subject {}

    /** Any other machine that can route to the host. */
    record Lan() implements Subject {}

    /** The machine that the engine runs on. */
    record Host() implements Subject {}

    /** A service of the project. */
    record OfService(String key) implements Subject {}

    /** Returns the subject of a name; what is not one of the three outsiders is a service. */
    static Subject of(String name) {
        return switch (name) {
            case "internet" -> new Internet();
            case "lan" -> new Lan();
            case "host" -> new Host();
            default -> new OfService(name);
        };
    }

    /** Returns its name as commands and reports write it. */
    default String text() {
        return switch (this) {
            case Internet() -> "internet";
            case Lan() -> "lan";
            case Host() -> "host";
            case OfService(String key) -> key;
        };
    }
}
