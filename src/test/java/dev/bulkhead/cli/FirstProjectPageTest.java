package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.testing.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's page for newcomers: what stands in its boxes works, each command on a practice engine that knows no other. */
class FirstProjectPageTest {

    private static final String OWN_PART = "## An hour";

    /** Commands that an engine is asked by; practice takes its place here. */
    private static final List<String> ASKING = List.of("--live", "drift", "plan", "apply", "status", "rollback");

    @TempDir
    private Path folder;

    @Test
    void theTenMinutesWithTheSampleLeadThereAndBack() throws Exception {
        Path sample = SampleFiles.copy(SampleFiles.MEDIASERVER, folder);
        Map<String, String> before = texts(sample);

        String said = "";
        for (String command : commands(page().substring(0, page().indexOf(OWN_PART)))) {
            said = run(command.replaceAll("\\btry\\b", sample.toString()));
        }

        assertThat(said).startsWith("Project mediaserver: 1 network, 19 services");
        assertThat(texts(sample)).isEqualTo(before);
    }

    @Test
    void theHourWithAProjectOfOnesOwnLeadsToSeparateNetworks() throws Exception {
        String page = page().substring(page().indexOf(OWN_PART));
        Path own = own("own", page);
        Path rehearsal = own("rehearsal", page);

        List<String> tried = new ArrayList<>();
        // a change on a practice engine ends with the command, so that nobody can take it back later
        for (String command : commands(page.replace(" --confirm-within 15m", ""))) {
            if (!command.startsWith("confirm")) {
                tried.add(command);
                String practised = ASKING.stream().anyMatch(command::contains) && !command.contains("--engine")
                        ? command + " --engine practice"
                        : command;
                run(practised.replace("PATH", own.toString()).replaceAll("\\brehearsal\\b", rehearsal.toString()));
            }
        }

        assertThat(tried).hasSizeGreaterThan(7);
        assertThat(Files.readString(own.resolve("networks.yml"))).contains("data-net", "Members: db, web");
    }

    /** Returns what the files of a project hold, the program's own records aside. */
    private static Map<String, String> texts(Path project) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString();
                if (!name.startsWith(".bulkhead")) {
                    texts.put(name, Files.readString(file));
                }
            }
        }
        return texts;
    }

    private Path own(String name, String page) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Files.writeString(own.resolve("compose.yaml"), """
                services:
                  web: {image: "nginx:1.29", ports: ["80:80"], depends_on: [db]}
                  db: {image: "postgres:17"}
                """);
        String rules = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        Files.writeString(own.resolve(Rules.FILE), rules);
        return own;
    }

    @Test
    void itsRulesCanBeRead() throws Exception {
        Path own = own("own", page());

        assertThat(RulesReader.parse(Rules.FILE, Files.readString(own.resolve(Rules.FILE)))
                        .rules())
                .hasSize(3);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs", "manual", "first-project.md"));
    }

    /** Returns the commands in the boxes, without the program's name. */
    private static List<String> commands(String text) {
        return Pattern.compile("^```(\\w*)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .filter(box -> box.group(1).isEmpty())
                .flatMap(box -> box.group(2).lines())
                .filter(line -> line.startsWith("bulkhead "))
                .map(line -> line.substring("bulkhead ".length()))
                .toList();
    }

    private static String run(String command) throws Exception {
        CommandLineRun run = CommandLineRun.of(command.split(" ", -1));
        assertThat(run.code())
                .as(command + "\n" + run.err())
                .isIn(command.startsWith("check") ? List.of(0, 1) : List.of(0));
        return run.out();
    }
}
