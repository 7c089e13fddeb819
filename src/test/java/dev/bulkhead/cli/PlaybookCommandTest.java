package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playbooks of the operator's own, from the first line to a run, as the command line takes them. */
class PlaybookCommandTest {

    private static final String COMPOSE = """
            name: shop
            services:
              web: {image: "nginx:1"}
              db: {image: "postgres:17"}
            """;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void aProject() throws Exception {
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
    }

    private CommandLineRun run(String... words) throws Exception {
        return CommandLineRun.of(words);
    }

    private String project() {
        return directory.toString();
    }

    private void rules(String text) throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "version: 1\n" + text);
    }

    private Path playbook(String name, String text) throws Exception {
        Path file = directory.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    private static String about(String id, String more) {
        return "id: %s\nname: %s\ntitle: The %s\nobjective: Try it.\nrisk: low\n%sphases:\n  - title: One\n    actions: []\n"
                .formatted(id, id, id, more);
    }

    @Test
    void oneThatIsBegunIsCheckedListedAndCarriedOut() throws Exception {
        Path file = directory.resolve("own.yml");
        assertThat(run("playbook", "new", file.toString()).code()).isZero();
        CommandLineRun again = run("playbook", "new", file.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is there already and stays as it is");

        CommandLineRun checked = run("playbook", "check", file.toString());
        assertThat(checked.out())
                .isEqualTo("Playbook own (A Network for Some) can be used: 1 question, 1 phase, 0 rules at the end.\n");

        rules("playbooks: [own.yml]\n");
        assertThat(run("playbook", "list", project()).out())
                .contains("1 (foundation): ")
                .endsWith("own (own): A Network for Some. Give some services a network of their own, beside those that"
                        + " they are on.\n");
        assertThat(run("playbook", "show", "own", project()).out())
                .contains("asks:\n  range: Which address range does the network get? (worked out by free-range)\n")
                .contains("  create network own-net at ${range}\n  * join own-net\n");

        CommandLineRun applied = run("apply", project(), "--engine", "practice", "--iteration", "own", "--yes");
        assertThat(applied.out()).startsWith("# A Network for Some - COMPLETED");
        assertThat(Files.readString(directory.resolve("compose.yml"))).contains("own-net");
        assertThat(run("status", project(), "--engine", "practice").out())
                .contains("own A Network for Some: complete since ");
        assertThat(run("status", project(), "--engine", "practice", "--format", "markdown")
                        .out())
                .contains("## Current Status: ✅ A Network for Some Complete - Ready for Iteration 01\n");
    }

    @Test
    void oneThatIsWrongIsNamedWithItsPlaceAndLeavesTheOthersUsable() throws Exception {
        playbook("own.yml", about("own", "").replace("risk: low", "risk: huge"));
        rules("playbooks: [own.yml]\n");
        String sentence = "own.yml:5:7: risk huge is none of none, low, medium and high.";

        CommandLineRun listed = run("playbook", "list", project());
        assertThat(listed.code()).isEqualTo(1);
        assertThat(listed.out()).contains("1 (foundation)").doesNotContain("own (own)");
        assertThat(listed.err()).contains(sentence);
        CommandLineRun planned = run("plan", project(), "--engine", "practice", "--iteration", "own");
        assertThat(planned.code()).isEqualTo(2);
        assertThat(planned.err()).contains(sentence);
        assertThat(run("plan", project(), "--engine", "practice", "--iteration", "1")
                        .out())
                .contains("create network");
        assertThat(run("status", project(), "--engine", "practice").out())
                .contains("playbooks of your own: " + sentence);
        CommandLineRun checked = run("check", project());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("bulkhead.yml:2:13").contains(sentence);
    }

    @Test
    void whatCannotStandBesideTheOthersIsRefusedWithTheReason() throws Exception {
        assertThat(check(about("foundation", ""), ""))
                .contains("a.yml: another playbook, 'Network Foundation', is called 'foundation' already");
        assertThat(check(about("rotate", ""), "")).contains("is called 'rotate' already");
        assertThat(check(about("a", "requires: [\"9\"]\n"), ""))
                .contains("a.yml:6:12: there is no iteration '9' to build on; known are 1 (foundation), ");
        assertThat(check(about("a", "requires: [a]\n"), ""))
                .contains("a.yml:6:12: a builds on a, so none of them could ever be begun.");
        assertThat(check(about("a", "requires: [b]\n"), about("b", "requires: [a]\n")))
                .contains("b.yml:6:12: a builds on b builds on a, so none of them could ever be begun.");
        assertThat(check(about("a", "") + "    after: []\n  - propose: magic\n", ""))
                .contains("nothing proposes actions by the name magic");
        assertThat(run("playbook", "check", directory.resolve("none.yml").toString())
                        .err())
                .contains("There is no file ");
    }

    private String check(String a, String b) throws Exception {
        String first = playbook("a.yml", a).toString();
        CommandLineRun run = b.isEmpty()
                ? run("playbook", "check", first)
                : run("playbook", "check", first, playbook("b.yml", b).toString());
        assertThat(run.code()).isEqualTo(2);
        return run.err();
    }

    @Test
    void aFileThatIsNotThereIsNamedWhereItIsListed() throws Exception {
        rules("playbooks:\n  - playbooks/none.yml\n");

        CommandLineRun listed = run("playbook", "list", project());

        assertThat(listed.err()).contains("bulkhead.yml:3:5: the playbook playbooks/none.yml cannot be read: ");
    }

    @Test
    void oneThatBuildsOnAnotherOfTheListIsCheckedBesideIt() throws Exception {
        playbook("base.yml", about("base", ""));
        Path next = playbook("next.yml", about("next", "requires: [base]\n"));

        assertThat(run("playbook", "check", next.toString()).err()).contains("there is no iteration 'base'");
        rules("playbooks: [base.yml, next.yml]\n");

        assertThat(run("playbook", "check", next.toString()).out())
                .startsWith("Playbook next (The next) can be used:")
                .doesNotContain("base");
    }

    @Test
    void whatIsSkippedIsNotTheNextOneAndCanBeCarriedOutAllTheSame() throws Exception {
        rules("skip: [\"1\", ports]\n");

        assertThat(run("status", project(), "--engine", "practice").out())
                .contains("  1 Network Foundation: skipped\n")
                .contains(": skipped\n  3 ")
                // 3 builds on 2 and 4 on 1, which are skipped
                .containsPattern("  3 .*: pending\n")
                .containsPattern("  4 .*: pending\n")
                .containsPattern("  5 .*: next\n");
        assertThat(run("status", project(), "--engine", "practice", "--format", "markdown")
                        .out())
                .contains("➖ Skipped")
                .contains("(0/6 iterations)");
        assertThat(run("playbook", "list", project()).out()).containsPattern("1 \\(foundation\\).* Skipped\\.\n");
        assertThat(run("apply", project(), "--engine", "practice", "--iteration", "1", "--yes")
                        .out())
                .startsWith("# Iteration 01: Network Foundation - COMPLETED");
    }

    @Test
    void theFirstOneGetsAFolder() throws Exception {
        Path file = directory.resolve("own-playbooks/own.yml");

        assertThat(run("playbook", "new", file.toString()).code()).isZero();
        assertThat(run("playbook", "check", file.toString()).code()).isZero();
        assertThat(refused("playbook", "new", file.toString())).contains("is there already and stays as it is");
    }

    @Test
    void withoutAWordItSaysWhichThereAre() throws Exception {
        String right = "write playbook list [PATH], show ID [PATH], check FILE... or new FILE.";
        assertThat(refused("playbook")).contains("playbook is not told what is wanted; " + right);
        assertThat(refused("playbook", "tell")).contains("playbook has no 'tell'; " + right);
        assertThat(refused("playbook", "check")).contains("playbook check names nothing; " + right);
        assertThat(refused("playbook", "list", project(), "more")).contains("playbook list has no use for 'more'; ");
        assertThat(refused(
                        "playbook",
                        "new",
                        directory.resolve("none/at-all/own.yml").toString()))
                .contains("There is no folder for that of ");
        assertThat(refused("playbook", "show", "9", project()))
                .contains("There is no iteration '9'; known are 1 (foundation), ");
        assertThat(refused("playbook", "list", directory.resolve("none").toString()))
                .contains("none");
    }

    private String refused(String... words) throws Exception {
        CommandLineRun run = run(words);
        assertThat(run.code()).isEqualTo(2);
        return run.err();
    }
}
