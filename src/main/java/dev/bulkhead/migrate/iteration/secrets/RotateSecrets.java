package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.MayGo;
import dev.bulkhead.migrate.goal.MustFlow;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.Reread;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretRenewal;
import dev.bulkhead.migrate.goal.SecretSource;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.Iteration;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.Turns;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import dev.bulkhead.migrate.playbook.Risk;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rotation of secrets: another value in each file that is chosen, told to what keeps it inside, then taken up by everybody who
 * reads it. An action of its own, which can be done again and again.
 */
public final class RotateSecrets implements Iteration {

    /** The id of its runs. */
    public static final String ID = "rotate";

    static final String KEEP = "keep";
    static final String RENEW = "renew";
    static final String GIVEN = "given";

    private static final int LENGTH = 32;

    private static final List<Option> OPTIONS = List.of(
            new Option(RENEW, "A new value", "It is made when the change is applied, and stands in its file alone."),
            new Option(
                    GIVEN,
                    "A value that you give",
                    "You are asked for it when the change is applied: somebody else counts it as his."),
            new Option(KEEP, "As it is", "Nothing changes."));

    private static final Playbook PLAYBOOK = new Playbook(new Playbook.About(
            ID,
            ID,
            "Rotate Secrets",
            "Give secrets that stand in files another value.",
            Risk.MEDIUM,
            true,
            List.of(),
            List.of(
                    "Put another value into each file that is chosen",
                    "Tell the program that keeps the old one, where it is known how",
                    "Restart whoever reads it"),
            List.of("Know who else uses each secret, outside of this project")));

    /** The change; nothing of it depends on a playbook. */
    public RotateSecrets() {}

    /** Returns the playbook that reports name. */
    public static Playbook described() {
        return PLAYBOOK;
    }

    @Override
    public Playbook playbook() {
        return PLAYBOOK;
    }

    @Override
    public List<Question> questions(IterationInput input) {
        return List.of(new Question.Table(
                "rotate",
                "Which secrets get another value?",
                "Those that are weak are proposed, where it is known that another value works.",
                "Secret",
                OPTIONS,
                KeptSecret.of(input).stream()
                        .map(kept ->
                                new Question.Row(kept.row(), kept.text(), kept.why(), kept.offered(), kept.proposed()))
                        .toList()));
    }

    @Override
    public Goal goal(IterationInput input, Answers answers) throws AnswersException {
        List<Phase> phases = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (KeptSecret kept : KeptSecret.of(input)) {
            String fate = answers.value(kept.row()).orElse(KEEP);
            if (!fate.equals(KEEP)) {
                SecretSource source = fate.equals(GIVEN)
                        ? new SecretSource.Given(kept.key(), "The new value of " + kept.key())
                        : new SecretSource.Generated(SecretSource.Form.LETTERS_AND_DIGITS, LENGTH, true);
                SecretFile file = new SecretFile(kept.file(), source);
                phases.add(renew(kept, file));
                phases.add(restart(kept, file));
                notes.add("The value before stands in .bulkhead/set-aside until bulkhead prune removes it: "
                        + kept.file() + ".was-" + kept.turn() + ".");
            }
        }
        if (phases.isEmpty()) {
            phases.add(phase("Nothing to rotate", new Phase.Beforehand(List.of(), List.of()), Gates.NONE));
        }
        Evidence evidence = Evidence.of(input.topology(), input.catalogue(), input.settings());
        List<MustFlow> flows = new ArrayList<>(evidence.flows());
        flows.addAll(evidence.internet());
        return new Goal(phases, Turns.oneByOne(evidence), flows, MayGo.NOTHING, new TreeMap<>(), notes);
    }

    private static Phase renew(KeptSecret kept, SecretFile file) {
        SortedMap<String, Reread> told = new TreeMap<>();
        kept.holders()
                .forEach((service, command) -> told.put(
                        service,
                        new Reread.Reload(
                                List.of("sh", "-c", command),
                                "It keeps the old value inside, and is told the new one.")));
        return phase(
                "Give " + kept.key() + " another value",
                new Phase.Beforehand(List.of(), List.of(), List.of(), List.of(new SecretRenewal(file, kept.turn()))),
                new Gates(List.of(), told, List.of()));
    }

    private static Phase restart(KeptSecret kept, SecretFile file) {
        SortedMap<String, Reread> restarts = new TreeMap<>();
        List<Gate> hidden = new ArrayList<>();
        for (String service : kept.readers()) {
            if (!kept.holders().containsKey(service)) {
                restarts.put(service, new Reread.Restart("It reads " + kept.key() + " at its start."));
            }
            hidden.add(new Gate.SecretsHidden(service, List.of(file), List.of()));
        }
        return phase(
                "Have " + String.join(", ", kept.readers()) + " take it up",
                new Phase.Beforehand(List.of(), List.of()),
                new Gates(List.of(), restarts, hidden));
    }

    private static Phase phase(String title, Phase.Beforehand first, Gates gates) {
        return new Phase(
                title,
                new ProjectEdit.Series(title, List.of()),
                first,
                Phase.Going.NOTHING,
                Phase.Joining.LATER,
                new TreeMap<>(),
                gates);
    }
}
