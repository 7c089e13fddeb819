package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.run.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents say what the program does. */
class ManualTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path MANUAL = DOCS.resolve("manual");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "check",
                "accept",
                "reach",
                "edit",
                "export",
                "plan",
                "apply",
                "confirm",
                "rollback",
                "prune",
                "renew",
                "measure",
                "firewall",
                "status",
                "import",
                "drift",
                "playbook",
                "tour"
            })
    void theHelpOfEachCommandStandsInTheManual(String command) throws Exception {
        String help = CommandLineRun.of(command, "--help").out();

        assertThat(help).startsWith("Usage: bulkhead " + command);
        assertThat(Files.readString(MANUAL.resolve("command-line.md"))).contains("```\n" + help.strip() + "\n```");
    }

    @Test
    void theManualHasEveryCommandOfTheHelp() throws Exception {
        Pattern listed = Pattern.compile("(?m)^  ([a-z]+)\\s");
        String help = CommandLineRun.of("--help").out();
        List<String> commands = new ArrayList<>();
        Matcher matcher = listed.matcher(help.substring(help.indexOf("Commands:")));
        while (matcher.find()) {
            commands.add("## " + matcher.group(1));
        }

        assertThat(commands).hasSize(19);
        assertThat(Files.readAllLines(MANUAL.resolve("command-line.md"))).containsAll(commands);
    }

    @Test
    void everyRuleIsListedWithItsUsualSeverityAndHasAPage() throws IOException {
        Pattern row = Pattern.compile("(?m)^\\| \\[([a-z0-9-]+)]\\(rules/\\1\\.md\\) \\| ([a-z]+) \\|");
        Matcher matcher = row.matcher(Files.readString(MANUAL.resolve("problems.md")));
        List<String> listed = new ArrayList<>();
        while (matcher.find()) {
            listed.add(matcher.group(1) + " " + matcher.group(2));
        }
        List<String> pages;
        try (Stream<Path> files = Files.list(MANUAL.resolve("rules"))) {
            pages = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(Checks.withStack().stream()
                        .map(rule -> rule.id() + " " + rule.severity().text())
                        .toList());
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(Checks.withStack().stream()
                        .map(rule -> rule.id() + ".md")
                        .toList());
    }

    @Test
    void everyPageOfARuleSaysWhatWhyHowToFixItAndFromWhere() throws IOException {
        for (CheckRule rule : Checks.withStack()) {
            assertThat(Files.readString(MANUAL.resolve("rules").resolve(rule.id() + ".md")))
                    .startsWith("# " + rule.id() + "\n\n*" + rule.severity().text())
                    .containsSubsequence("- What: ", "- Why: ", "- How to fix: ", "- Source: ");
        }
    }

    @Test
    void everyPackageIsNamedInTheMapOfTheHouse() throws IOException {
        Path root = Path.of("src/main/java/dev/bulkhead");
        TreeSet<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> root.relativize(file.resolveSibling("")).toString())
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> packages.add("`" + name.replace('/', '.').replace('\\', '.') + "`"));
        }

        assertThat(packages).hasSizeGreaterThan(30);
        assertThat(Files.readString(DOCS.resolve("architecture.md"))).contains(packages);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:]+)[^):]*\\)");
        List<String> broken = new ArrayList<>();
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), DOCS.resolve("architecture.md")));
        try (Stream<Path> files = Files.walk(MANUAL)) {
            pages.addAll(files.filter(Files::isRegularFile).toList());
        }
        for (Path page : pages) {
            Matcher matcher = link.matcher(Files.readString(page));
            while (matcher.find()) {
                if (!Files.exists(page.resolveSibling(matcher.group(1)))) {
                    broken.add(page + " -> " + matcher.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }
}
