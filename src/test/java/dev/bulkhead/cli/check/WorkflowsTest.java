package dev.bulkhead.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bulkhead.testing.GitClone;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ready workflows of the documentation do what they say: their own lines are run, on a clone with a change. */
@StartsProcesses
class WorkflowsTest {

    private static final Path DOCS = Path.of("docs/ci").toAbsolutePath();

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

    @TempDir
    private Path folder = Path.of("");

    private GitClone clone = new GitClone(folder);
    private final Map<String, String> environment = new TreeMap<>();

    /** What a shell came to. */
    private record Ran(int code, String text) {}

    @BeforeEach
    void makeRunner() throws Exception {
        folder = folder.toRealPath();
        GitClone origin = GitClone.init(folder.resolve("origin"));
        origin.write("stack/compose.yaml", COMPOSE)
                .write("stack/bulkhead.yml", "rules:\n  - must-not: web -> db\n")
                .commit("one");
        new GitClone(folder).git("clone", "--quiet", origin.top().toString(), "clone");
        clone = new GitClone(folder.resolve("clone"));
        clone.git("checkout", "--quiet", "-b", "feature");
        Path archive = archive();
        environment.putAll(Map.of(
                "PATH", folder.resolve("stubs") + ":" + System.getenv("PATH"),
                "HOME", folder.toString(),
                "RUNNER_TEMP", Files.createDirectories(folder.resolve("temp")).toString(),
                "GITHUB_PATH", folder.resolve("path").toString(),
                "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
                "GITHUB_BASE_REF", "main",
                "GITHUB_REPOSITORY", "somebody/stack",
                "PROJECT", "stack",
                "BULKHEAD_ARCHIVE", archive.toUri().toString(),
                "BULKHEAD_SHA256", digest(archive)));
        program("stubs/apt-get", "exit 0");
        program("stubs/gh", """
                echo "$*" >> "%1$s/asked"
                case "$*" in
                *--paginate*) if [ -f "%1$s/posted" ]; then echo 42; fi ;;
                *body=@*) for word; do case $word in body=@*) cp "${word#body=@}" "%1$s/posted" ;; esac; done ;;
                esac
                """.formatted(folder));
    }

