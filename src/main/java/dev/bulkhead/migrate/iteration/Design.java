package dev.bulkhead.migrate.iteration;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.TopologyEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What an iteration wants of a project: how its files should read, which networks the engine has to have, in which
 * order services take their turn, and what has to work afterwards.
 *
 * @param edit the change of the files, as one; without parts when they read as wanted
 * @param networks networks that the engine has to have before services join them
 * @param turns service to its turn
 * @param flows what has to work afterwards
 * @param unattached service to the reason why it joins no network
 * @param live whether running containers are attached without a restart where that is enough
 * @param notes what the operator should know, one sentence each
 */
public record Design(
        TopologyEdit.Batch edit,
        List<WantedNetwork> networks,
        SortedMap<String, Turn> turns,
        List<MustFlow> flows,
        SortedMap<String, String> unattached,
        boolean live,
        List<String> notes) {

    public Design {
        networks = List.copyOf(networks);
        flows = List.copyOf(flows);
        notes = List.copyOf(notes);
    }

    /** Returns the same with the operator's flows; what was only supposed is then known, and the rest is as it was. */
    public Design withFlows(List<MustFlow> stated) {
        Map<String, MustFlow> all = new LinkedHashMap<>();
        flows.forEach(flow -> all.put(flow.rule(), flow));
        for (MustFlow flow : stated) {
            MustFlow known = all.get(flow.rule());
            if (known == null || known.source() == MustFlow.Source.CATALOGUE) {
                all.put(flow.rule(), flow);
            }
        }
        return new Design(edit, networks, turns, List.copyOf(all.values()), unattached, live, notes);
    }

    /**
     * A network that the engine has to have.
     *
     * @param key its key in the files
     * @param spec how it is created
     * @param purpose what it is for, in a few words
     */
    public record WantedNetwork(String key, NetworkSpec spec, String purpose) {}

    /**
     * A service's turn.
     *
     * @param stage when it comes
     * @param tier its home tier; those of one tier take their turn together
     * @param follows the service it shares a network namespace with, whose turn is also its own
     * @param slowStart whether it takes its time to come back, as a VPN does
     */
    public record Turn(Stage stage, String tier, Optional<String> follows, boolean slowStart) {}
}
