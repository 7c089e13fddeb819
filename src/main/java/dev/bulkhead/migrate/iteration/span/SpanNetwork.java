package dev.bulkhead.migrate.iteration.span;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.SwarmTask;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.IterationHost;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.Turns;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A network of the project comes to span hosts: their engines join one Swarm, services of all of them join one overlay as they
 * run, and the files name it. An action of its own, beside the path.
 */
public final class SpanNetwork implements Iteration {

    /** The id of its runs. */
    public static final String ID = "span";

    static final String NETWORK = "network";
    static final String RANGE = "range";

    private static final Playbook PLAYBOOK = new Playbook(new Playbook.About(
            ID,
            ID,
            "Span a Network over Hosts",
            "Services on different hosts reach each other by name on a network of their own, without a restart.",
            Risk.MEDIUM,
            true,
            List.of(),
            List.of(
                    "Join the engines of all hosts to one Swarm, where they are in none",
                    "Make an overlay whose range collides with nothing on any host",
                    "Attach every service of the network to it, on all hosts, as it runs",
                    "Have the files name the overlay, with what it is like beside it"),
            List.of("Name the hosts below hosts: in bulkhead.yml, and each of them with --engine")));

    /** The change; nothing of it depends on a playbook. */
    public SpanNetwork() {}

    /** Returns the playbook that reports name. */
    public static Playbook described() {
        return PLAYBOOK;
    }

    /** Returns the question for the address of a host. */
    static String address(IterationHost host) {
        return "address-" + host.name();
    }

    @Override
    public Playbook playbook() {
        return PLAYBOOK;
    }

    @Override
    public boolean spansHosts() {
        return true;
    }

    @Override
    public List<Question> questions(IterationInput input) {
        SpanScene scene = new SpanScene(input);
        List<Network> candidates = scene.candidates();
        List<Question> questions = new ArrayList<>();
        List<Option> networks = candidates.stream()
                .map(network -> new Option(
                        network.key(),
                        network.name(),
                        "Its services run on " + String.join(", ", scene.hostsOf(scene.members(network))) + "."))
                .toList();
        questions.add(new Question.Choice(
                NETWORK,
                "Which network is to span hosts?",
                "Its services come onto an overlay of its own beside it.",
                networks.isEmpty() ? List.of(new Option("none", "None", "No service of a network runs.")) : networks,
                networks.isEmpty() ? "none" : networks.getFirst().value()));
        questions.add(new Question.Line(
                RANGE,
                "Which range does the overlay get?",
                "No network of any of the hosts uses what is proposed, nor a route of this machine; what other hosts route"
                        + " elsewhere is not known here.",
                Question.LineKind.CIDR,
                scene.freeRange().toString()));
        for (IterationHost host : scene.hosts()) {
            questions.add(new Question.Line(
                    address(host),
                    "By which address do the others reach " + host.name() + "?",
                    "An address of " + host.name()
                            + " between the hosts; ports 2377/tcp, 7946/tcp and udp and 4789/udp have"
                            + " to be open between them.",
                    Question.LineKind.FREE,
                    scene.address(host).orElse("")));
        }
        return List.copyOf(questions);
    }

    @Override
    public Goal goal(IterationInput input, Answers answers) throws AnswersException {
        SpanScene scene = new SpanScene(input);
        Network network = input.topology()
                .network(answers.value(NETWORK).orElse(""))
                .orElseThrow(() -> new AnswersException(
                        "No network of the project has running services that could come onto an overlay."));
        SpanDesign design = new SpanDesign(scene, network);
        design.require(answers.value(RANGE).orElse(""));
        List<SwarmTask> joins = new SwarmDesign(scene).tasks(answers);
        List<Phase> phases = new ArrayList<>();
        if (!joins.isEmpty()) {
            phases.add(phase(
                    "Bring the hosts together",
                    new ProjectEdit.Series("Bring the hosts together", List.of()),
                    new Phase.Beforehand(List.of(), List.of(), List.of(), List.of(), joins),
                    Phase.Joining.LATER,
                    Gates.NONE));
        }
        Gates across = new Gates(
                List.of(),
                new TreeMap<>(),
                design.across().isEmpty() ? List.of() : List.of(new Gate.FlowsAcross(design.across())));
        phases.add(phase(
                "Span " + network.key() + " over " + String.join(", ", scene.hostsOf(scene.members(network))),
                design.edit(answers.value(RANGE).orElse("")),
                new Phase.Beforehand(List.of(design.overlay(answers.value(RANGE).orElse(""))), List.of()),
                Phase.Joining.LIVE,
                across));
        Evidence evidence = Evidence.of(input.topology(), input.catalogue(), input.settings());
        List<MustFlow> flows = new ArrayList<>(evidence.flows());
        flows.addAll(evidence.internet());
        return new Goal(phases, Turns.oneByOne(evidence), flows, MayGo.NOTHING, new TreeMap<>(), design.notes(joins));
    }

    private static Phase phase(
            String title, ProjectEdit.Series edit, Phase.Beforehand first, Phase.Joining joining, Gates gates) {
        return new Phase(title, edit, first, Phase.Going.NOTHING, joining, new TreeMap<>(), gates);
    }
}
