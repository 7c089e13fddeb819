package dev.bulkhead.ui.shell.edit;

import dev.bulkhead.migrate.Migration;
import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.reach.ReachPair;
import dev.bulkhead.ui.rules.ProposalForm;
import dev.bulkhead.ui.rules.RulesView;
import dev.bulkhead.ui.rules.RulesViewModel;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/** Ways for rules into the operator's file: typed, from the reach matrix, or proposed. */
public final class RulesFlow {

    private final ShellContext context;
    private final Dialogs dialogs;
    private final RulesViewModel model;

    public RulesFlow(ShellContext context, Dialogs dialogs, Optional<Migration> migration) {
        this.context = context;
        this.dialogs = dialogs;
        this.model = new RulesViewModel(
                context.project(),
                context.messages(),
                (copy, rules) -> migration
                        .map(open -> open.proposedRules(copy.project(), copy.files(), rules))
                        .orElse(List.of()));
    }

    /** Returns a view of the rules. */
    public Node view() {
        RulesView view = new RulesView(model, this::propose);
        context.navigation()
                .placeProperty()
                .subscribe(place ->
                        place.filter(mark -> mark.file().equals(Rules.FILE)).ifPresent(view::goTo));
        return view;
    }

    /** Adds a rule for a pair. */
    public void demand(Rule.Kind kind, ReachPair pair) {
        Rule.Statement rule =
                new Rule.Statement(kind, pair.from().text() + " -> " + pair.to().text(), Optional.empty());
        if (model.add(List.of(rule))) {
            context.messages().done(Words.of("rulesflow.added-to", Rules.FILE, kind.key(), rule.flow()));
        }
    }

    private void propose() {
        List<Rule.Statement> proposals = model.proposals();
        if (proposals.isEmpty()) {
            context.messages().done(Words.of("rulesflow.the-project-suggests-no-rule"));
            return;
        }
        ProposalForm form = new ProposalForm(proposals);
        dialogs.form(
                Words.of("rulesflow.rules-that-the-project-suggests"),
                Words.of("rulesflow.they-come-from-routes-variables", Rules.FILE),
                form,
                form.valid(),
                List.of(
                        Choice.cancel(),
                        new Choice(
                                Words.of("rulesflow.add-the-chosen"),
                                Choice.Kind.DEFAULT,
                                () -> model.add(form.chosen()))));
    }
}
