package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase.Joining;
import dev.bulkhead.migrate.playbook.Action;
import dev.bulkhead.migrate.playbook.Ask;
import dev.bulkhead.migrate.playbook.PhaseScript;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.PlaybookException;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Iteration as its playbook writes it: the questions it asks, and the actions and proposals that make its phases. */
public final class ScriptedIteration implements Iteration {

    private final Playbook playbook;
    private final Proposers proposers;

    /**
     * Follows a playbook.
     *
     * @throws PlaybookException if it leaves something to a proposer that is not known, with the place
     */
    public ScriptedIteration(Playbook playbook, Proposers proposers) throws PlaybookException {
        this.playbook = playbook;
        this.proposers = proposers;
        for (Ask ask : playbook.script().questions()) {
            if (ask instanceof Ask.Proposed proposed) {
                known(proposed.at(), proposed.proposer(), proposers.questions(), "questions");
            }
        }
        for (PhaseScript phase : playbook.script().phases()) {
            switch (phase) {
                case PhaseScript.Proposed(SourceMark at, String proposer) ->
                    known(at, proposer, proposers.actions(), "actions");
                case PhaseScript.Written written -> {
                    for (Action action : written.actions()) {
                        if (action instanceof Action.Propose(SourceMark at, String proposer)) {
                            known(at, proposer, proposers.actions(), "actions");
                        }
                    }
                }
            }
        }
    }

    private static void known(SourceMark at, String name, Map<String, ?> proposers, String what)
            throws PlaybookException {
        if (!proposers.containsKey(name)) {
            throw new PlaybookException(at + ": nothing proposes " + what + " by the name " + name + "; known are "
                    + String.join(", ", proposers.keySet()) + ".");
        }
    }

    @Override
    public Playbook playbook() {
        return playbook;
    }

    @Override
    public boolean looksInside() {
        return playbook.script().questions().stream()
                        .anyMatch(ask -> ask instanceof Ask.Proposed proposed
                                && proposers.inside().contains(proposed.proposer()))
                || playbook.script().phases().stream()
                        .anyMatch(phase -> phase instanceof PhaseScript.Proposed proposed
                                && proposers.inside().contains(proposed.proposer()));
    }

    @Override
    public List<Question> questions(IterationInput input) {
        ProposalInput from = new ProposalInput(playbook, input);
        List<Question> questions = new ArrayList<>();
        for (Ask ask : playbook.script().questions()) {
            switch (ask) {
                case Ask.Fixed(Question question) -> questions.add(question);
                case Ask.Proposed(SourceMark _, String proposer, Optional<Question> stated) ->
                    questions.addAll(proposers.questions(proposer).propose(from, stated));
            }
        }
        return List.copyOf(questions);
    }

    @Override
    public Goal goal(IterationInput input, Answers answers) throws AnswersException {
        GoalDraft draft = new GoalDraft(new ProposalInput(playbook, input));
        AnswerText texts = new AnswerText(answers, input.topology().project());
        ActionExpansion expansion = new ActionExpansion(draft, texts);
        for (PhaseScript phase : playbook.script().phases()) {
            switch (phase) {
                case PhaseScript.Proposed(SourceMark _, String proposer) ->
                    proposers.actions(proposer).propose(draft, answers);
                case PhaseScript.Written written when !asked(written, answers) -> {}
                case PhaseScript.Written written -> {
                    draft.begin(
                            texts.in(written.at(), written.title()),
                            joining(
                                    written.at(),
                                    texts.in(written.at(), written.terms().joining())),
                            written.terms().alone() ? Gates.Otherwise.PHASE : Gates.Otherwise.ALL);
                    gate(draft, written.before(), draft::before);
                    for (Action action : written.actions()) {
                        if (action instanceof Action.Propose(SourceMark _, String proposer)) {
                            proposers.actions(proposer).propose(draft, answers);
                        } else {
                            expansion.expand(action);
                        }
                    }
                    gate(draft, written.after(), draft::after);
                    draft.end();
                }
            }
        }
        List<MustFlow> flows = new ArrayList<>(draft.flows());
        flows.addAll(flows(draft, playbook.script().rules()));
        draft.mustHold(flows);
        return draft.goal();
    }

    /** Returns whether the answers ask for a phase; a question that a project does not raise asks for none. */
    private static boolean asked(PhaseScript.Written phase, Answers answers) {
        return phase.terms().when().entrySet().stream()
                .allMatch(condition -> answers.value(condition.getKey())
                        .filter(condition.getValue()::equals)
                        .isPresent());
    }

    private static void gate(GoalDraft draft, List<Rule> rules, Consumer<Gate> add) {
        List<MustFlow> flows = flows(draft, rules);
        if (!flows.isEmpty()) {
            add.accept(new Gate.FlowsWork(flows));
        }
    }

    private static List<MustFlow> flows(GoalDraft draft, List<Rule> rules) {
        IterationInput project = draft.input().project();
        return RuleFlows.of(
                new Rules(project.rules().groups(), rules, project.rules().wanted()),
                project.topology(),
                draft.flows());
    }

    private static Joining joining(SourceMark at, String word) throws AnswersException {
        for (Joining joining : Joining.values()) {
            if (joining.name().toLowerCase(Locale.ROOT).equals(word)) {
                return joining;
            }
        }
        throw new AnswersException(at + ": join is '" + word + "'; it has to be live, recreate or later.");
    }
}
