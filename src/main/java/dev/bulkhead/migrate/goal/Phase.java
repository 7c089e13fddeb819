package dev.bulkhead.migrate.goal;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Phase of a goal: a stretch of the way at whose end everything works, with what it changes.
 *
 * @param title what it is for, in a few words
 * @param edit the change of the files, as one; without parts when they read as wanted
 * @param networks networks that the engine has to have before services join them
 * @param leaves memberships that end
 * @param retired real names of networks that the engine no longer has at the end
 * @param joining how running containers get memberships that they lack
 * @param outdated service to why its container has to be made anew although its files do not change, as part of a sentence
 */
public record Phase(
        String title,
        ProjectEdit.Series edit,
        List<WantedNetwork> networks,
        List<MayGo.Membership> leaves,
        List<String> retired,
        Joining joining,
        SortedMap<String, String> outdated) {

    public Phase {
        networks = List.copyOf(networks);
        leaves = List.copyOf(leaves);
        retired = List.copyOf(retired);
        outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
    }

    /** A phase that only adds. */
    public static Phase adding(String title, ProjectEdit.Series edit, List<WantedNetwork> networks, Joining joining) {
        return new Phase(title, edit, networks, List.of(), List.of(), joining, new TreeMap<>());
    }

    /** A phase in which services leave networks as they run, and networks go. */
    public static Phase leaving(
            String title, ProjectEdit.Series edit, List<MayGo.Membership> leaves, List<String> retired) {
        return new Phase(title, edit, List.of(), leaves, retired, Joining.LATER, new TreeMap<>());
    }

    /** How running containers get memberships that they lack. */
    public enum Joining {
        /** They are attached as they run; the files say the same, and the next recreation is no change. */
        LIVE,
        /** They are recreated from the files. */
        RECREATE,
        /** Nobody joins in this phase, and nobody is recreated. */
        LATER
    }

    /**
     * Network that the engine has to have.
     *
     * @param key its key in the files
     * @param spec how it is created
     * @param purpose what it is for, in a few words
     */
    public record WantedNetwork(String key, NetworkSpec spec, String purpose) {}
}
