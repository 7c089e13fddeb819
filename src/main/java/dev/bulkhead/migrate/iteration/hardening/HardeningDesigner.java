package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.migrate.firewall.FirewallHandouts;
import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.hardening.backup.Backups;
import dev.bulkhead.reach.setting.FirewallBackend;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Designer of hardening: from answers to one phase a service, each of which is watched and can be taken back alone. */
final class HardeningDesigner {

    /** How long a service is watched after its change. */
    private static final Duration WATCHED = Duration.ofSeconds(20);

    private final GoalDraft draft;
    private final Answers answers;

    HardeningDesigner(GoalDraft draft, Answers answers) {
        this.draft = draft;
        this.answers = answers;
    }

    void design() throws AnswersException {
        List<ServiceFacts> services = new ArrayList<>(ServiceFacts.of(draft.input()));
        services.sort(Comparator.comparingInt((ServiceFacts facts) -> Rank.of(facts.profile()))
                .thenComparing(ServiceFacts::key));
        boolean any = false;
        for (ServiceFacts facts : services) {
            Optional<Phase> proxy = SocketProxies.phase(
                    facts, answers, draft.input().project().topology().project());
            proxy.ifPresent(draft::phase);
            any |= proxy.isPresent();
            List<ProjectEdit> edits = edits(facts);
            if (!edits.isEmpty()) {
                draft.phase(phase(facts, edits));
                any = true;
            }
        }
        Backups backups = new Backups(draft.input());
        Optional<Phase> backup = backups.phase(answers);
        backup.ifPresent(draft::phase);
        any |= backup.isPresent();
        if (!any) {
            draft.phase(Phase.adding(
                    "Nothing to harden",
                    new ProjectEdit.Series("Nothing to harden", List.of()),
                    List.of(),
                    Phase.Joining.LIVE));
        }
        draft.handouts(firewall());
        draft.handouts(backups.handouts(answers));
        draft.notes(withheld(services));
        draft.notes(backups.note(answers).stream().toList());
    }

    private List<Handout> firewall() {
        IterationInput input = draft.input().project();
        return FirewallHandouts.of(
                input.topology(),
                input.rules(),
                input.observed(),
                input.engine()
                        .survey()
                        .machine()
                        .flatMap(machine -> machine.engine().firewall())
                        .flatMap(FirewallBackend::of)
                        .orElse(FirewallBackend.IPTABLES));
    }

    private List<ProjectEdit> edits(ServiceFacts facts) throws AnswersException {
        List<ProjectEdit> edits = new ArrayList<>(MemoryLimits.edits(facts, answers));
        for (Measure measure : Measure.all()) {
            if (HardeningQuestions.taken(measure, facts, answers)
                    && measure.of(facts) instanceof Outcome.Offered offered) {
                edits.addAll(offered.edits());
            }
        }
        return edits;
    }

    private Phase phase(ServiceFacts facts, List<ProjectEdit> edits) {
        String title = "Harden " + facts.key();
        List<Gate> after = new ArrayList<>();
        after.add(new Gate.StaysWell(List.of(facts.key()), WATCHED));
        List<MustFlow> flows = draft.input().evidence().flows().stream()
                .filter(flow -> flow.port().isPresent())
                .filter(flow -> flow.from().equals(facts.key()) || flow.to().equals(facts.key()))
                .toList();
        if (!flows.isEmpty()) {
            after.add(new Gate.FlowsWork(flows));
        }
        return new Phase(
                title,
                new ProjectEdit.Series(title, edits),
                List.of(),
                Phase.Going.NOTHING,
                Phase.Joining.LIVE,
                new TreeMap<>(),
                new Gates(List.of(), new TreeMap<>(), after, Gates.Otherwise.PHASE));
    }

    /** What is not offered is told with its reason, those with the same one together. */
    private static List<String> withheld(List<ServiceFacts> services) {
        List<String> notes = new ArrayList<>();
        for (Measure measure : Measure.all()) {
            Map<String, List<String>> reasons = new LinkedHashMap<>();
            for (ServiceFacts facts : services) {
                if (measure.of(facts) instanceof Outcome.Withheld(String reason)) {
                    reasons.computeIfAbsent(reason, key -> new ArrayList<>()).add(facts.key());
                }
            }
            told(notes, measure.label(), reasons);
        }
        Map<String, List<String>> sockets = new LinkedHashMap<>();
        services.forEach(facts -> SocketProxies.kept(facts)
                .ifPresent(reason -> sockets.computeIfAbsent(reason, key -> new ArrayList<>())
                        .add(facts.key())));
        told(notes, "A proxy before the engine's socket", sockets);
        return notes;
    }

    private static void told(List<String> notes, String what, Map<String, List<String>> reasons) {
        reasons.forEach((reason, keys) ->
                notes.add("Not offered (" + what + ") for " + String.join(", ", keys) + ": " + reason + "."));
    }
}
