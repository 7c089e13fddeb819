package dev.bulkhead.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bulkhead.cli.CommandLineRun;
import dev.bulkhead.testing.GitClone;
import dev.bulkhead.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of a project is told to add, to take away, to open and to break, since a commit. */
@StartsProcesses
class SinceTest {

    private static final String COMPOSE = """
            name: stack
            services:
              web:
                image: nginx:1.29
                healthcheck: {test: curl -f http://localhost}
                networks: [front]
              db:
                image: postgres:16
                healthcheck: {test: pg_isready}
                networks: [back]
            networks:
              front: {}
              back: {internal: true}
            """;

    private static final String OPEN = COMPOSE.replace("[front]", "[front, back]");

    @TempDir
    private Path folder = Path.of("");

    private GitClone clone = new GitClone(folder);
    private Path stack = folder;

    @BeforeEach
    void makeRepository() throws Exception {
        clone = GitClone.init(folder.toRealPath().resolve("clone"));
        stack = clone.top().resolve("stack");
        clone.write("stack/compose.yaml", COMPOSE)
                .write("stack/bulkhead.yml", "rules:\n  - must-not: web -> db\n")
                .commit("one");
    }

    private CommandLineRun run(String command, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(command, stack.toString()));
        all.addAll(List.of(words));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private String head() throws Exception {
        return clone.git("rev-parse", "HEAD").strip().substring(0, 7);
    }

    @Test
    void aChangeThatBreaksARuleSaysSoAndFails() throws Exception {
        clone.write("stack/compose.yaml", OPEN);
        CommandLineRun run = run("check", "--since", "git:main");

        assertThat(run).isEqualTo(new CommandLineRun(1, """
                new:
                error: bulkhead.yml:2:15: Rule 'must-not: web -> db' does not hold: web reaches db: both are on network back,\
                 where all ports are open. [rule-must-not]
                    fix: Take web or db off network back; or drop the rule.
                Since main (%s): 1 new, 0 gone, 0 as before.
                """.formatted(head()), ""));
    }

    @Test
    void aFaultThatWasThereBeforeFailsNothingWhereverItMoves() throws Exception {
        clone.write("stack/compose.yaml", OPEN).commit("broken");
        clone.git("mv", "stack/compose.yaml", "stack/docker-compose.yml");
        clone.write("stack/docker-compose.yml", "# a line more\n" + OPEN);
        CommandLineRun run = run("check", "--since", "git:main");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("Since main (" + head() + "): nothing new, 0 gone, 1 as before (1 error).\n");
        assertThat(run("check").code()).isEqualTo(1);
    }

    @Test
    void ofTwoAlikeThatBecomeThreeOneIsNew() throws Exception {
        String twice = "rules:\n  - must-not: web -> db\n  - must-not: web -> db\n";
        clone.write("stack/compose.yaml", OPEN)
                .write("stack/bulkhead.yml", twice)
                .commit("broken");
        clone.write("stack/bulkhead.yml", twice + "  - must-not: web -> db\n");

        assertThat(run("check", "--since", "git:main").out())
                .contains("new:\nerror: bulkhead.yml:4:15: Rule 'must-not: web -> db' does not hold");
    }

