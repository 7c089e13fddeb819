package dev.bulkhead.engine.drift;

import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** A difference between a project's files and the running engine. */
public sealed interface Drift {

    /** A service of the files has no container. */
    record ContainerMissing(String service) implements Drift {}

    /** The engine has a container of the project for a service that the files do not have. */
    record ContainerExtra(String container, String service) implements Drift {}

    /** A service's container does not run. */
    record ContainerStopped(String service, String container, RunState state) implements Drift {}

    /** A service's container runs another image. */
    record ImageDiffers(String service, String container, String wanted, String found) implements Drift {}

    /** A service shares a network namespace that is not that of its owner's present container. */
    record NamespaceLost(String service, String container, String wanted) implements Drift {}

    /**
     * A container has nothing but loopback: the one whose network namespace it shares was started again after it, outside
     * Compose, and has a new one.
     *
     * @param alike whether the owner shares a namespace itself and has lost that
     */
    record NamespaceCut(String service, String container, String owner, boolean alike) implements Drift {}

    /** A container is not a member of a network that the files give it. */
    record MembershipMissing(String service, String container, String network) implements Drift {}

    /** A container is a member of a network that the files do not give it. */
    record MembershipExtra(String service, String container, String network) implements Drift {}

    /** A container is not found under names that the files give it on a network. */
    record AliasesLost(String service, String container, String network, List<String> aliases) implements Drift {
        public AliasesLost {
            aliases = List.copyOf(aliases);
        }
    }

    /** A container has another address than the static one of the files. */
    record AddressDiffers(String service, String container, String network, String wanted, String found)
            implements Drift {}

    /** The engine lacks a network that a service of the files uses. */
    record NetworkMissing(String network) implements Drift {}

    /** The engine has a network of the project that the files do not have. */
    record NetworkExtra(String network) implements Drift {}

    /**
     * A network is not as the files say.
     *
     * @param property subnet, internal, driver or IPv6
     */
    record NetworkDiffers(String network, String property, String wanted, String found) implements Drift {}

    /**
     * A container was made from other settings than the files have now: the next deployment makes it anew.
     *
     * @param variables names of variables whose values differ; never the values
     */
    record SettingsDiffer(String service, String container, List<String> variables) implements Drift {
        public SettingsDiffer {
            variables = List.copyOf(variables);
        }
    }

    /** The reference of a container's image means another image by now: the next deployment makes it anew. */
    record ImageMoved(String service, String container, String image) implements Drift {}

    /** Containers of the project were made from another directory. */
    record DirectoryDiffers(List<String> containers, String found, String wanted) implements Drift {
        public DirectoryDiffers {
            containers = List.copyOf(containers);
        }
    }

    /** Containers of the project were made from further files than those that are read here. */
    record FilesDiffer(List<String> containers, List<String> files) implements Drift {
        public FilesDiffer {
            containers = List.copyOf(containers);
            files = List.copyOf(files);
        }
    }

    /** A container that is not the project's is on one of its networks. */
    record ForeignContainer(String container, String network) implements Drift {}

    /** A name by which a service is found on a network finds containers of others there, too. */
    record NameShared(String service, String name, String network, List<String> others) implements Drift {
        public NameShared {
            others = List.copyOf(others);
        }
    }

    /** The name that the files give a container is that of one that is not the project's. */
    record ContainerNameTaken(String service, String name, String holder) implements Drift {}

    /** A network of that name exists and Compose refuses it: it was not made for this key of a project. */
    record NetworkRefused(String network, String key, String label) implements Drift {}

    /** Whether settings differ is not known. */
    record NotCompared(String reason) implements Drift {}

    /** A network that the files declare was created by somebody else, so Compose uses it but never changes it. */
    record NetworkUnmanaged(String network) implements Drift {}

    /**
     * Returns all differences, those of networks first, each kind sorted by name. Services of profiles count only where
     * they have a container.
     */
    static List<Drift> between(Topology files, ObservedState engine) {
        return DriftFinder.find(files, engine);
    }

    /** Returns all differences, also changes of the files that wait to be deployed and containers of others. */
    static List<Drift> between(Topology files, ObservedState engine, DriftFacts facts) {
        List<Drift> all = new ArrayList<>(DriftFinder.find(files, engine));
        all.addAll(PendingChanges.find(files, engine, facts));
        return List.copyOf(all);
    }

