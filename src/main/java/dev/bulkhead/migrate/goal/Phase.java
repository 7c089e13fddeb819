package dev.bulkhead.migrate.goal;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Phase of a goal: a stretch of the way at whose end everything works, with what it changes.
 *
 * @param title what it is for, in a few words
 * @param edit the change of the files, as one; without parts when they read as wanted
 * @param first what there has to be before files change and services are touched
 * @param going what ends and goes
 * @param joining how running containers get memberships that they lack
 * @param outdated service to why its container has to be made anew although its files do not change, as part of a sentence
 * @param gates what is looked at before and after
 */
public record Phase(
        String title,
        ProjectEdit.Series edit,
        Beforehand first,
        Going going,
        Joining joining,
        SortedMap<String, String> outdated,
        Gates gates) {

    public Phase {
        outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
    }

    /** A phase that needs no secret files. */
    public Phase(
            String title,
            ProjectEdit.Series edit,
            List<WantedNetwork> networks,
            Going going,
            Joining joining,
            SortedMap<String, String> outdated,
            Gates gates) {
        this(title, edit, new Beforehand(networks, List.of()), going, joining, outdated, gates);
    }

    /** Returns this phase with secret files that have to be there before anything else of it. */
    public Phase with(List<SecretFile> secrets) {
        return with(new Beforehand(networks(), secrets));
    }

    /** Returns this phase with other things that have to be there first. */
    public Phase with(Beforehand other) {
        return new Phase(title, edit, other, going, joining, outdated, gates);
    }

    /**
     * What there has to be before files change and services are touched.
     *
     * @param networks networks that services join
     * @param secrets secret files; one that is there already is kept
     * @param readings by whom they have to be readable
     * @param renewals secrets that get another value
     * @param swarm hosts that come into a Swarm, before its networks are made
     */
    public record Beforehand(
            List<WantedNetwork> networks,
            List<SecretFile> secrets,
            List<SecretReading> readings,
            List<SecretRenewal> renewals,
            List<SwarmTask> swarm) {
        public Beforehand {
            swarm = List.copyOf(swarm);
            networks = List.copyOf(networks);
            secrets = List.copyOf(secrets);
            readings = List.copyOf(readings);
            renewals = List.copyOf(renewals);
        }

        /** Secret files of which nobody is known to read them. */
        public Beforehand(List<WantedNetwork> networks, List<SecretFile> secrets) {
            this(networks, secrets, List.of(), List.of(), List.of());
        }

        /** What there has to be on hosts that are in a Swarm, or need none. */
        public Beforehand(
                List<WantedNetwork> networks,
                List<SecretFile> secrets,
                List<SecretReading> readings,
                List<SecretRenewal> renewals) {
            this(networks, secrets, readings, renewals, List.of());
        }
    }

    /** Returns the networks that the engine has to have before services join them. */
    public List<WantedNetwork> networks() {
        return first.networks();
    }

    /** Returns the secret files that have to be there. */
    public List<SecretFile> secrets() {
        return first.secrets();
    }

    /**
     * What ends and goes in a phase.
     *
     * @param leaves memberships that end
     * @param retired real names of networks that the engine no longer has at the end
     */
    public record Going(List<MayGo.Membership> leaves, List<String> retired) {

        /** Nothing. */
        public static final Going NOTHING = new Going(List.of(), List.of());

        public Going {
            leaves = List.copyOf(leaves);
            retired = List.copyOf(retired);
        }
    }

    /** Returns the memberships that end. */
    public List<MayGo.Membership> leaves() {
        return going.leaves();
    }

    /** Returns the real names of networks that the engine no longer has at the end. */
    public List<String> retired() {
        return going.retired();
    }

    /** A phase that only adds. */
    public static Phase adding(String title, ProjectEdit.Series edit, List<WantedNetwork> networks, Joining joining) {
        return new Phase(title, edit, networks, Going.NOTHING, joining, new TreeMap<>(), Gates.NONE);
    }

    /** A phase in which services leave networks as they run, and networks go. */
    public static Phase leaving(
            String title, ProjectEdit.Series edit, List<MayGo.Membership> leaves, List<String> retired) {
        return new Phase(
                title, edit, List.of(), new Going(leaves, retired), Joining.LATER, new TreeMap<>(), Gates.NONE);
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
    public record WantedNetwork(String key, NetworkSpec spec, String purpose) {

        /** A network that files declare, with the labels by which Compose takes it for its own. */
        public static WantedNetwork declared(String project, Network network) {
            Map<String, String> labels = new TreeMap<>(network.options().labels());
            labels.put(ObservedContainer.PROJECT_LABEL, project);
            labels.put("com.docker.compose.network", network.key());
            NetworkOptions stated = network.options();
            return new WantedNetwork(
                    network.key(),
                    new NetworkSpec(
                            network.name(),
                            stated.withDriver(stated.driver().orElse("bridge"))
                                    .withExternal(false)
                                    .withLabels(labels),
                            network.subnets()),
                    "The files declare it");
        }
    }
}
