package dev.bulkhead.engine;

import dev.bulkhead.address.EnginePools;
import java.util.Optional;

/**
 * Name and versions of the engine that answers.
 *
 * @param name what the operator calls it: {@code Docker} or {@code Practice engine}
 * @param version the engine's version, for instance {@code 28.5.2}
 * @param apiVersion the API version agreed on, for instance {@code 1.51}
 * @param address where it was reached
 * @param firewall what it writes its packet rules with, in its own words; engines before 28.1 do not tell
 * @param pools what it gives networks that state no subnet
 * @param users how its machine knows the users of its containers
 */
public record EngineInfo(
        String name,
        String version,
        String apiVersion,
        String address,
        Optional<String> firewall,
        EnginePools pools,
        ContainerUsers users) {

    /** Where the practice engine is reached. */
    public static final String PRACTICE = "practice";

    /** An engine that does not tell what it writes its packet rules with. */
    public EngineInfo(String name, String version, String apiVersion, String address) {
        this(name, version, apiVersion, address, Optional.empty(), EnginePools.DEFAULT, ContainerUsers.SAME);
    }

    /** Returns the number before the first dot of its version, 28 of 28.5.2; 0 when it has none. */
    public int major() {
        String number = version.split("\\.", 2)[0];
        return number.chars().allMatch(Character::isDigit) && !number.isEmpty() ? Integer.parseInt(number) : 0;
    }

    /** Returns whether an endpoint can have a priority as default gateway (API 1.48, engine 28). */
    public boolean gatewayPriority() {
        String[] parts = apiVersion.split("\\.", 2);
        int minor = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
        return Integer.parseInt(parts[0]) > 1 || minor >= 48;
    }

    /** Returns whether it is the practice engine, so that no real container is touched. */
    public boolean practice() {
        return address.equals(PRACTICE);
    }

    /** Returns whether its routes are this machine's: it was reached by a socket of the machine. */
    public boolean onThisMachine() {
        return address.startsWith("unix:") || address.startsWith("npipe:");
    }
}