    @Test
    void aCommentTellsWhatOpensAndByWhichLine() throws Exception {
        clone.write("stack/compose.yaml", OPEN);
        CommandLineRun run = run("check", "--since", "git:main...", "--format", "markdown");

        assertThat(run.out()).isEqualTo("""
                ### Bulkhead: stack - adds 1 error

                Since %s, where this branch left main.

                | | finding | where |
                |---|---|---|
                | **error** | Rule 'must-not: web -\\> db' does not hold: web reaches db: both are on network back, where all ports\
                 are open. *Fix:* Take web or db off network back; or drop the rule. `rule-must-not` | `stack/bulkhead.yml:2` |

                **Who reaches whom:** 2 pairs change (2 opens).

                - **opens** `db` → `web`; `web` → `db` - shared network `back` (`stack/compose.yaml:6`)
                """.formatted(head()));
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void whatAChangeTakesAwayIsToldWithWhereItWas() throws Exception {
        clone.write("stack/compose.yaml", OPEN).commit("broken");
        clone.write("stack/compose.yaml", COMPOSE);

        assertThat(run("check", "--since", "git:main", "--format", "markdown").out())
                .contains(
                        "### Bulkhead: stack - nothing new to find fault with\n",
                        "**Gone with this change**\n\n- Rule 'must-not: web -\\> db' does not hold",
                        "- **closes** `db` → `web`; `web` → `db` - shared network `back` (was at `stack/compose.yaml:6`)");
    }

    @Test
    void aChangeThatAcceptsItsOwnFaultIsToldToDoSo() throws Exception {
        clone.write("stack/compose.yaml", OPEN);
        run("accept", "--all", "--because", "I may", "--until", "9999-12-31", "--write");
        CommandLineRun run = run("check", "--since", "git:main", "--format", "markdown");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "**Newly accepted by this change**\n\n- **error** until 9999-12-31: Rule 'must-not: web -\\> db' does not hold",
                        "*Because:* I may",
                        "Accepted and not counted: 1 error by the baseline.");
    }

    @Test
    void aChangeThatTakesBackAnAcceptanceFails() throws Exception {
        clone.write("stack/compose.yaml", OPEN);
        run("accept", "--all", "--because", "we may", "--until", "9999-12-31", "--write");
        clone.commit("accepted");
        Files.delete(stack.resolve("bulkhead-baseline.yml"));

        assertThat(run("check", "--since", "git:main").code()).isEqualTo(1);
    }

    @Test
    void aProjectThatAChangeBringsIsAllNew() throws Exception {
        clone.write("second/compose.yaml", OPEN).write("second/bulkhead.yml", "rules:\n  - must-not: web -> db\n");
        stack = clone.top().resolve("second");
        CommandLineRun run = run("check", "--since", "git:main");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("There was no such project at main (" + head() + "): all that is found counts as new.\n");
        assertThat(run("reach", "--diff", "git:main").out()).contains("opens SHARED_NETWORK via back (2 pairs)");
    }

    @Test
    void aChangeThatMendsAFileThatCouldNotBeReadIsJudgedAllTheSame() throws Exception {
        clone.write("stack/compose.yaml", "services: [\n").commit("broken");
        clone.write("stack/compose.yaml", COMPOSE);
        CommandLineRun run = run("check", "--since", "git:main");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .startsWith("warning: At main (" + head() + "): compose.yaml:")
                .endsWith(" All that is found counts as new.\n");
        assertThat(run("reach", "--diff", "git:main").code()).isEqualTo(2);
    }

    @Test
    void aProjectThatWasElsewhereIsFoundThere() throws Exception {
        clone.git("mv", "stack", "moved");
        stack = clone.top().resolve("moved");

        assertThat(run("check", "--since", "git:main:stack").out()).contains("nothing new, 0 gone");
        assertThat(run("reach", "--diff", "git:main:stack").out()).isEqualTo("Nothing opens, nothing closes.\n");
    }

    @Test
    void includesAndEnvFilesAreThoseOfTheCommitAndIgnoredOnesThoseOfTheDisk() throws Exception {
        clone.write(".gitignore", ".env\n")
                .write("stack/compose.yaml", "include: [app/compose.yaml]\n")
                .write("stack/app/compose.yaml", """
                        services:
                          app:
                            extends: {file: ../../base.yml, service: base}
                            image: nginx:${TAG}
                            ports: ["${PORT}:80"]
                        """)
                .write("stack/app/.env.shared", "PORT=80")
                .write("base.yml", "services: {base: {healthcheck: {test: 'true'}, env_file: stack/app/.env.shared}}\n")
                .write("stack/bulkhead.yml", "exposure: {allow-published: [8080/tcp]}\n")
                .commit("one");
        clone.write("stack/.env", "TAG=1.29\nPORT=8080\n");
        clone.write("stack/app/compose.yaml", "services: {app: {image: 'nginx:1', ports: ['9090:80']}}\n");
        CommandLineRun run = run("reach", "--diff", "git:main");

        assertThat(run.err()).contains("From main (" + head() + ") to the files as they are.\n");
        assertThat(run.out()).startsWith("narrows PUBLISHED_VIA_HOST via host:8080/tcp (1 pair)\n");
        assertThat(run("check", "--since", "git:main").out())
                .contains("new:\nerror: app/compose.yaml:1:")
                .contains("[exposure-not-allowed]")
                .doesNotContain("TAG is not set");
    }

