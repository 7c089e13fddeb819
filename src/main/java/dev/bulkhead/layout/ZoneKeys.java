package dev.bulkhead.layout;

import dev.bulkhead.topology.NetworkMode;
import java.util.Optional;

/** Keys of zones that are no network of the project; they begin with a sign that no network key can have. */
public final class ZoneKeys {

    public static final String HOST = "@host";
    public static final String NONE = "@none";
    public static final String BRIDGE = "@bridge";
    private static final String NAMED = "@named:";
    private static final String CONTAINER = "@container:";

    /** What the key of a guest's card begins with. No service is named so, and it comes last of all in a zone. */
    public static final String GUEST = "~";

    private ZoneKeys() {}

    /** Returns the zone of a network mode; empty where the service joins networks or shares those of another. */
    public static Optional<String> of(NetworkMode mode) {
        return switch (mode) {
            case NetworkMode.Networks() -> Optional.empty();
            case NetworkMode.OfService(String ignored) -> Optional.empty();
            case NetworkMode.Host() -> Optional.of(HOST);
            case NetworkMode.None() -> Optional.of(NONE);
            case NetworkMode.DefaultBridge() -> Optional.of(BRIDGE);
            case NetworkMode.Named(String name) -> Optional.of(NAMED + name.replace('/', '_'));
            case NetworkMode.OfContainer(String container) -> Optional.of(CONTAINER + container.replace('/', '_'));
        };
    }

    /** Returns whether a zone is no network of the project. */
    public static boolean isPseudo(String key) {
        return key.startsWith("@");
    }

    /** Returns the title of a zone. */
    public static String title(String key) {
        if (key.startsWith(NAMED)) {
            return key.substring(NAMED.length());
        }
        if (key.startsWith(CONTAINER)) {
            return "container " + key.substring(CONTAINER.length());
        }
        return switch (key) {
            case HOST -> "host network";
            case NONE -> "no network";
            case BRIDGE -> "default bridge";
            default -> key;
        };
    }

    /** Returns what kind of zone a key means. */
    public static ZoneKind kind(String key) {
        if (!isPseudo(key)) {
            return ZoneKind.NETWORK;
        }
        return key.equals(HOST) ? ZoneKind.HOST : ZoneKind.APART;
    }

    /** Returns whether a card is a guest's: who is no part of the project decides nothing of how its networks are shown. */
    public static boolean isGuest(String card) {
        return card.startsWith(GUEST);
    }
}
