package dev.bulkhead.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesInDocumentTest {

    private static final String PROJECT = """
            services:
              web:
                image: nginx
              db:
                image: postgres
            """;
    private static final String RULES = "version: 1\nrules:\n  - must: web -> db\n";

    @TempDir
    private Path directory = Path.of("");

    private Path rules = Path.of("");

    @BeforeEach
    void writeProject() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), PROJECT);
        rules = directory.resolve("bulkhead.yml");
    }

    private TopologyDocument open() throws ComposeException {
        return TopologyDocument.open(ComposeRequest.of(directory), new DiskFileTree());
    }

    @Test
    void newRulesCountAtOnceAndAreWrittenBySave() throws Exception {
        TopologyDocument document = open();

        document.applyRules(RULES, "add a rule");

        assertThat(document.rulesText()).contains(RULES);
        assertThat(document.workingCopy().rules().rules()).hasSize(1);
        assertThat(document.history().undoTitle()).contains("add a rule");
        assertThat(rules).doesNotExist();
        assertThat(document.save()).isEqualTo(new SaveResult.Saved(List.of(rules)));
        assertThat(rules).hasContent(RULES);
    }

    @Test
    void undoTakesTheFileAwayAgain() throws Exception {
        TopologyDocument document = open();
        document.applyRules(RULES, "add a rule");
        document.save();

        document.undo();

        assertThat(document.rulesText()).isEmpty();
        document.save();
        assertThat(rules).doesNotExist();
    }

    @Test
    void theSameTextIsNoEdit() throws Exception {
        Files.writeString(rules, RULES);
        TopologyDocument document = open();

        document.applyRules(RULES, "edit the rules");

        assertThat(document.history().undoTitle()).isEmpty();
        assertThat(document.dirty()).isFalse();
    }

    @Test
    void rulesThatAnotherProgramChangedAreAConflict() throws Exception {
        Files.writeString(rules, RULES);
        TopologyDocument document = open();
        document.applyRules(RULES + "  - must: db -> web\n", "add a rule");
        Files.writeString(rules, "version: 1\n");

        assertThat(document.save()).isInstanceOf(SaveResult.ConflictOnDisk.class);
        assertThat(rules).hasContent("version: 1\n");
    }

    @Test
    void editsOfRulesAndProjectAreDoneAgainOnWhatChangedOnDisk() throws Exception {
        TopologyDocument document = open();
        document.apply(new TopologyEdit.Publish("web", PortMapping.of(8080, 80, Protocol.TCP)));
        document.applyRules(RULES, "add a rule");
        Files.writeString(directory.resolve("compose.yaml"), "# new\n" + PROJECT);

        document.reloadAndReapply();

        assertThat(document.rulesText()).contains(RULES);
        assertThat(document.project().topology().service("web").orElseThrow().ports())
                .hasSize(1);
        assertThat(document.pendingChanges()).hasSize(2);
    }
}