    private Path program(String name, String lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The portable archive, in which the program is that of this test. */
    private Path archive() throws Exception {
        program(
                "archive/bulkhead/bin/bulkhead",
                "exec \"" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp \""
                        + System.getProperty("java.class.path") + "\" dev.bulkhead.app.Main \"$@\"");
        Path archive = folder.resolve("bulkhead.tar.gz");
        assertThat(shell(List.of(
                                "tar",
                                "-czf",
                                archive.toString(),
                                "-C",
                                folder.resolve("archive").toString(),
                                "bulkhead"))
                        .code())
                .isZero();
        return archive;
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private Ran shell(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory((Files.isDirectory(clone.top()) ? clone.top() : folder).toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("GITHUB_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), text);
    }

    private Ran lines(String script) throws Exception {
        // the folders of this test in the place of those of a container
        return shell(List.of("bash", "-e", "-c", script.replace("/tmp/", folder.resolve("temp") + "/")));
    }

    private static JsonNode workflow(String name) throws IOException {
        return YAMLMapper.builder().build().readTree(DOCS.resolve(name).toFile());
    }

    private static String step(JsonNode workflow, String name) {
        return StreamSupport.stream(workflow.at("/jobs/check/steps").spliterator(), false)
                .filter(step -> step.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("run")
                .asText();
    }

    private void install(JsonNode workflow) throws Exception {
        assertThat(lines(step(workflow, "Get Bulkhead"))).isEqualTo(new Ran(0, ""));
        environment.merge("PATH", Files.readString(folder.resolve("path")).strip(), (path, own) -> own + ":" + path);
    }

    private void breakTheRule() throws Exception {
        clone.write("stack/compose.yaml", COMPOSE.replace("[front]", "[front, back]"))
                .commit("web needs the database");
    }

    @Test
    void onGithubABadChangeFailsAndIsCommentedOnOnce() throws Exception {
        JsonNode workflow = workflow("github.yml");
        install(workflow);
        breakTheRule();
        environment.putAll(Map.of("NUMBER", "7", "GH_TOKEN", "token"));

        Ran checked = lines(step(workflow, "Check"));
        Ran first = lines(step(workflow, "Comment"));
        Ran second = lines(step(workflow, "Comment"));

        assertThat(checked.code()).as(checked.text()).isEqualTo(1);
        assertThat(Files.readString(clone.top().resolve("bulkhead.md")))
                .startsWith("### Bulkhead: stack - adds 1 error\n")
                .contains("`stack/compose.yaml:6`", "#### Bringing it to the engine");
        assertThat(folder.resolve("summary"))
                .hasSameTextualContentAs(clone.top().resolve("bulkhead.md"));
        assertThat(clone.top().resolve("bulkhead.sarif")).content().contains("\"baselineState\" : \"new\"");
        assertThat(clone.top().resolve("bulkhead.xml")).content().contains("failures=\"1\"");
        assertThat(first.code() + second.code())
                .as(first.text() + second.text())
                .isZero();
        assertThat(folder.resolve("posted")).content().startsWith("<!-- bulkhead -->\n### Bulkhead: stack");
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .anyMatch(line -> line.startsWith("api --silent repos/somebody/stack/issues/7/comments -F body=@"))
                .anyMatch(line -> line.startsWith(
                        "api --silent --method PATCH repos/somebody/stack/issues/comments/42 -F body=@"));
    }

    @Test
    void onGithubAPushToMainIsCheckedAsAWhole() throws Exception {
        JsonNode workflow = workflow("github.yml");
        install(workflow);
        environment.put("GITHUB_BASE_REF", "");

        Ran checked = lines(step(workflow, "Check"));

        assertThat(checked).isEqualTo(new Ran(0, "No findings.\n"));
        assertThat(folder.resolve("summary")).hasContent("### Bulkhead: stack - no findings\n");
    }

    @Test
    void anArchiveWithAnotherChecksumIsNotUnpacked() throws Exception {
        environment.put("BULKHEAD_SHA256", "0".repeat(64));

        assertThat(lines(step(workflow("github.yml"), "Get Bulkhead")).code()).isNotZero();
        assertThat(folder.resolve("temp/bulkhead")).doesNotExist();
    }

    @Test
    void onGitlabAChangeIsHeldAgainstWhereItLeft() throws Exception {
        JsonNode job = workflow("gitlab.yml").path("bulkhead");
        breakTheRule();
        environment.put(
                "CI_MERGE_REQUEST_DIFF_BASE_SHA",
                clone.git("rev-parse", "origin/main").strip());
        List<String> script = new ArrayList<>();
        job.path("before_script").forEach(line -> script.add(line.asText()));
        job.path("script").forEach(line -> script.add(line.asText()));

        Ran ran = lines("set -o pipefail\n" + String.join("\n", script));

        assertThat(ran.code()).as(ran.text()).isEqualTo(1);
        assertThat(clone.top().resolve("bulkhead.md"))
                .content()
                .contains("adds 1 error", "#### Bringing it to the engine");
        assertThat(clone.top().resolve("bulkhead.xml")).content().contains("failures=\"1\"");
        assertThat(job.at("/artifacts/reports/junit").asText()).isEqualTo("bulkhead.xml");
    }

    @Test
    void onForgejoAGoodChangePasses() throws Exception {
        JsonNode workflow = workflow("forgejo.yml");
        install(workflow);
        clone.write("stack/compose.yaml", COMPOSE.replace("postgres:16", "postgres:17"))
                .commit("newer");

        Ran ran = lines(step(workflow, "Check"));

        assertThat(ran.code()).as(ran.text()).isZero();
        assertThat(ran.text()).contains("nothing new, 0 gone");
        assertThat(clone.top().resolve("bulkhead.md")).content().contains("nothing new to find fault with", "db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github.yml", "forgejo.yml"})
    void noValueOfAnEventIsWrittenIntoALineOfShell(String name) throws Exception {
        for (JsonNode step : workflow(name).at("/jobs/check/steps")) {
            assertThat(step.path("run").asText()).doesNotContain("${{");
        }
    }

    @Test
    void theJobMayDoNoMoreThanItDoes() throws Exception {
        JsonNode workflow = workflow("github.yml");

        assertThat(workflow.path("permissions")).isEmpty();
        assertThat(workflow.at("/jobs/check/permissions").toString())
                .isEqualTo("{\"contents\":\"read\",\"pull-requests\":\"write\",\"security-events\":\"write\"}");
        assertThat(workflow.path("on").has("pull_request_target")).isFalse();
        assertThat(workflow.at("/jobs/check/steps/0/with/persist-credentials").asBoolean(true))
                .isFalse();
        assertThat(workflow.at("/jobs/check/steps/0/with/fetch-depth").asInt(1)).isZero();
    }
}
