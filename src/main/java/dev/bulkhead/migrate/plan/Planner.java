package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedNetwork;
import dev.bulkhead.migrate.goal.CallersFirst;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretReading;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Planner of the operations that lead from what is to what a goal wants, phase by phase: networks first, then the
 * files, then services in their turns, then what goes. Pure: the same input gives the same plan, and where nothing is
 * left to do the plan is empty.
 */
public final class Planner {

    /** How long a service may take to come back before the run gives it up. */
    static final Duration READY_TIMEOUT = Duration.ofMinutes(5);

    private static final String BEFORE = "before more is done.";
    private static final String AFTER = "once all is done.";

    private final PlanInput input;
    private final PlanDraft draft;
    private final NetworkSteps networks;
    private Topology files;

    private Planner(PlanInput input) {
        this.input = input;
        this.files = input.before();
        this.draft = new PlanDraft(input.observed(), input.before());
        this.networks = new NetworkSteps(draft);
    }

    /**
     * Returns the plan.
     *
     * @throws PlanException if something in the way has to be decided by the operator first
     */
    public static Plan plan(PlanInput input) throws PlanException {
        return new Planner(input).plan();
    }

    private Plan plan() throws PlanException {
        for (int i = 0; i < input.files().size(); i++) {
            planPhase(input.goal().phases().get(i), input.files().get(i));
        }
        return draft.plan(input.id(), input.title(), input.before().project());
    }

    private void planPhase(Phase phase, PlanInput.PhaseFiles change) throws PlanException {
        draft.begin(phase);
        phase.gates().before().forEach(gate -> new GateSteps(draft).plan(gate, BEFORE));
        phase.first()
                .swarm()
                .forEach(task -> draft.add(
                        new Operation.ChangeSwarm(task),
                        "Only hosts of one Swarm have a network together.",
                        Estimate.FREE));
        for (Phase.WantedNetwork network : phase.networks()) {
            networks.plan(network, change.after());
        }
        ServiceChanges changes = new ServiceChanges(
                phase,
                input.goal().turns(),
                new ServiceChanges.Files(
                        files, change.after(), !change.changes().isEmpty()),
                draft.state());
        phase.first()
                .renewals()
                .forEach(renewal -> draft.add(
                        new Operation.HandleSecrets(new SecretTask.Replace(renewal)),
                        "Whoever knows the value before is to know it no more.",
                        Estimate.FREE));
        planSecrets(change.secrets(), phase.first().readings());
        planFiles(change.changes());
        files = change.after();
        draft.files(files);
        switch (phase.joining()) {
            case LIVE, RECREATE -> planServices(changes);
            case LATER -> {}
        }
        planRereads(phase);
        planLeaves(phase, changes);
        for (String network : phase.retired()) {
            planRetirement(network);
        }
        if (draft.touchedInPhase()) {
            draft.add(
                    new Operation.WaitReady(changes.expectedReady(), READY_TIMEOUT),
                    "Nothing may be left behind.",
                    Estimate.FREE);
        }
        List<String> running = changes.expectedReady();
        phase.gates().after().stream()
                .flatMap(gate -> GateSteps.ofThoseWhoRun(gate, files, running).stream())
                .forEach(gate -> new GateSteps(draft).plan(gate, AFTER));
    }

    private void planRereads(Phase phase) {
        phase.gates()
                .rereads()
                .forEach((service, reread) -> draft.state().containers().stream()
                        .filter(c -> c.service().filter(service::equals).isPresent()
                                && c.project().filter(files.project()::equals).isPresent())
                        .forEach(c -> planReread(new Operation.Member(service, c.name()), reread)));
    }

    private void planReread(Operation.Member member, Reread reread) {
        switch (reread) {
            case Reread.Restart(var why) ->
                draft.add(
                        new Operation.RestartContainer(member),
                        why,
                        Estimate.ofRecreation(
                                List.of(member.service()), input.goal().turns()));
            case Reread.Reload(var command, var why) ->
                draft.add(new Operation.ReloadFiles(member, command), why, Estimate.FREE);
        }
    }

    /** Before the files change: what is moved is fetched from where it stands in them. */
    private void planSecrets(List<SecretFile> secrets, List<SecretReading> readings) {
        if (!secrets.isEmpty()) {
            draft.add(
                    new Operation.HandleSecrets(new SecretTask.Write(secrets)),
                    secrets.size() == 1
                            ? "Its value stands there and nowhere else."
                            : "Their values stand there and nowhere else.",
                    Estimate.FREE);
        }
        for (SecretReading reading : readings) {
            draft.add(
                    new Operation.HandleSecrets(
                            new SecretTask.ReadableBy(reading.service(), reading.files(), reading.reader())),
                    "A container that cannot read its secret would fail once its old one is gone.",
                    Estimate.FREE);
        }
    }

    private void planFiles(List<TextChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        long created =
                changes.stream().filter(change -> change.before().isEmpty()).count();
        String what = created == 0 ? "" : " (" + created + " new)";
        draft.add(
                new Operation.WriteFiles(changes),
                (changes.size() == 1 ? "1 file" + what + " states" : changes.size() + " files" + what + " state")
                        + " what services have from here on.",
                Estimate.FREE);
    }

