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
 * @param rules what packet rules of the host beside the engine's do, where its machine could be asked
 */
public record EngineSettings(
        Map<EngineSetting, Boolean> told,
        BridgeDefaults bridges,
        List<Cidr> around,
        boolean asked,
        Optional<HostRules> rules) {

    /** Nobody told anything. */
    public static final EngineSettings ASSUMED = told(Map.of());

    public EngineSettings {
        told = Map.copyOf(told);
        around = List.copyOf(around);
    }

    /** Settings of an engine whose host's packet rules nobody read. */
    public EngineSettings(Map<EngineSetting, Boolean> told, BridgeDefaults bridges, List<Cidr> around, boolean asked) {
        this(told, bridges, around, asked, Optional.empty());
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
                both,
                bridges.or(other.bridges),
                around.isEmpty() ? other.around : around,
                asked || other.asked,
                rules.or(other::rules));
    }

    /** Returns these settings with switches that another source tells, which does not know better where both do. */
    public EngineSettings or(Map<EngineSetting, Boolean> more) {
        return or(told(more));
    }

    /** Returns these settings for a host that stands in ranges. */
    public EngineSettings withAround(List<Cidr> ranges) {
        return new EngineSettings(told, bridges, ranges, asked, rules);
    }

    /** Returns these settings of an engine that was asked. */
    public EngineSettings whenAsked() {
        return new EngineSettings(told, bridges, around, true, rules);
    }

    /** Returns these settings with what was read of the host's own packet rules. */
    public EngineSettings withRules(HostRules read) {
        Map<EngineSetting, Boolean> more = new EnumMap<>(EngineSetting.class);
        more.putAll(told);
        more.put(EngineSetting.HOST_RULES, true);
        return new EngineSettings(more, bridges, around, asked, Optional.of(read));
    }

    /** Returns what the host's own packet rules do: as they were read, else as the operator states, else nothing. */
    public HostRules hostRules() {
        return rules.orElse(on(EngineSetting.HOST_RULES) ? HostRules.NONE : HostRules.SOME);
    }

    /** Returns these settings, what is not certain of the host's own packet rules taken otherwise. */
    public EngineSettings as(HostRules.View view) {
        Map<EngineSetting, Boolean> taken = new EnumMap<>(EngineSetting.class);
        taken.putAll(told);
        if (view == HostRules.View.ACCEPTING) {
            // What one rule accepts, the policy at the end of the chain does not see.
            taken.put(EngineSetting.FORWARD_POLICY, true);
        }
        return new EngineSettings(
                taken, bridges, around, asked, Optional.of(hostRules().as(view)));
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

    /**
     * What other chains of the host drop matters only where the engine writes none of its own; rules for IPv6 matter to the few
     * verdicts that rest on them, which say so.
     */
    private boolean matters(EngineSetting setting) {
        return switch (setting) {
            case FORWARD_POLICY -> !on(EngineSetting.IPTABLES);
            case IP6TABLES -> false;
            case IPTABLES, USERLAND_PROXY, IP_FORWARD, ICC, HOST_RULES -> true;
        };
    }
}
