package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachCommandTest {

    private static final String PROJECT = """
            name: stack
            services:
              web:
                image: nginx
                networks: [front, back]
                ports: ["80:80"]
              db:
                image: postgres
                networks: [back]
              tool:
                image: busybox
                networks: [front]
                profiles: [debug]
            networks:
              front: {}
              back:
                internal: true
            """;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void writeProject() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), PROJECT);
    }

    private CommandLineRun reach(String... words) throws Exception {
        String[] all = new String[words.length + 2];
        all[0] = "reach";
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.of(all);
    }

    @Test
    void tellsWhomAnIntruderGetsAt() throws Exception {
        assertThat(reach("--impact", "db")).isEqualTo(new CommandLineRun(0, """
                If db is taken over, an intruder gets at 1 other service.
                  directly:    host, web
                  over others:
                    db -> web -> internet
                    db -> web -> lan
                Its loss does not split the project.
                Services that hold the project together: web
                """, ""));
    }

    @Test
    void tellsOverWhomAnIntruderCommandsTheEngine() throws Exception {
        String text = """
                services:
                  blog: {image: "wordpress:6.5"}
                  socket: {image: "tecnativa/docker-socket-proxy:0.2.0", environment: {POST: "WRITES"}}
                """;

        Files.writeString(directory.resolve("compose.yaml"), text.replace("WRITES", "1"));
        assertThat(reach("--impact", "blog").out()).contains("commands the engine, and so the host, over socket\n");
        Files.writeString(directory.resolve("compose.yaml"), text.replace("WRITES", "0"));
        assertThat(reach("--impact", "blog").out()).doesNotContain("commands the engine");
    }

    @Test
    void anIntruderInNobodyIsAMistake() throws Exception {
        CommandLineRun run = reach("--impact", "ghost");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There is no service ghost in the project");
    }

    @Test
    void theImpactAsJsonHoldsTheWays() throws Exception {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(reach("--impact", "db", "--format", "json").out());

        assertThat(json.path("direct").size()).isEqualTo(2);
        assertThat(json.path("transitive").get(0).path("way").toString()).isEqualTo("[\"db\",\"web\",\"internet\"]");
        assertThat(json.path("linchpins").toString()).isEqualTo("[\"web\"]");
        assertThat(json.path("splits").asBoolean()).isFalse();
    }

    @Test
    void answersOnePairWithReasonAndPlaces() throws Exception {
        assertThat(reach("--from", "db", "--to", "web:80")).isEqualTo(new CommandLineRun(0, """
                        db reaches web on port 80/tcp: both are on network back, where all ports are open.
                        db finds it by the name web.
                            see compose.yaml:9:16
                            see compose.yaml:5:23
                            see compose.yaml:16:3
                        """, ""));
    }

    @Test
    void saysWhyNot() throws Exception {
        CommandLineRun run = reach("--from", "db", "--to", "internet");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("db does not reach internet: db is on internal networks only, which nothing leaves.\n");
    }

    @Test
    void knowsActiveProfiles() throws Exception {
        assertThat(reach("--from", "tool", "--to", "web").out())
                .startsWith(
                        "tool does not reach web: one of them is not started (its profile is not active, or it has no replicas).\n");
        assertThat(reach("--from", "tool", "--to", "web", "--profile", "debug").out())
                .startsWith("tool reaches web: both are on network front");
    }

    @Test
    void readsFromTheRulesWhetherTheHostIsPublic() throws Exception {
        assertThat(reach("--from", "internet", "--to", "web:80").out()).contains("the host is not marked as public");
        Files.writeString(directory.resolve("bulkhead.yml"), "exposure:\n  public: true\n");

        assertThat(reach("--from", "internet", "--to", "web:80").out())
                .startsWith("internet reaches web on port 80/tcp: web publishes a port as host:80/tcp.\n");
    }

    @Test
    void writesEveryOrderedPairOnceAsJson() throws Exception {
        CommandLineRun run = reach("--matrix", "--format", "json");
        JsonNode json = JsonMapper.builder().build().readTree(run.out());

        assertThat(json.get("schema").asInt()).isEqualTo(1);
        assertThat(json.get("subjects").toString())
                .isEqualTo("[\"internet\",\"lan\",\"host\",\"db\",\"tool\",\"web\"]");
        assertThat(json.get("cells")).hasSize(30);
        assertThat(json.get("cells").toString())
                .contains("{\"from\":\"db\",\"to\":\"web\",\"verdict\":\"reachable\",\"reason\":\"SHARED_NETWORK\","
                        + "\"via\":\"back\",\"names\":true,\"proxy\":null}");
    }

    @Test
    void writesAPairALineAsCsv() throws Exception {
        CommandLineRun run = reach("--matrix", "--format", "csv");

        assertThat(run.out())
                .startsWith("from,to,verdict,reason,via,names,proxy\r\n")
                .contains("lan,web,reachable,PUBLISHED_VIA_HOST,host:80/tcp,false,\r\n")
                .hasLineCount(31);
    }

    @Test
    void drawsTheMatrixForPeople() throws Exception {
        assertThat(reach("--matrix").out()).isEqualTo("""
                        # every port   p published ports only   r by the proxy only   ? not known   . not at all

                          from \\ to  1 2 3 4 5 6
                        1 internet     ? . . . .
                        2 lan        ?   # . . p
                        3 host       # #   # . #
                        4 db         . . #   . #
                        5 tool       . . . .   .
                        6 web        # # # # . \s
                        """);
    }

    @Test
    void tellsWhatAnotherProjectOpensAndCloses(@TempDir Path other) throws Exception {
        Files.writeString(
                other.resolve("compose.yaml"), PROJECT.replace("networks: [front, back]", "networks: [front]"));

        assertThat(reach("--diff", other.toString())).isEqualTo(new CommandLineRun(0, """
                        closes SHARED_NETWORK via back (2 pairs)
                            db -> web
                            web -> db
                        2 closes; 2 pairs change.
                        """, ""));
        assertThat(reach("--diff", directory.toString()).out()).isEqualTo("Nothing opens, nothing closes.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --from web --to datbase | There is no service datbase in the project; name one of its services, host, lan or internet, or with --live foreign:CONTAINER.
                    --from web --to db:high | --to db:high names no port after the colon; write for instance jellyfin:8096 or dns:53/udp.
                    --from web --to web     | --from and --to are both web; name two subjects.
                    --from web --to db --format csv | --format csv is for --matrix only; choose text or json.
                    """)
    void refusesWhatItDoesNotUnderstandInOneSentence(String words, String sentence) throws Exception {
        assertThat(reach(words.strip().split(" ", -1)))
                .isEqualTo(new CommandLineRun(2, "", "bulkhead: " + sentence + "\n"));
    }

    @Test
    void refusesACommandWithoutAQuestion() throws Exception {
        CommandLineRun run = reach();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("bulkhead: ").contains("--matrix").hasLineCount(1);
    }

    @Test
    void aServiceThatIsCalledLanIsNamedAsAService(@TempDir Path directory) throws Exception {
        Files.writeString(
                directory.resolve("compose.yaml"),
                "services: {lan: {image: 'nginx:1.27'}, host: {image: 'nginx:1.27'}}\n");

        CommandLineRun run =
                CommandLineRun.of("reach", directory.toString(), "--from", "service:lan", "--to", "service:host");
        assertThat(run.out()).startsWith("service:lan reaches service:host");
        assertThat(CommandLineRun.of("reach", directory.toString(), "--from", "lan", "--to", "service:host:80")
                        .out())
                .startsWith("lan does not reach service:host on port 80/tcp");
    }
}
