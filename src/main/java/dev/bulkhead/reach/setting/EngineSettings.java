package dev.bulkhead.reach.setting;

import dev.bulkhead.address.Cidr;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings of an engine and ranges of its machine, as far as somebody told of them.
 *
 * @param told what the engine, its machine or the operator told; the rest is assumed to be on
 * @param bridges what bridges are that do not say so themselves
 * @param around ranges in which the host itself stands, where its machine could be asked
 * @param asked whether an engine was asked, so that its version is not assumed
 */
public record EngineSettings(
        Map<EngineSetting, Boolean> told, BridgeDefaults bridges, List<Cidr> around, boolean asked) {

    /** Nobody told anything. */
    public static final EngineSettings ASSUMED = told(Map.of());

    public EngineSettings {
        told = Map.copyOf(told);
        around = List.copyOf(around);
    }

    /** Returns settings of which somebody told. */
    public static EngineSettings told(Map<EngineSetting, Boolean> told) {
        return new EngineSettings(told, BridgeDefaults.NONE, List.of(), false);
    }

    /** Returns whether a setting is on; what nobody told of is. */
    public boolean on(EngineSetting setting) {
        return told.getOrDefault(setting, true);
    }

    /** Returns these settings with what another source tells, which does not know better where both do. */
    public EngineSettings or(EngineSettings other) {
        Map<EngineSetting, Boolean> both = new EnumMap<>(EngineSetting.class);
        both.putAll(other.told);
        both.putAll(told);
        return new EngineSettings(
                both, bridges.or(other.bridges), around.isEmpty() ? other.around : around, asked || other.asked);
    }

    /** Returns these settings with switches that another source tells, which does not know better where both do. */
    public EngineSettings or(Map<EngineSetting, Boolean> more) {
        return or(told(more));
    }

    /** Returns these settings for a host that stands in ranges. */
    public EngineSettings withAround(List<Cidr> ranges) {
        return new EngineSettings(told, bridges, ranges, asked);
    }

    /** Returns these settings of an engine that was asked. */
    public EngineSettings whenAsked() {
        return new EngineSettings(told, bridges, around, true);
    }

    /** Returns the sentence that says what is assumed; empty where everything was told. */
    public Optional<String> assumptions() {
        String assumed = Arrays.stream(EngineSetting.values())
                .filter(setting -> !told.containsKey(setting) && matters(setting))
                .map(EngineSetting::assumed)
                .collect(Collectors.joining(", "));
        return assumed.isEmpty()
                ? Optional.empty()
                : Optional.of("Assumed of the engine, since nobody told: " + assumed
                        + ". State what differs in bulkhead.yml, below engine:.");
    }

    /** What other chains of the host drop matters only where the engine writes none of its own. */
    private boolean matters(EngineSetting setting) {
        return setting != EngineSetting.FORWARD_POLICY || !on(EngineSetting.IPTABLES);
    }
}