    @Test
    void reachTellsFromTheCommitToTheFiles() throws Exception {
        clone.write("stack/compose.yaml", OPEN);

        assertThat(run("reach", "--diff", "git:main"))
                .isEqualTo(new CommandLineRun(0, """
                        opens SHARED_NETWORK via back (2 pairs)
                            db -> web
                            web -> db
                        2 opens; 2 pairs change.
                        """, "From main (" + head() + ") to the files as they are.\n"));
    }

    @Test
    void aPlanTellsWhatBringingItToTheEngineMeans() throws Exception {
        clone.write("stack/compose.yaml", OPEN.replace("postgres:16", "postgres:17"));
        CommandLineRun run = run("plan", "--since", "git:main", "--format", "markdown");

        assertThat(run.out()).isEqualTo("""
                #### Bringing it to the engine

                3 steps; services are away for about 2 s in all.

                1. db: recreate from the files, wait until healthy (away about 2 s)
                2. web: attach to stack\\_back
                3. 2 services: wait until all run and are healthy

                **Breaks on the way**

                - 'must-not: web -\\> db' does not hold from step 2 on, for good: web reaches db: both are on network back, where\
                 all ports are open.
                """);
        assertThat(run.err()).contains("From main (" + head() + ") to the files as they are.\n");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run("plan", "--since", "git:main").out())
                .contains("Who reaches whom differently:\nopens SHARED_NETWORK via back (2 pairs)\n");
        try (var files = Files.list(stack)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("compose.yaml", "bulkhead.yml");
        }
        assertThat(run("plan", "--since", "git:main", "--engine", "practice").code())
                .isEqualTo(2);
    }

    @Test
    void severalReportsComeFromOneRun() throws Exception {
        clone.write("stack/compose.yaml", OPEN);
        Path sarif = folder.resolve("r.sarif");
        Path junit = folder.resolve("r.xml");
        run("check", "--since", "git:main", "--report", "sarif=" + sarif, "--report", "junit=" + junit);
        JsonNode report =
                JsonMapper.builder().build().readTree(Files.readString(sarif)).at("/runs/0");

        assertThat(report.at("/results/0/baselineState").asText()).isEqualTo("new");
        assertThat(report.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("stack/bulkhead.yml");
        assertThat(report.at("/automationDetails/id").asText()).isEqualTo("bulkhead/stack/stack/");
        assertThat(Files.readString(junit)).contains("failures=\"1\"", "stack/bulkhead.yml:2: error: Rule");
        assertThat(run("check", "--report", "pdf=x").err())
                .isEqualTo(
                        "bulkhead: --report pdf=x does not name a format and a file; write FORMAT=FILE with one of text,"
                                + " json, sarif, junit, markdown.\n");
        assertThat(run("check", "--since", "git:main", "--live", "--engine", "practice")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aShallowCloneAndAnUnknownCommitAreOneSentence() throws Exception {
        clone.commit("two");
        new GitClone(folder)
                .git("clone", "--quiet", "--depth=1", clone.top().toUri().toString(), "shallow");
        stack = folder.toRealPath().resolve("shallow/stack");

        assertThat(run("check", "--since", "git:HEAD~1"))
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "bulkhead: This clone is shallow and does not hold HEAD~1; fetch all of it"
                                + " first: fetch-depth: 0 for actions/checkout, GIT_DEPTH: \"0\" in GitLab, git fetch --unshallow by"
                                + " hand.\n"));
    }
}
