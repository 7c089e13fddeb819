package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Phase.Joining;
import dev.bulkhead.migrate.goal.Phase.WantedNetwork;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.topology.edit.FileEdit;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Goal while a playbook's actions and proposers put it together, phase by phase. */
public final class GoalDraft {

    private final ProposalInput input;
    private final List<Phase> phases = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Handout> handouts = new ArrayList<>();
    private final SortedMap<String, String> unattached = new TreeMap<>();
    private List<MustFlow> flows;
    private SortedMap<String, Turn> turns;
    private MayGo mayGo = MayGo.NOTHING;
    private OpenPhase open = new OpenPhase("", Joining.LIVE, Gates.Otherwise.ALL);

    /** A goal without phases: the flows that the files show have to hold, and services take their turns by what they do. */
    GoalDraft(ProposalInput input) {
        this.input = input;
        List<MustFlow> shown = new ArrayList<>(input.evidence().flows());
        shown.addAll(input.evidence().internet());
        this.flows =
                RuleFlows.meant(shown, input.project().rules(), input.project().topology());
        this.turns = Turns.oneByOne(input.evidence());
    }

    /** The phase that actions add to. */
    private record OpenPhase(
            String title,
            Joining joining,
            Gates.Otherwise otherwise,
            List<ProjectEdit> edits,
            List<WantedNetwork> networks,
            List<SecretFile> secrets,
            List<MayGo.Membership> leaves,
            List<String> retired,
            List<Gate> before,
            SortedMap<String, Reread> rereads,
            List<Gate> after) {

        OpenPhase(String title, Joining joining, Gates.Otherwise otherwise) {
            this(
                    title,
                    joining,
                    otherwise,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new TreeMap<>(),
                    new ArrayList<>());
        }

        Phase phase() {
            return new Phase(
                    title,
                    new ProjectEdit.Series(title, List.copyOf(edits)),
                    new Phase.Beforehand(networks, secrets),
                    new Phase.Going(leaves, retired),
                    joining,
                    new TreeMap<>(),
                    new Gates(before, rereads, after, otherwise));
        }
    }

    /** Returns what the goal is worked out from. */
    public ProposalInput input() {
        return input;
    }

    void begin(String title, Joining joining, Gates.Otherwise otherwise) {
        open = new OpenPhase(title, joining, otherwise);
    }

    void end() {
        phases.add(open.phase());
    }

    /** Adds a phase that is whole. */
    public void phase(Phase phase) {
        phases.add(phase);
    }

    /** Adds edits to the phase. */
    public void edits(List<? extends ProjectEdit> edits) {
        open.edits().addAll(edits);
    }

    /** Returns the text that an edit of the draft so far gives a file; empty where none does. */
    public Optional<String> written(String file) {
        return Stream.concat(phases.stream().flatMap(phase -> phase.edit().edits().stream()), open.edits().stream())
                .filter(FileEdit.WriteFile.class::isInstance)
                .map(FileEdit.WriteFile.class::cast)
                .filter(write -> write.file().equals(file))
                .reduce((earlier, later) -> later)
                .map(FileEdit.WriteFile::text);
    }

    /** Begins a phase that actions are added to. */
    public void begin(String title) {
        begin(title, Joining.LIVE, Gates.Otherwise.ALL);
    }

    /** Adds the phase that was begun, unless nothing was added to it. */
    public void endUnlessEmpty() {
        if (!open.edits().isEmpty()) {
            end();
        }
    }

    /** Adds how a container takes up files of its own once they are written. */
    public void reread(String service, Reread reread) {
        open.rereads().put(service, reread);
    }

    /** Adds flows that have to work at the end beside those that are known. */
    public void mustHoldToo(List<MustFlow> more) {
        List<MustFlow> all = new ArrayList<>(flows);
        more.stream().filter(flow -> !all.contains(flow)).forEach(all::add);
        flows = List.copyOf(all);
    }

    /** Adds networks that the engine has to have before services join them in this phase. */
    public void networks(List<WantedNetwork> networks) {
        open.networks().addAll(networks);
    }

    /** Adds secret files that have to be there before the phase's files change; one that is there already is kept. */
    public void secrets(List<SecretFile> files) {
        open.secrets().addAll(files);
    }

    /** Returns the networks that the phases so far have the engine make. */
    List<WantedNetwork> networks() {
        List<WantedNetwork> all = new ArrayList<>();
        phases.forEach(phase -> all.addAll(phase.networks()));
        all.addAll(open.networks());
        return all;
    }

    /** Returns whether the phases so far have the engine make a network, by its key. */
    public boolean makes(String key) {
        return networks().stream().anyMatch(network -> network.key().equals(key));
    }

    /** Adds memberships that end in the phase, as containers run. */
    public void leaves(List<MayGo.Membership> memberships) {
        open.leaves().addAll(memberships);
        mayGo = mayGo.plus(new MayGo(Set.copyOf(memberships), Set.of(), Set.of(), Set.of()));
    }

    /** Adds a network that the engine no longer has at the end of the phase, by its real name. */
    public void retire(String network) {
        open.retired().add(network);
        mayGo(network);
    }

    /** Adds a network whose memberships may go, by its real name. */
    public void mayGo(String network) {
        mayGo = mayGo.plus(new MayGo(Set.of(), Set.of(), Set.of(network), Set.of()));
    }

    /** Adds what is looked at before the phase. */
    public void before(Gate gate) {
        open.before().add(gate);
    }

    /** Adds what is looked at after the phase. */
    public void after(Gate gate) {
        open.after().add(gate);
    }

    /** Adds a restart once the phase's files are written, with its reason as a sentence. */
    public void restart(String service, String why) {
        open.rereads().put(service, new Reread.Restart(why));
    }

    /** Adds what the operator should know, one sentence each. */
    public void notes(List<String> sentences) {
        notes.addAll(sentences);
    }

    /** Adds what the operator takes along. */
    public void handouts(List<Handout> more) {
        handouts.addAll(more);
    }

    /** Adds reasons why services join no network. */
    public void unattached(SortedMap<String, String> reasons) {
        unattached.putAll(reasons);
    }

    /** States all flows that have to hold, instead of those that the files show. */
    public void mustHold(List<MustFlow> all) {
        flows = List.copyOf(all);
    }

    /** States the turns of all services, instead of those by what they do. */
    public void turns(SortedMap<String, Turn> all) {
        turns = new TreeMap<>(all);
    }

    Goal goal() {
        return new Goal(phases, turns, flows, mayGo, unattached, notes, handouts);
    }

    List<MustFlow> flows() {
        return flows;
    }
}
