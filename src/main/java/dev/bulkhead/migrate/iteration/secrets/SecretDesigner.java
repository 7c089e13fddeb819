package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.migrate.goal.Gate;
import dev.bulkhead.migrate.goal.Gates;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.goal.SecretReading;
import dev.bulkhead.migrate.goal.Turn;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.AnswersException;
import dev.bulkhead.migrate.iteration.GoalDraft;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.Turns;
import dev.bulkhead.migrate.iteration.evidence.ProjectText;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Designer of secrets management: from answers to phases, one for each service that gets its secrets from files, then one
 * that takes what nobody uses any more out of the files around.
 */
final class SecretDesigner {

    private final ProposalInput input;
    private final Answers answers;
    private final SecretCases cases;

    SecretDesigner(ProposalInput input, Answers answers) {
        this.input = input;
        this.answers = answers;
        this.cases = new SecretCases(input.project());
    }

    void design(GoalDraft draft) throws AnswersException {
        ProjectText text = cases.text();
        List<SecretCase> all = cases.all();
        List<SecretCase> moving = all.stream()
                .filter(each -> !SecretQuestions.fate(each, answers).equals(SecretCase.KEEP))
                .toList();
        SortedMap<String, Turn> turns = Turns.oneByOne(input.evidence());
        draft.turns(turns);
        SecretInventory inventory = new SecretInventory(all, answers);
        if (moving.isEmpty()) {
            draft.phase(phase("Nothing to move", List.of(), new TreeMap<>(), List.of()));
            draft.notes(inventory.notes());
            draft.handouts(inventory.handouts(Map.of()));
            return;
        }
        SecretFiles files =
                new SecretFiles(text, answers.value(SecretQuestions.DIRECTORY).orElse("secrets"), cases, answers);
        Map<FoundSecret, SecretFile> placed = files.place(moving);
        List<String> notes = new ArrayList<>(inventory.notes());
        List<SecretFile> written = new ArrayList<>();
        for (Map.Entry<String, List<SecretCase>> service :
                inTurns(moving, turns).entrySet()) {
            draft.phase(move(service.getKey(), service.getValue(), files, placed, written));
            cases.access(service.getKey()).note().ifPresent(notes::add);
        }
        LeftOvers leftOvers = new LeftOvers(text, answers, files.directory());
        LeftOvers.Cleaning cleaning = leftOvers.clean(all, moving);
        notes.addAll(cleaning.notes());
        inHistory(text, all).ifPresent(notes::add);
        List<Gate> hidden = new ArrayList<>();
        List<FoundSecret> gone = moving.stream()
                .map(SecretCase::secret)
                .filter(cleaning.gone()::contains)
                .toList();
        inServices(gone)
                .forEach((service, secrets) -> hidden.add(new Gate.SecretsHidden(
                        service,
                        secrets.stream()
                                .flatMap(secret -> Optional.ofNullable(placed.get(secret)).stream())
                                .distinct()
                                .toList(),
                        around(text))));
        draft.phase(phase("Take the values out of the files around", cleaning.edits(), new TreeMap<>(), hidden));
        draft.notes(notes);
        draft.handouts(inventory.handouts(placed));
    }

    /** What was committed once stays in every copy. */
    private static Optional<String> inHistory(ProjectText text, List<SecretCase> all) {
        Map<String, String> values = new LinkedHashMap<>();
        all.stream()
                .map(SecretCase::secret)
                .filter(secret -> secret.value().length() >= 6)
                .forEach(secret -> values.put(secret.text(), secret.value()));
        Set<String> held = text.history().holding(values, around(text));
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of("The history in git holds the value of " + String.join(", ", held)
                        + ", and so does every copy of it. Rotate what was ever given away, and take the values out with"
                        + " git filter-repo --replace-text FILE; then every copy has to be made anew.");
    }

    /** Returns the files of the project that secrets can stand in. */
    private static List<String> around(ProjectText text) {
        List<String> files = new ArrayList<>(List.of(".env"));
        text.project().project().files().forEach(file -> files.add(file.name()));
        files.addAll(text.envFiles());
        return files;
    }

    private static Map<String, List<FoundSecret>> inServices(List<FoundSecret> secrets) {
        Map<String, List<FoundSecret>> services = new LinkedHashMap<>();
        secrets.forEach(secret -> services.computeIfAbsent(secret.service(), key -> new ArrayList<>())
                .add(secret));
        return services;
    }

    /** Those that others enter through come last. */
    private static Map<String, List<SecretCase>> inTurns(List<SecretCase> moving, Map<String, Turn> turns) {
        Map<String, List<SecretCase>> services = new LinkedHashMap<>();
        moving.stream()
                .sorted(Comparator.comparing((SecretCase each) ->
                                Turn.of(turns, each.secret().service()).stage())
                        .reversed()
                        .thenComparing(each -> each.secret().service()))
                .forEach(each -> services.computeIfAbsent(each.secret().service(), key -> new ArrayList<>())
                        .add(each));
        return services;
    }

    private Phase move(
            String service,
            List<SecretCase> moving,
            SecretFiles files,
            Map<FoundSecret, SecretFile> placed,
            List<SecretFile> written)
            throws AnswersException {
        List<SecretFile> own = moving.stream()
                .flatMap(each -> Optional.ofNullable(placed.get(each.secret())).stream())
                .distinct()
                .toList();
        List<SecretFile> fresh =
                own.stream().filter(file -> !written.contains(file)).toList();
        written.addAll(fresh);
        SortedMap<String, String> outdated = new TreeMap<>();
        outdated.put(
                service,
                "reads "
                        + String.join(
                                ", ",
                                moving.stream()
                                        .map(each -> each.secret().name())
                                        .toList()) + " from " + (own.size() == 1 ? "a file" : "files"));
        List<SecretReading> readings = cases.access(service)
                .reader()
                .map(reader -> List.of(new SecretReading(service, own, reader)))
                .orElse(List.of());
        Phase phase = phase(
                "Move " + (moving.size() == 1 ? "a secret" : moving.size() + " secrets") + " of " + service + " into "
                        + (own.size() == 1 ? "a file" : "files"),
                files.edits(service, moving, placed),
                outdated,
                List.of(new Gate.SecretsHidden(service, own, List.of())));
        return phase.with(new Phase.Beforehand(List.of(), fresh, readings, List.of()));
    }

    private static Phase phase(
            String title, List<ProjectEdit> edits, SortedMap<String, String> outdated, List<Gate> after) {
        return new Phase(
                title,
                new ProjectEdit.Series(title, edits),
                List.of(),
                Phase.Going.NOTHING,
                Phase.Joining.LIVE,
                outdated,
                new Gates(List.of(), new TreeMap<>(), after));
    }
}
