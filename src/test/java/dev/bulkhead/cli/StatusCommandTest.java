package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status of the media server after the first iteration in its four forms: each figure with when it was measured. */
class StatusCommandTest {

    private static final String INSTANT = "20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z";

    @TempDir
    private static Path folder;

    private static String project = "";

    @BeforeAll
    static void practise() throws Exception {
        project = SampleFiles.copy(SampleFiles.MEDIASERVER, folder).toString();
        assertThat(run("apply", "--iteration", "1", "--yes").code()).isZero();
    }

    private static CommandLineRun run(String command, String... options) throws Exception {
        String[] words = new String[options.length + 4];
        words[0] = command;
        words[1] = project;
        words[2] = "--engine";
        words[3] = "practice";
        System.arraycopy(options, 0, words, 4, options.length);
        return CommandLineRun.of(words);
    }

    @Test
    void asLinesEachFigureEndsWithItsMoment() throws Exception {
        String status = run("status").out();

        assertThat(status)
                .startsWith("project mediaserver\n  1 Network Foundation: complete since ")
                .containsPattern("engine: Practice engine 28.5.2, at " + INSTANT + "\n")
                .containsPattern("services: 19 of 19 ready, 19 running, 17 of 17 healthy, at " + INSTANT + "\n")
                .containsPattern("networks: 7, 6 segmented, 3 internal, at " + INSTANT + "\n")
                .containsPattern("proxy traefik \\(Traefik\\): 14 of 14 routes answer, at " + INSTANT + "\n")
                .contains("  http://jellyfin.lan/ to jellyfin:8096: answers 200\n")
                .containsPattern(
                        "proxy cloudflared \\(Cloudflare Tunnel\\): none of its routes is known, at " + INSTANT)
                .containsPattern(
                        "resources: \\d+% of 4 processors, \\d+% of memory, disk 60% full, at " + INSTANT + "\n")
                .contains("response time: not measured; The practice engine has no host whose ports could be asked.\n")
                .containsPattern(
                        "running: all up since " + INSTANT + ", 0 restarts by the engine, at " + INSTANT + "\n")
                .contains(
                        "network latency: not measured; The practice engine has no packets whose way could be measured.\n")
                .containsPattern("exposure before: 18 published ports, 18 open to others than the host, and whatever"
                        + " fail2ban listens on, at " + INSTANT + "\n")
                .containsPattern("exposure now: 18 published ports, .*, at " + INSTANT + "\n")
                .containsPattern("next: 2 Port Consolidation; .*, at " + INSTANT + "\n")
                .doesNotContain("open run");
    }

    @Test
    void asJsonWhatIsMeasuredStandsWithWhen() throws Exception {
        JsonNode json =
                new ObjectMapper().readTree(run("status", "--format", "json").out());

        for (String part :
                new String[] {"engine", "health", "networks", "resources", "proxies", "exposure", "differences"}) {
            assertThat(Instant.parse(json.path(part).path("at").asText()))
                    .as(part)
                    .isAfter(Instant.EPOCH);
            assertThat(json.path(part).has("unknown")).as(part).isFalse();
        }
        assertThat(json.path("health").path("ready").asInt()).isEqualTo(19);
        assertThat(json.path("services").path("jellyfin").path("ready").asBoolean())
                .isTrue();
        JsonNode performance = json.path("performance");
        assertThat(performance.path("pages").path("unknown").asText()).startsWith("The practice engine has no host");
        assertThat(performance.path("running").path("restarts").isNumber()).isTrue();
        assertThat(performance.path("network").path("unknown").asText())
                .startsWith("The practice engine has no packets");
        JsonNode traefik = json.path("proxies").path("found").path(0);
        assertThat(traefik.path("service").asText()).isEqualTo("traefik");
        assertThat(traefik.path("routes"))
                .hasSize(14)
                .allMatch(route -> route.path("found").asText().equals("answers"));
        assertThat(json.path("exposure").path("before").path("ports")).hasSize(18);
        assertThat(json.path("exposure").path("now").path("source").asText()).isEqualTo("engine");
        assertThat(json.path("exposure").path("closed")).isEmpty();
        assertThat(json.path("next").path("id").asText()).isEqualTo("2");
        assertThat(json.path("next").path("preflight").path("items")).isNotEmpty();
        assertThat(json.path("iterations").path(0).path("tookMillis").isNumber())
                .isTrue();
        assertThat(json.path("restorePoints")).hasSize(1);
    }

    @Test
    void asMarkdownEachPartNamesHowAndWhenItWasFoundOut() throws Exception {
        String page = run("status", "--format", "markdown").out();

        assertThat(page)
                .containsPattern(
                        "### Proxy Discovery\n\\*Read from the files, and each route asked, \\d{4}-[^*]+ UTC\\*\n")
                .containsPattern("## Exposure\n\\*Asked of Practice engine 28.5.2, \\d{4}-[^*]+ UTC\\*\n")
                .containsPattern("\\|  \\| Before, \\d{4}-[^|]+ UTC \\| Now, \\d{4}-[^|]+ UTC \\|\n")
                .contains("### Open Runs: 0\n", "### Restore Points: 1\n");
    }

    @Test
    void asHtmlItIsOneFileThatNeedsNothingElse() throws Exception {
        String page = run("status", "--format", "html").out();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>mediaserver: status</title>")
                .contains("<td>1. Network Foundation</td>")
                .contains("<li><strong>Running:</strong> 19/19 ✅</li>")
                .contains("<li><strong>traefik (Traefik) Discovery:</strong> 14/14 ✅</li>")
                .contains("<td>http://jellyfin.lan/</td>")
                .doesNotContain("src=")
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("href=\"http");
    }
}
