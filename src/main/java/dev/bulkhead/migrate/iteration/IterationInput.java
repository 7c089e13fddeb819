package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.UsedRange;
import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.engine.ContainerUsers;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.evidence.SettingsFiles;
import dev.bulkhead.migrate.iteration.evidence.Survey;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Topology;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Input of proposals: the project, what is around it, and what is known.
 *
 * @param topology the project as its files say
 * @param catalogue what is known of images
 * @param observed the engine as it is
 * @param engine what else the engine was asked
 * @param hostRoutes ranges that the host's routes lead to
 * @param settings what services are told in files of their own
 * @param rules the operator's rules
 */
public record IterationInput(
        Topology topology,
        Catalogue catalogue,
        ObservedState observed,
        EngineAnswers engine,
        List<UsedRange> hostRoutes,
        SettingsFiles settings,
        Rules rules) {

    public IterationInput {
        hostRoutes = List.copyOf(hostRoutes);
    }

    /**
     * Answers of an engine beside its state.
     *
     * @param outdated service to why its container, which is there, is not what the files say, as part of a sentence
     * @param choosesDefaultRoute whether a membership can say how it ranks as default route
     * @param hostAddress address by which the LAN reaches its host; empty where that is not known
     * @param makers tells how containers were made; asked for the services that matter
     * @param survey containers from inside, where the iteration asks for that
     * @param users how its machine knows the users of its containers
     * @param hosts the hosts, where the iteration is about several
     */
    public record EngineAnswers(
            SortedMap<String, String> outdated,
            boolean choosesDefaultRoute,
            Optional<String> hostAddress,
            ContainerMaking makers,
            Survey survey,
            ContainerUsers users,
            List<IterationHost> hosts) {

        /** Answers of an engine that is not asked how containers were made, and into whose containers nobody looked. */
        public EngineAnswers(
                SortedMap<String, String> outdated, boolean choosesDefaultRoute, Optional<String> hostAddress) {
            this(
                    outdated,
                    choosesDefaultRoute,
                    hostAddress,
                    service -> Optional.empty(),
                    Survey.NONE,
                    ContainerUsers.SAME,
                    List.of());
        }

        public EngineAnswers {
            hosts = List.copyOf(hosts);
            outdated = Collections.unmodifiableSortedMap(new TreeMap<>(outdated));
        }
    }

    /** What an engine tells of how containers were made, image and file together. */
    @FunctionalInterface
    public interface ContainerMaking {
        /** Returns how the first container of a service was made; empty where there is none or the engine does not say. */
        Optional<Made> of(String service);
    }

    /**
     * How a container was made.
     *
     * @param user the user it starts as; empty where only a name is known
     * @param entrypoint the program it starts, with its first words
     * @param command the further words, which can hold secrets: never print them
     */
    public record Made(Optional<SecretFile.Owner> user, List<String> entrypoint, List<String> command) {
        public Made {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
        }

        /** Hides the words. */
        @Override
        public String toString() {
            return "Made[" + user + "]";
        }
    }

    /** Returns the files that the project's reverse proxies are told routes by. */
    public ProxyFiles proxyFiles() {
        return settings.proxies();
    }

    /** Input without rules and proxies' own files, from an engine that ranks default routes by name. */
    public IterationInput(Topology topology, Catalogue catalogue, ObservedState observed, List<UsedRange> hostRoutes) {
        this(
                topology,
                catalogue,
                observed,
                new EngineAnswers(new TreeMap<>(), false, Optional.empty()),
                hostRoutes,
                SettingsFiles.NONE,
                Rules.NONE);
    }
}
