package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkReportTest {

    private static final String HARDENED = """
            services:
              web:
                image: nginx:1.29
                user: "101"
                read_only: true
                cap_drop: [ALL]
                security_opt: [no-new-privileges:true]
                mem_limit: 64m
                cpus: 0.5
                pids_limit: 100
                ulimits: {nofile: 1024}
                healthcheck: {test: curl -f http://localhost}
            """;

    @TempDir
    private Path directory = Path.of("");

    private CommandLineRun check(String compose, String... words) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        String[] all = new String[words.length + 2];
        all[0] = "check";
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.of(all);
    }

    @Test
    void endsWellWhereEverythingHoldsThatFilesCanTell() throws Exception {
        CommandLineRun run = check(HARDENED, "--benchmark");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("CIS Docker Benchmark 1.7.0: 26 items hold, 0 do not, 8 cannot be told from the files.")
                .contains(
                        "OWASP Docker Security Cheat Sheet: 10 items hold, 0 do not, 4 cannot be told from the files.")
                .doesNotContain("Does not hold:");
        assertThat(run.code()).isZero();
    }

    @Test
    void saysOfEachItemThatDoesNotHoldWhereAndWhatWouldBeRight() throws Exception {
        CommandLineRun run = check(HARDENED + "    pid: host\n", "--benchmark", "cis");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("""
                Does not hold:
                  5.16 The host's processes are not shared
                      web (compose.yaml:13): pid: host
                        right: Remove it, unless its work is to look at or change the processes of the host.

                Cannot be told from the files:
                """).doesNotContain("OWASP");
    }

    @Test
    void takesThePathBehindTheOptionForThePath() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), HARDENED);

        assertThat(CommandLineRun.of("check", "--benchmark", directory.toString())
                        .out())
                .contains("CIS Docker Benchmark", "OWASP Docker Security");
        assertThat(CommandLineRun.of("check", "--benchmark", "OWASP", directory.toString())
                        .out())
                .startsWith("OWASP Docker Security");
    }

    @Test
    void standsInAFileAsMarkdownToo() throws Exception {
        Path file = directory.resolve("report.md");
        check(HARDENED + "    pid: host\n", "--benchmark", "--report", "markdown=" + file);

        assertThat(Files.readString(file))
                .startsWith("### ")
                .contains(
                        "| 5.16 The host's processes are not shared | pid: host | web `compose.yaml:13` | Remove it,");
    }

    @Test
    void countsAndPlacesStandInJson() throws Exception {
        JsonNode root = JsonMapper.builder()
                .build()
                .readTree(check(HARDENED + "    pid: host\n", "--benchmark", "cis", "--format", "json")
                        .out());
        JsonNode cis = root.get("benchmarks").get(0);
        JsonNode item = StreamSupport.stream(cis.get("items").spliterator(), false)
                .filter(one -> one.get("number").asText().equals("5.16"))
                .findFirst()
                .orElseThrow();

        assertThat(root.get("schema").asInt()).isEqualTo(1);
        assertThat(cis.get("counts").get("does-not-hold").asInt()).isEqualTo(1);
        assertThat(item.get("outcome").asText()).isEqualTo("does-not-hold");
        assertThat(item.get("breaches").get(0).get("at").asText()).startsWith("compose.yaml:13:");
    }

    @Test
    void holdsPortsAgainstTheListOfTheOperator() throws Exception {
        Files.writeString(directory.resolve("bulkhead.yml"), "version: 1\nexposure:\n  allow-published: [8443]\n");

        assertThat(check(HARDENED + "    ports: [\"8443:443\", \"9000:9000\"]\n", "--benchmark", "cis")
                        .out())
                .contains("web (compose.yaml:13): port 9000:9000, which exposure.allow-published does not list")
                .doesNotContain("port 8443:443, which");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --benchmark nist               | --benchmark nist names no benchmark; write cis, owasp, or nothing for both.
            --benchmark --format sarif     | The report by a benchmark has no form sarif, which holds findings only; choose text, markdown or json.
            --benchmark --report junit=x.xml | The report by a benchmark has no form junit, which holds findings only; choose text, markdown or json.
            --benchmark --live             | --benchmark tells what the files say and is not for --live; choose one of them.
            --benchmark --since git:HEAD   | --benchmark tells what the files say and is not for --since; choose one of them.
            --benchmark --baseline x.yml   | --benchmark tells what the files say and is not for --baseline; choose one of them.
            """)
    void refusesWhatDoesNotGoTogetherInOneSentence(String words, String sentence) throws Exception {
        CommandLineRun run = check(HARDENED, words.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void saysWhenAProjectCannotBeRead() throws Exception {
        assertThat(check("services: [", "--benchmark").code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"mediaserver,6,20,8,1,7,6", "hydra,14,10,10,2,6,6", "medianest,15,8,11,4,4,6"})
    void countsTheSamples(String sample, int holds, int broken, int open, int rules, int brokenRules, int openRules)
            throws Exception {
        CommandLineRun run =
                CommandLineRun.of("check", SampleFiles.original(sample).toString(), "--benchmark", "--format", "json");
        JsonNode reports = JsonMapper.builder().build().readTree(run.out()).get("benchmarks");

        assertThat(counts(reports.get(0))).containsExactly(holds, broken, open);
        assertThat(counts(reports.get(1))).containsExactly(rules, brokenRules, openRules);
        assertThat(run.code()).isEqualTo(1);
    }

    private static int[] counts(JsonNode report) {
        JsonNode counts = report.get("counts");
        return new int[] {
            counts.get("holds").asInt(),
            counts.get("does-not-hold").asInt(),
            counts.get("not-known").asInt()
        };
    }

    @Test
    void namesThePlacesInTheMediaServer() throws Exception {
        String out = CommandLineRun.of(
                        "check", SampleFiles.original(SampleFiles.MEDIASERVER).toString(), "--benchmark")
                .out();

        assertThat(out)
                .contains(
                        "  5.5 No container is privileged\n      cadvisor (monitoring/docker-compose.yml:63): privileged: true\n")
                .contains("gluetun (qbittorrent/docker-compose.yml:9): device /dev/net/tun:/dev/net/tun")
                .contains(
                        "cloudflared (cloudflared/docker-compose.yml:9): Variable TUNNEL_TOKEN of service cloudflared holds a")
                .contains("not known: all 19 services: No user is stated, so it is the one of the image.");
    }
}
