package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.migrate.goal.Handout;
import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.migrate.iteration.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inventory of a project's open secrets: where each goes or why it stays, and which are weak; never a value. */
record SecretInventory(List<SecretCase> cases, Answers answers) {

    SecretInventory {
        cases = List.copyOf(cases);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (SecretCase each : cases) {
            boolean stays = SecretQuestions.fate(each, answers).equals(SecretCase.KEEP);
            if (stays) {
                notes.add(each.secret().text() + " stays where everybody sees it. " + each.why());
            } else if (each.weakness().isPresent()
                    && !SecretQuestions.fate(each, answers).equals(SecretCase.RENEW)) {
                notes.add("The value of " + each.secret().text() + " "
                        + each.weakness().get()
                        + (each.lasting()
                                ? "; it lives on in a volume and must not change alone: rotate it once it is moved."
                                : "; rotate it once it is moved."));
            }
        }
        if (cases.stream().anyMatch(each -> !SecretQuestions.fate(each, answers).equals(SecretCase.KEEP))) {
            notes.add(
                    "The restore point keeps the old bytes of every file that changes, and what the engine had, and so"
                            + " the values: closed to others (mode 0700), until bulkhead prune removes it.");
        }
        return notes;
    }

    List<Handout> handouts(Map<FoundSecret, SecretFile> placed) {
        List<String> lines = new ArrayList<>();
        for (SecretCase each : cases) {
            Optional<SecretFile> file = Optional.ofNullable(placed.get(each.secret()));
            lines.add(each.secret().text() + ": "
                    + file.map(f -> f.name() + ", " + f.access().text())
                            .orElse("stays in " + each.secret().kind().words()));
        }
        return lines.isEmpty() ? List.of() : List.of(new Handout("Where each secret stands", lines));
    }
}