    private void planServices(ServiceChanges changes) {
        List<List<String>> groups = new TurnOrder(input.goal().turns(), files).groups(changes.touched());
        // whoever joins without an address of its own is given the first free one, which may be another's
        List<String> stating = groups.stream()
                .flatMap(List::stream)
                .filter(changes::joinsWithAddress)
                .toList();
        stating.forEach(service -> planLive(service, changes));
        List<String> spanning = CallersFirst.of(
                groups.stream()
                        .flatMap(List::stream)
                        .filter(service -> !stating.contains(service) && joinsSpanning(service, changes))
                        .toList(),
                input.goal().mustHold(),
                files);
        spanning.forEach(service -> planLive(service, changes));
        for (List<String> group : groups) {
            List<String> recreated =
                    group.stream().filter(changes::needsRecreation).toList();
            for (String service : group) {
                if (!recreated.contains(service) && !stating.contains(service) && !spanning.contains(service)) {
                    planLive(service, changes);
                }
            }
            for (List<String> together : changes.together(recreated)) {
                planRecreation(together, changes);
            }
        }
    }

    private boolean joinsSpanning(String service, ServiceChanges changes) {
        DefaultRoute route = new DefaultRoute(draft.state());
        return !changes.needsRecreation(service)
                && changes.joins(service).stream().anyMatch(join -> route.overlay(join.network()));
    }

    private void planRecreation(List<String> services, ServiceChanges changes) {
        List<Operation.Connect> again = changes.attachedByHand(services);
        new RecreationStep(services, input.goal().turns(), files).plan(changes, draft);
        again.forEach(connect -> draft.add(
                connect,
                "It was attached by hand; its recreation takes it off.",
                Estimate.ofMembership(moves(connect))));
    }

    private void planLive(String service, ServiceChanges changes) {
        for (Operation.Connect connect : changes.joins(service)) {
            networks.planMissing(connect.network(), files);
            boolean moves = moves(connect);
            draft.add(
                    connect,
                    "joins " + connect.network() + "."
                            + (moves ? " Its default route moves there, which interrupts it for a moment." : ""),
                    Estimate.ofMembership(moves));
        }
        for (Operation.Connect connect : changes.renames(service)) {
            String why =
                    "gets the names " + String.join(", ", connect.endpoint().aliases()) + " on " + connect.network()
                            + ", which takes it off for a moment.";
            Estimate estimate =
                    new Estimate(Risk.LOW, Estimate.ofMembership(true).interruption());
            draft.add(new Operation.Disconnect(connect.member(), connect.network()), why, estimate);
            draft.add(connect, why, estimate);
        }
    }

    private boolean moves(Operation.Connect connect) {
        return container(connect.member())
                .map(c -> new DefaultRoute(draft.state()).movesOnJoining(c, connect.network(), connect.endpoint()))
                .orElse(false);
    }

    private Optional<ObservedContainer> container(Operation.Member member) {
        return draft.state().containers().stream()
                .filter(c -> c.name().equals(member.container()))
                .findFirst();
    }

    /** One by one, each followed by a look at what it carries. */
    private void planLeaves(Phase phase, ServiceChanges changes) {
        List<Operation.Disconnect> leaves = changes.leaves(draft.state());
        Set<String> leaving = new TreeSet<>();
        leaves.forEach(leave -> leaving.add(leave.member().service()));
        TurnOrder order = new TurnOrder(input.goal().turns(), files);
        for (List<String> group : order.groups(leaving)) {
            for (String service : group) {
                leaves.stream()
                        .filter(leave -> leave.member().service().equals(service))
                        .forEach(leave -> planLeave(leave, phase));
                planProbe(service);
            }
        }
    }

    private void planLeave(Operation.Disconnect leave, Phase phase) {
        DefaultRoute route = new DefaultRoute(draft.state());
        Optional<ObservedContainer> container = container(leave.member());
        boolean ends =
                container.filter(c -> route.endsOnLeaving(c, leave.network())).isPresent();
        boolean moves = !ends
                && container
                        .filter(c -> route.movesOnLeaving(c, leave.network()))
                        .isPresent();
        String why = phase.retired().contains(leave.network())
                ? "The network is retired."
                : "It leaves " + leave.network() + ".";
        String consequence = ends
                ? " It has no way out afterwards."
                : moves ? " Its default route moves, which interrupts it for a moment." : "";
        draft.add(leave, why + consequence, Estimate.ofMembership(moves));
    }

    private void planProbe(String service) {
        Set<String> inNamespace = new LinkedHashSet<>(Set.of(service));
        files.services().values().stream()
                .filter(s -> s.networkMode() instanceof NetworkMode.OfService(String owner) && owner.equals(service))
                .forEach(s -> inNamespace.add(s.key()));
        List<MustFlow> flows = new ArrayList<>(input.goal().mustHold().stream()
                .filter(flow -> !flow.forbidden())
                .filter(flow -> flow.port().isPresent() || flow.to().equals(MustFlow.INTERNET))
                .filter(flow -> inNamespace.contains(flow.from()) || inNamespace.contains(flow.to()))
                .toList());
        if (!flows.isEmpty()) {
            draft.add(
                    new Operation.ProbeFlows(flows),
                    "What " + service + " needs and gives has to work without what it left.",
                    Estimate.FREE);
        }
    }

    private void planRetirement(String name) throws PlanException {
        Optional<ObservedNetwork> network = draft.state().network(name);
        if (network.isEmpty()) {
            return;
        }
        List<String> members = draft.state().containers().stream()
                .filter(c -> c.endpoint(name).isPresent())
                .map(ObservedContainer::name)
                .toList();
        if (!members.isEmpty()) {
            throw new PlanException("Network " + name + " cannot be removed: " + String.join(", ", members)
                    + (members.size() == 1 ? " is" : " are") + " still on it; take "
                    + (members.size() == 1 ? "it" : "them") + " off first.");
        }
        draft.add(
                new Operation.RemoveNetwork(NetworkSteps.spec(network.get())),
                "Nothing is on it any more.",
                Estimate.FREE);
    }
}
