package dev.bulkhead.reach;

/** Subject of a question, who sends or receives: a service, a container of others, the host, or the world around it. */
public sealed interface Subject {

    /** Everything beyond the LAN. */
    record Internet() implements Subject {}

    /** Any other machine that can route to the host. */
    record Lan() implements Subject {}

    /** The machine that the engine runs on. */
    record Host() implements Subject {}

    /** A service of the project. */
    record OfService(String key) implements Subject {}

    /** A container outside the project that is on one of its networks, by its name. */
    record Foreign(String container) implements Subject {}

    /** What stands before the name of a container outside the project. */
    String FOREIGN = "foreign:";

    /** What stands before the name of a service that could be taken for something else. */
    String SERVICE = "service:";

    /** Returns the subject of a name; what is not one of the three outsiders is a service, {@code service:} before it or not. */
    static Subject of(String name) {
        if (name.startsWith(SERVICE)) {
            return new OfService(name.substring(SERVICE.length()));
        }
        if (name.startsWith(FOREIGN)) {
            return new Foreign(name.substring(FOREIGN.length()));
        }
        return switch (name) {
            case "internet" -> new Internet();
            case "lan" -> new Lan();
            case "host" -> new Host();
            default -> new OfService(name);
        };
    }

    /** Returns its name as commands and reports write it: that of a service as long as nothing else is meant by it. */
    default String text() {
        return switch (this) {
            case Internet() -> "internet";
            case Lan() -> "lan";
            case Host() -> "host";
            case Foreign(String container) -> FOREIGN + container;
            case OfService(String key) -> isTaken(key) ? SERVICE + key : key;
        };
    }

    /** Returns whether a name means something else than a service of that name. */
    static boolean isTaken(String name) {
        return name.equals("internet") || name.equals("lan") || name.equals("host") || name.equals("foreign");
    }
}
