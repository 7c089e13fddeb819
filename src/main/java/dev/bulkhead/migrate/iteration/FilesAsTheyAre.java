package dev.bulkhead.migrate.iteration;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Change without an edit: the engine is brought to what the files say, with the review, the gates and the way back of every
 * other change.
 */
public final class FilesAsTheyAre implements Iteration {

    /** The id of its runs. */
    public static final String ID = "files";

    private static final String APPLY = "apply";
    private static final String LIVE = "live";
    private static final String RECREATE = "recreate";
    private static final String BY_HAND = "by-hand";
    private static final String KEEP = "keep";
    private static final String LEAVE = "leave";

    private static final Playbook PLAYBOOK = new Playbook(new Playbook.About(
            ID,
            ID,
            "What the Files Say",
            "Bring the engine to what the files say.",
            Risk.LOW,
            true,
            List.of(),
            List.of("Create networks and services that the engine lacks", "Recreate what is not what the files say"),
            List.of()));

    /** The change; nothing of it depends on a playbook. */
    public FilesAsTheyAre() {}

    /** Returns the playbook that reports name. */
    public static Playbook described() {
        return PLAYBOOK;
    }

    @Override
    public Playbook playbook() {
        return PLAYBOOK;
    }

    @Override
    public boolean comparesContainers() {
        return true;
    }

    @Override
    public List<Question> questions(IterationInput input) {
        return List.of(
                new Question.Choice(
                        APPLY,
                        "How do services join networks?",
                        "Whatever else differs is recreated, one service at a time.",
                        List.of(
                                new Option(
                                        LIVE,
                                        "Attach while running",
                                        "A service that only lacks memberships goes on; it is recreated the next time."),
                                new Option(RECREATE, "Recreate", "Every container is what the files say at once.")),
                        LIVE),
                new Question.Choice(
                        BY_HAND,
                        "What becomes of memberships that no file states?",
                        "Somebody, or a proxy's panel, made them on the engine.",
                        List.of(
                                new Option(KEEP, "Keep them", "They are made again where a service is recreated."),
                                new Option(LEAVE, "End them", "The engine is what the files say and no more.")),
                        KEEP));
    }

    @Override
    public Goal goal(IterationInput input, Answers answers) {
        Topology topology = input.topology();
        List<ObservedNetwork> diverged = diverged(input);
        boolean live = answers.value(APPLY).orElse(LIVE).equals(LIVE);
        boolean leave = answers.value(BY_HAND).orElse(KEEP).equals(LEAVE);
        List<MayGo.Membership> byHand = byHand(input);
        List<MayGo.Membership> offDiverged = members(input, diverged);
        List<Phase> phases = new ArrayList<>();
        if (!diverged.isEmpty()) {
            phases.add(Phase.leaving(
                    "Remove networks that are not as the files say",
                    none(),
                    offDiverged,
                    diverged.stream().map(ObservedNetwork::name).toList()));
        }
        phases.add(new Phase(
                "Bring the engine to what the files say",
                none(),
                networks(input),
                new Phase.Going(leave ? byHand : List.of(), unused(input, leave ? byHand : List.of())),
                live ? Phase.Joining.LIVE : Phase.Joining.RECREATE,
                outdated(input, live),
                Gates.NONE));
        Evidence evidence = Evidence.of(topology, input.catalogue(), input.settings());
        List<MustFlow> flows = new ArrayList<>(evidence.flows());
        flows.addAll(evidence.internet());
        Set<MayGo.Membership> mayGo = new LinkedHashSet<>(leave ? byHand : List.of());
        return new Goal(
                phases,
                Turns.oneByOne(evidence),
                flows,
                new MayGo(mayGo, Set.of(), Set.copyOf(unused(input, leave ? byHand : List.of())), Set.of()),
                new TreeMap<>(),
                notes(input, leave ? List.of() : byHand));
    }

    private static ProjectEdit.Series none() {
        return new ProjectEdit.Series(PLAYBOOK.title(), List.of());
    }

