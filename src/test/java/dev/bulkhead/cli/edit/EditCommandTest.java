package dev.bulkhead.cli.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandTest {

    private static final String TEXT = """
            services:
              web:
                image: nginx:1.29
                networks:
                  front:
                  back:
            networks:
              front:
              back:
            """;

    @TempDir
    private Path directory = Path.of("");

    private CommandLineRun edit(String... words) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), TEXT);
        String[] all = new String[words.length + 2];
        all[0] = "edit";
        all[1] = directory.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        return CommandLineRun.of(all);
    }

    private String text() throws Exception {
        return Files.readString(directory.resolve("compose.yaml"));
    }

    @Test
    void anEditSeesWhatAFieldEditBeforeItMadeOfTheProject() throws Exception {
        CommandLineRun run = edit("--unset", "web.networks.back", "--remove-network", "back", "--write");

        assertThat(run).isEqualTo(new CommandLineRun(0, "wrote compose.yaml\n", ""));
        assertThat(text()).isEqualTo("""
                services:
                  web:
                    image: nginx:1.29
                    networks:
                      front:
                networks:
                  front:
                """);
    }

    @Test
    void anEditThatAFieldEditBeforeItMadeImpossibleIsRefusedAndNothingIsWritten() throws Exception {
        CommandLineRun run = edit("--unset", "web.networks.back", "--detach", "web=back", "--write");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("bulkhead: Service web is not attached to back.\n");
        assertThat(text()).isEqualTo(TEXT);
    }

    private CommandLineRun editOf(String text, String rules, String... words) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), text);
        Files.writeString(directory.resolve("bulkhead.yml"), rules);
        return CommandLineRun.of(Stream.concat(Stream.of("edit", directory.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private static final String TIERS = """
            services:
              web: {image: "nginx:1.29", networks: [front]}
              db: {image: "postgres:17", networks: [back]}
            networks: {front: {}, back: {ipam: {config: [{subnet: 10.1.0.0/24}]}}}
            """;

    @Test
    void anEditThatBreaksARuleSaysSoAndIsWrittenOnlyByForce() throws Exception {
        String rules = "rules: [{must-not: web -> db}]\n";

        CommandLineRun shown = editOf(TIERS, rules, "--attach", "web=back");
        assertThat(shown.code()).isEqualTo(1);
        assertThat(shown.out()).contains("+", "adds error: Rule 'must-not: web -> db' does not hold");

        CommandLineRun refused = editOf(TIERS, rules, "--attach", "web=back", "--write");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("Nothing was written");
        assertThat(text()).isEqualTo(TIERS);

        CommandLineRun forced = editOf(TIERS, rules, "--attach", "web=back", "--write", "--force");
        assertThat(forced.code()).isEqualTo(1);
        assertThat(forced.out()).contains("wrote compose.yaml");
        assertThat(text()).contains("[front, back]");
    }

    @Test
    void forceWritesNothingAfterWhichTheFilesCouldNotBeReadAndSaysSo() throws Exception {
        for (String[] words : List.of(
                new String[] {"--set", "db.network_mode=host"},
                new String[] {"--set", "db.ports=lots"},
                new String[] {"--attach", "web=front"})) {
            CommandLineRun plain = editOf(TIERS, "", words[0], words[1], "--write");
            CommandLineRun forced = editOf(TIERS, "", words[0], words[1], "--write", "--force");

            assertThat(plain.code()).as(words[1]).isEqualTo(2);
            assertThat(forced.code()).as(words[1]).isEqualTo(2);
            assertThat(plain.err()).doesNotContain("--force");
            assertThat(forced.err())
                    .startsWith(plain.err().strip())
                    .contains(
                            " --force does not help here: it writes what adds an error, as long as the files can be read");
            assertThat(text()).isEqualTo(TIERS);
        }
    }

    @Test
    void anEditThatTheEngineWouldRefuseIsNotWritten() throws Exception {
        for (String[] words : List.of(
                new String[] {"--attach", "web=back,ip=10.2.0.9"}, new String[] {"--set-subnet", "back=10.1.0.5/24"})) {
            CommandLineRun run = editOf(TIERS, "", words[0], words[1], "--write");

            assertThat(run.code()).as(words[1]).isNotZero();
            assertThat(text()).isEqualTo(TIERS);
        }
    }

    @Test
    void anEditThatMendsARuleSaysSo() throws Exception {
        CommandLineRun run = editOf(TIERS, "rules: [{must: web -> db}]\n", "--attach", "web=back");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("removes error: Rule 'must: web -> db' does not hold");
    }

    @Test
    void editsAreOneChangeInAnyOrder() throws Exception {
        assertThat(editOf(TIERS, "", "--detach", "db=back", "--attach", "db=front")
                        .code())
                .isZero();
        assertThat(editOf(TIERS, "", "--attach", "db=edge", "--add-network", "edge")
                        .code())
                .isZero();
        CommandLineRun ports = editOf(TIERS, "", "--publish", "db=9797-9799:80-82", "--write");
        assertThat(ports.code()).isZero();
        assertThat(text()).contains("9797:80", "9798:81", "9799:82");
    }

    @Test
    void whatNamesANetworkFollowsItsNewName() throws Exception {
        CommandLineRun run =
                editOf("""
                name: shop
                services:
                  traefik: {image: "traefik:v3.1", command: ["--providers.docker.network=shop_proxy"], networks: [proxy]}
                  web:
                    image: nginx:1.29
                    networks: [proxy]
                    labels: ["traefik.docker.network=shop_proxy"]
                networks: {proxy: {}}
                """, "rules: [{only: \"network:proxy -> web\"}]\n", "--rename-network", "proxy=edge", "--write");

        assertThat(run.code()).isZero();
        assertThat(run.err()).doesNotContain("Left as it is");
        assertThat(text())
                .contains("traefik.docker.network=shop_edge", "command: [\"--providers.docker.network=shop_edge\"]");
        assertThat(Files.readString(directory.resolve("bulkhead.yml"))).contains("network:edge -> web");
    }

    @Test
    void flagsFollowANewNameHoweverTheyAreWrittenAndTheirNeighboursStayAsTheyAre() throws Exception {
        CommandLineRun run = editOf("""
                name: shop
                services:
                  list:
                    image: traefik:v3.1
                    command:
                      - --api.insecure=true # for now
                      - '--providers.docker.network=shop_proxy'
                    networks: [proxy]
                  flow: {image: "traefik:v3.1", command: [--api, --providers.docker.network, shop_proxy, --ping], networks: [proxy]}
                  line: {image: "traefik:v3.1", command: --api --providers.Docker.Network="shop_proxy" --ping, networks: [proxy]}
                  start: {image: "x:1", entrypoint: [/run, -ingress-networks, "a,shop_proxy"], networks: [proxy]}
                  other: {image: "x:1", command: [connect, shop_proxy], networks: [proxy]}
                networks: {proxy: {}}
                """, "", "--rename-network", "proxy=edge", "--write");

        assertThat(run.code()).isZero();
        assertThat(text())
                .contains(
                        "      - --api.insecure=true # for now\n      - '--providers.docker.network=shop_edge'\n",
                        "command: [--api, --providers.docker.network, shop_edge, --ping]",
                        "command: \"--api --providers.Docker.Network=\\\"shop_edge\\\" --ping\"",
                        "entrypoint: [/run, -ingress-networks, \"a,shop_edge\"]",
                        "command: [connect, shop_proxy]");
        assertThat(run.err().lines().filter(line -> line.contains("Left as it is")))
                .singleElement()
                .asString()
                .contains("the command of service other still names shop_proxy.");
    }

    @Test
    void whatNamesAServiceFollowsItsNewName() throws Exception {
        CommandLineRun run =
                editOf("""
                name: shop
                services:
                  web:
                    image: nginx:1.29
                    environment: {DATABASE: "postgres://user@db:5432/db"}
                    depends_on: [db]
                  job: {image: "x:1", network_mode: "service:db", command: [run, "--url=http://db:5432"]}
                  db: {image: "postgres:17"}
                """, "rules: [{must: \"web -> db:5432\"}]\n", "--rename-service", "db=store", "--write");

        assertThat(run.code()).isZero();
        assertThat(text())
                .contains(
                        "DATABASE: \"postgres://user@store:5432/db\"",
                        "depends_on: [store]",
                        "network_mode: \"service:store\"",
                        "store: {image: \"postgres:17\"}");
        assertThat(Files.readString(directory.resolve("bulkhead.yml"))).contains("web -> store:5432");
        assertThat(run.err()).contains("Left as it is: the command of service job still names db.");
    }

    @Test
    void aServiceIsNotRenamedToOneThatIsThere() throws Exception {
        CommandLineRun run = editOf("""
                services:
                  web: {image: "nginx:1.29"}
                  db: {image: "postgres:17"}
                """, "", "--rename-service", "db=web", "--write");

        assertThat(run.code()).isEqualTo(2);
        assertThat(text()).contains("db: {image");
    }

    /** A rule that does not hold under the old name does not hold under the new one: nothing was added. */
    @Test
    void aNewNameAloneAddsNoFinding() throws Exception {
        CommandLineRun run =
                editOf("""
                name: shop
                services:
                  web: {image: "nginx:1.29", networks: [proxy]}
                  db: {image: "postgres:17", networks: [proxy]}
                networks: {proxy: {ipam: {config: [{subnet: 10.1.0.5/24}]}}}
                """, "rules: [{must-not: \"network:proxy -> internet\"}]\n", "--rename-network", "proxy=edge");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("network:edge -> internet").doesNotContain("adds", "removes");
    }

    @Test
    void whatCannotFollowANewNameIsNamedWhereverItStands() throws Exception {
        Files.writeString(directory.resolve("traefik.yml"), "providers: {docker: {network: shop_proxy}}\n");
        CommandLineRun run = editOf("""
                name: shop
                services:
                  traefik:
                    image: traefik:v3.1
                    environment: {TRAEFIK_PROVIDERS_DOCKER_NETWORK: shop_proxy}
                    volumes: ["./traefik.yml:/etc/traefik/traefik.yml:ro"]
                    networks: [proxy]
                  web: {image: "nginx:1.29", networks: [proxy], environment: {JOIN: shop_proxy}}
                networks: {proxy: {}}
                """, "", "--rename-network", "proxy=edge", "--write");

        assertThat(run.code()).isZero();
        assertThat(text()).contains("TRAEFIK_PROVIDERS_DOCKER_NETWORK: shop_edge");
        assertThat(run.err())
                .contains(
                        "Left as it is: traefik.yml still names shop_proxy.",
                        "Left as it is: variable JOIN of service web still names shop_proxy.");
    }

    @Test
    void aDiffShowsNoSecret() throws Exception {
        String secret = "s3cr3t-hunter-2";
        CommandLineRun run = editOf("""
                services:
                  db:
                    image: postgres:17
                    environment:
                      POSTGRES_PASSWORD: %s
                    networks: [back]
                networks: {front: {}, back: {}}
                """.formatted(secret), "", "--attach", "db=front");

        assertThat(run.out()).contains("POSTGRES_PASSWORD: ***").doesNotContain(secret);
    }
}
