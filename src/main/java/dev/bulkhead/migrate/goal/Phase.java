package dev.bulkhead.migrate.goal;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;

/**
 * Phase of a goal: a stretch of the way at whose end everything works, with what it changes.
 *
 * @param title what it is for, in a few words
 * @param edit the change of the files, as one; without parts when they read as wanted
 * @param networks networks that the engine has to have before services join them
 * @param leaves memberships that end
 * @param retired real names of networks that the engine no longer has at the end
 * @param joining how running containers get memberships that they lack
 * @param gates what is looked at before and after
 */
public record Phase(
        String title,
        ProjectEdit.Series edit,
        List<WantedNetwork> networks,
        List<MayGo.Membership> leaves,
        List<String> retired,
        Joining joining,
        Gates gates) {

    public Phase {
        networks = List.copyOf(networks);
        leaves = List.copyOf(leaves);
        retired = List.copyOf(retired);
    }

    /** A phase that only adds. */
    public Phase(String title, ProjectEdit.Series edit, List<WantedNetwork> networks, Joining joining) {
        this(title, edit, networks, List.of(), List.of(), joining);
    }

    /** A phase without gates. */
    public Phase(
            String title,
            ProjectEdit.Series edit,
            List<WantedNetwork> networks,
            List<MayGo.Membership> leaves,
            List<String> retired,
            Joining joining) {
        this(title, edit, networks, leaves, retired, joining, Gates.NONE);
    }

    /** How running containers get memberships that they lack. */
    public enum Joining {
        /** They are attached as they run; the files say the same, and the next recreation is no change. */
        LIVE,
        /** They are recreated from the files. */
        RECREATE
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
