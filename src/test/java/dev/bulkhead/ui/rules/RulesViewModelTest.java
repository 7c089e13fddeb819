package dev.bulkhead.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.rules.Rule;
import dev.bulkhead.ui.model.OpenProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's rules, without a toolkit. */
class RulesViewModelTest {

    private static final Rule.Statement RULE = new Rule.Statement(Rule.Kind.MUST_NOT, "web -> app", Optional.empty());

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenProject open;

    @SuppressWarnings("NullAway.Init")
    private RulesViewModel rules;

    @BeforeEach
    void open() throws Exception {
        open = new OpenProject(folder);
        rules = new RulesViewModel(open.model(), open.messages(), (copy, present) -> List.of(RULE));
    }

    @Test
    void aRuleThatIsAddedIsOneEditOfTheFileAndIsChecked() {
        assertThat(rules.textProperty().get()).isEmpty();

        assertThat(rules.add(List.of(RULE))).isTrue();

        assertThat(rules.textProperty().get()).contains("must-not: web -> app");
        assertThat(open.model().undoTitleProperty().get()).isEqualTo("add a rule");
        assertThat(rules.problems()).hasSize(1);

        open.model().undo();

        assertThat(rules.textProperty().get()).isEmpty();
    }

    @Test
    void aRuleThatStandsThereAlreadyIsToldAndChangesNothing() {
        rules.add(List.of(RULE));
        String before = rules.textProperty().get();

        assertThat(rules.add(List.of(RULE))).isTrue();

        assertThat(rules.textProperty().get()).isEqualTo(before);
        assertThat(open.told()).containsExactly("done: The rule stands there already.");
    }

    @Test
    void goalsAreCountedApartFromRulesThatDoNotHold() {
        rules.edit("""
                rules:
                  - must: web -> app
                  - must: web -> db
                    after: 8
                """);

        assertThat(rules.standing()).isEqualTo("All rules hold that have to by now; one goal is not reached yet.");
        assertThat(rules.problems()).isEmpty();
        assertThat(rules.goalsByLine()).containsOnlyKeys(3);

        rules.edit("""
                rules:
                  - must-not: web -> app
                  - must: web -> db
                    after: 8
                """);

        assertThat(rules.standing()).isEqualTo("One line has a problem; one goal is not reached yet.");
        assertThat(rules.problems()).containsOnlyKeys(2);
    }
}