    /** Returns whether the next deployment ends it: the files changed after the container was made. */
    default boolean pending() {
        return this instanceof SettingsDiffer || this instanceof ImageMoved;
    }

    /** Returns the difference as a sentence. */
    default String sentence() {
        return switch (this) {
            case ContainerMissing(String service) -> "Service " + service + " has no container.";
            case ContainerExtra(String container, String service) ->
                "Container " + container + " belongs to service " + service + ", which the files do not have.";
            case ContainerStopped(String service, String container, RunState state) ->
                "Container " + container + " of service " + service + " does not run (" + DriftFinder.text(state)
                        + ").";
            case ImageDiffers d ->
                "Container " + d.container() + " of service " + d.service() + " runs image " + d.found()
                        + ", the files say " + d.wanted() + ".";
            case NamespaceLost d ->
                "Container " + d.container() + " of service " + d.service() + " does not share the network of "
                        + d.wanted() + " any more; recreate it.";
            case NamespaceCut d ->
                "Container " + d.container() + " of service " + d.service() + " has no network: " + d.owner()
                        + ", whose network it shares, "
                        + (d.alike()
                                ? "has none either; restart both, " + d.owner() + " first."
                                : "was started again after it; restart " + d.container() + ".");
            case MembershipMissing d ->
                "Container " + d.container() + " of service " + d.service() + " is not on network " + d.network() + ".";
            case MembershipExtra d ->
                "Container " + d.container() + " of service " + d.service() + " is on network " + d.network()
                        + ", which the files do not say.";
            case AliasesLost d ->
                "Container " + d.container() + " of service " + d.service() + " is not found as "
                        + String.join(", ", d.aliases()) + " on network " + d.network() + "; recreate it.";
            case AddressDiffers d ->
                "Container " + d.container() + " of service " + d.service() + " has address " + d.found()
                        + " on network " + d.network() + ", the files say " + d.wanted() + ".";
            case NetworkMissing(String network) -> "The engine has no network " + network + ".";
            case NetworkExtra(String network) ->
                "Network " + network + " belongs to the project, but the files do not have it.";
            case NetworkDiffers d ->
                "Network " + d.network() + " has " + d.property() + " " + d.found() + ", the files say " + d.wanted()
                        + ".";
            case SettingsDiffer d ->
                "Container " + d.container() + " of service " + d.service()
                        + " was made from other settings than the files have now"
                        + (d.variables().isEmpty() ? "" : " (variables " + String.join(", ", d.variables()) + ")")
                        + "; the next docker compose up makes it anew.";
            case ImageMoved d ->
                "Container " + d.container() + " of service " + d.service() + " runs an older image than " + d.image()
                        + " means on the engine now; the next docker compose up makes it anew.";
            case DirectoryDiffers d ->
                String.join(", ", d.containers())
                        + (d.containers().size() == 1 ? " was" : " were") + " made from " + d.found() + ", not from "
                        + d.wanted() + "; give one of the two projects another name.";
            case FilesDiffer d ->
                String.join(", ", d.containers())
                        + (d.containers().size() == 1 ? " was" : " were") + " made from "
                        + String.join(", ", d.files()) + " as well, which "
                        + (d.files().size() == 1 ? "is" : "are")
                        + " not read here; name every file with -f, as Compose was given them.";
            case ForeignContainer(String container, String network) ->
                "Container " + container + ", which does not belong to the project, is on its network " + network + ".";
            case NameShared d ->
                "On network " + d.network() + " " + d.name() + " is the name of service " + d.service() + " and of "
                        + String.join(", ", d.others())
                        + ": who asks for it gets now one, now the other; use a name that"
                        + " only one has.";
            case ContainerNameTaken d ->
                "Service " + d.service() + " is to have container " + d.name() + ", and " + d.holder()
                        + " has that name: docker compose up will be refused; give one of the two another name.";
            case NetworkRefused d ->
                "Network " + d.network() + " exists and was not made for network " + d.key() + " by Compose ("
                        + (d.label().isEmpty() ? "it has no such label" : "its label says " + d.label())
                        + "), so docker compose up refuses it; declare it with external: true, or remove it.";
            case NotCompared(String reason) ->
                "Whether containers were made from the settings that the files have now is not known: " + reason;
            case NetworkUnmanaged(String network) ->
                "Network " + network + " was not created by this project, so Compose will not change it.";
        };
    }
}