    /** Networks that Compose made for the project and that the files describe otherwise now. */
    private static List<ObservedNetwork> diverged(IterationInput input) {
        List<ObservedNetwork> found = new ArrayList<>();
        for (Network wanted : input.topology().networks().values()) {
            if (wanted.external() || input.topology().members(wanted.key()).isEmpty()) {
                continue;
            }
            input.observed()
                    .network(wanted.name())
                    .filter(network -> differs(wanted, network))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static boolean differs(Network wanted, ObservedNetwork network) {
        List<String> stated = pools(wanted.subnets());
        return wanted.internal() != network.options().internal()
                || !wanted.options()
                        .driver()
                        .orElse("bridge")
                        .equals(network.options().driver().orElse("bridge"))
                || (!stated.isEmpty() && !stated.equals(pools(network.subnets())))
                || !network.options()
                        .driverOpts()
                        .entrySet()
                        .containsAll(wanted.options().driverOpts().entrySet());
    }

    private static List<String> pools(List<Subnet> subnets) {
        return subnets.stream().flatMap(pool -> pool.subnet().stream()).toList();
    }

    private static List<MayGo.Membership> members(IterationInput input, List<ObservedNetwork> networks) {
        Set<String> names = networks.stream().map(ObservedNetwork::name).collect(Collectors.toSet());
        return ofProject(input).stream()
                .flatMap(c -> c.endpoints().stream()
                        .filter(endpoint -> names.contains(endpoint.network()))
                        .flatMap(
                                endpoint -> c.service().map(s -> new MayGo.Membership(s, endpoint.network())).stream()))
                .toList();
    }

    private static List<ObservedContainer> ofProject(IterationInput input) {
        return input.observed().containers().stream()
                .filter(c ->
                        c.project().filter(input.topology().project()::equals).isPresent())
                .toList();
    }

    /** Networks of the files that services are on and the engine lacks or will lack; with the labels of Compose. */
    private static List<WantedNetwork> networks(IterationInput input) {
        List<WantedNetwork> networks = new ArrayList<>();
        List<String> gone = diverged(input).stream().map(ObservedNetwork::name).toList();
        for (Network network : input.topology().networks().values()) {
            boolean missing = input.observed().network(network.name()).isEmpty() || gone.contains(network.name());
            if (network.external()
                    || !missing
                    || input.topology().members(network.key()).isEmpty()) {
                continue;
            }
            networks.add(WantedNetwork.declared(input.topology().project(), network));
        }
        return networks;
    }

    private static List<MayGo.Membership> byHand(IterationInput input) {
        List<MayGo.Membership> found = new ArrayList<>();
        for (ObservedContainer container : ofProject(input)) {
            Optional<Service> service = container.service().flatMap(input.topology()::service);
            if (service.isEmpty() || !(service.get().networkMode() instanceof NetworkMode.Networks)) {
                continue;
            }
            Set<String> stated = service.get().attachments().stream()
                    .map(Attachment::network)
                    .flatMap(key -> input.topology().network(key).stream())
                    .map(Network::name)
                    .collect(Collectors.toSet());
            container.endpoints().stream()
                    .filter(endpoint -> !stated.contains(endpoint.network()))
                    .forEach(endpoint ->
                            found.add(new MayGo.Membership(service.get().key(), endpoint.network())));
        }
        return found;
    }

    /** Networks made for the project that no file declares and nobody is on once memberships have ended. */
    private static List<String> unused(IterationInput input, List<MayGo.Membership> ending) {
        Set<String> declared = new TreeSet<>();
        input.topology().networks().values().forEach(network -> declared.add(network.name()));
        return input.observed().networks().stream()
                .filter(n ->
                        input.topology().project().equals(n.options().labels().get(ObservedContainer.PROJECT_LABEL)))
                .map(ObservedNetwork::name)
                .filter(name -> !declared.contains(name))
                .filter(name -> input.observed().containers().stream()
                        .filter(c -> c.endpoint(name).isPresent())
                        .allMatch(c -> c.project()
                                        .filter(input.topology().project()::equals)
                                        .isPresent()
                                && c.service()
                                        .filter(s -> ending.contains(new MayGo.Membership(s, name)))
                                        .isPresent()))
                .toList();
    }

    /** Where memberships are made as services run, their absence alone is no reason to recreate one. */
    private static SortedMap<String, String> outdated(IterationInput input, boolean live) {
        SortedMap<String, String> outdated = new TreeMap<>(input.engine().outdated());
        if (live) {
            outdated.keySet()
                    .removeIf(service -> input
                            .observed()
                            .containers(input.topology().project(), service)
                            .stream()
                            .filter(container -> container.status().state() == ObservedContainer.RunState.RUNNING)
                            .anyMatch(container -> lacks(input.topology(), service, container)));
        }
        return outdated;
    }

    private static boolean lacks(Topology topology, String service, ObservedContainer container) {
        return topology.service(service).map(Service::attachments).orElse(List.of()).stream()
                .flatMap(attachment -> topology.network(attachment.network()).stream())
                .anyMatch(network -> container.endpoint(network.name()).isEmpty());
    }

    private static List<String> notes(IterationInput input, List<MayGo.Membership> kept) {
        List<String> notes = new ArrayList<>();
        kept.forEach(membership -> notes.add("Service " + membership.service() + " is on " + membership.network()
                + ", which no file says; it stays there."));
        ofProject(input).stream()
                .filter(c -> c.service()
                        .filter(s -> input.topology().service(s).isEmpty())
                        .isPresent())
                .forEach(c -> notes.add("Container " + c.name() + " belongs to service "
                        + c.service().orElse("") + ", which the files do not have; it is left alone."));
        return notes;
    }
}
