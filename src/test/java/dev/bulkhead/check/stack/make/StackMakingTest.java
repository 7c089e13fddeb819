package dev.bulkhead.check.stack.make;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Severity;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.check.stack.StackEffect;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.stack.StackReader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.testing.SampleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack file says of a project. */
class StackMakingTest {

    private static final DiskFileTree FILES = new DiskFileTree();

    @TempDir
    private Path folder;

    private static MadeStack made(Path project) throws Exception {
        return StackMaking.of(
                new ComposeLoader(FILES).resolve(ComposeRequest.of(project)), FILES, new StackMaking.Wishes(false));
    }

    private MadeStack made(String compose) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), compose);
        return made(folder);
    }

    private static String service(MadeStack stack, String key) {
        return stack.file()
                .lines()
                .dropWhile(line -> !line.equals("  " + key + ":"))
                .skip(1)
                .takeWhile(line -> line.startsWith("   "))
                .map(line -> line.substring(4))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> choices(MadeStack stack, StackChoice.Kind kind) {
        return stack.choices().stream()
                .filter(choice -> choice.kind() == kind)
                .map(choice -> choice.owner() + ", " + choice.key())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {SampleFiles.MEDIANEST, SampleFiles.HYDRA, SampleFiles.MEDIASERVER})
    void aSampleBecomesAStackThatIsNotRefusedAndOpensNothing(String sample) throws Exception {
        ComposeProject before = new ComposeLoader(FILES).load(ComposeRequest.of(SampleFiles.original(sample)));
        MadeStack stack = made(SampleFiles.original(sample));
        Path file = Files.writeString(folder.resolve(MadeStack.FILE), stack.file());
        ComposeProject after = new ComposeLoader(FILES)
                .load(new ComposeRequest(
                        file,
                        List.of(),
                        Optional.of(stack.name()),
                        List.of(),
                        List.of(),
                        stack.variables().stream().collect(Collectors.toMap(name -> name, _ -> "x"))));

        StackEffect effect = StackEffect.between(
                before.topology(), after.topology(), CheckInput.of(before).reach());

        assertThat(Checks.run(CheckInput.of(after).withStack(StackReader.read(FILES, after))))
                .filteredOn(finding -> finding.rule().startsWith("swarm-"))
                .noneSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
        assertThat(effect.services()).doesNotContain("opens");
        assertThat(effect.host()).doesNotContain("opens");
        assertThat(stack.services()).isNotEmpty();
    }

    @Test
    void whatHasAFormInAStackIsWrittenInIt() throws Exception {
        Files.writeString(folder.resolve("app.conf"), "listen 80");
        MadeStack stack = made("""
            name: shop
            services:
              app:
                image: "app:${TAG:-1}"
                container_name: shop-app
                restart: on-failure:3
                mem_limit: 64m
                cpus: 0.5
                shm_size: 128m
                tmpfs: /tmp:size=1m
                domainname: example.org
                platform: linux/amd64
                environment: {MODE: fast, NAME: "${WHO}"}
                volumes: ["./app.conf:/etc/app.conf:ro"]
            """);

        assertThat(service(stack, "app")).isEqualTo("""
            image: "app:${TAG:-1}"
            environment:
              MODE: fast
              NAME: "${WHO}"
            volumes:
              - type: tmpfs
                target: "/tmp"
                tmpfs:
                  size: 1048576
              - type: tmpfs
                target: "/dev/shm"
                tmpfs:
                  size: 134217728
            networks:
              default:
                aliases:
                  - shop-app
            configs:
              - source: app-conf
                target: "/etc/app.conf"
            hostname: app.example.org
            deploy:
              resources:
                limits:
                  memory: "64m"
                  cpus: "0.5"
              restart_policy:
                condition: on-failure
                max_attempts: 3
              replicas: 1
              placement:
                constraints:
                  - "node.platform.os == linux"
                  - "node.platform.arch == x86_64"
              update_config:
                parallelism: 1
                order: start-first
                failure_action: rollback
                monitor: "15s"
              rollback_config:
                parallelism: 1
                order: start-first
                failure_action: pause
                monitor: "15s"
              endpoint_mode: dnsrr""");
        assertThat(stack.variables()).containsExactly("WHO");
        assertThat(choices(stack, StackChoice.Kind.LOST)).isEmpty();
    }

    @Test
    void stateAndPortsStayOnTheHostThatHasThem() throws Exception {
        MadeStack stack = made("""
            name: shop
            services:
              db: {image: db, volumes: ["data:/data"]}
              web: {image: web, ports: ["8080:80", "127.0.0.1:9000:9000"]}
            volumes: {data: {}}
            """);

        assertThat(service(stack, "db")).contains("node.labels.bulkhead.shop == home", "order: stop-first");
        assertThat(service(stack, "web"))
                .contains("node.labels.bulkhead.shop == home", "mode: host", "published: 8080")
                .doesNotContain("9000");
        assertThat(choices(stack, StackChoice.Kind.LOST)).containsExactly("service web, ports");
        assertThat(stack.file()).contains("    name: shop_data");
    }

    @Test
    void noSecretStandsInTheFileTheSheetOrTheScript() throws Exception {
        Files.writeString(folder.resolve("key.txt"), "hunterA1234567");
        Files.writeString(folder.resolve(".env"), "TOKEN=hunterB1234567\n");
        MadeStack stack = made("""
            name: shop
            services:
              app:
                image: app
                command: ["run", "--password", "hunterC1234567"]
                environment:
                  DB_PASSWORD: hunterD1234567
                  URL: "redis://:hunterE1234567@cache/0"
                  TOKEN: ${TOKEN}
                  SECRET_FILE: /run/secrets/key
                secrets: [key, other]
            secrets:
              key: {file: key.txt}
              other: {environment: TOKEN}
            """);

        assertThat(stack.file() + StackSheet.of(stack, new StackEffect(List.of())) + StackScript.of(stack))
                .doesNotContain("hunter");
        assertThat(stack.file()).contains("SECRET_FILE: \"/run/secrets/key\"", "name: \"shop_key-${KEY_NUMBER:-1}\"");
        assertThat(stack.variables()).contains("APP_DB_PASSWORD", "TOKEN");
        assertThat(stack.stored()).isEqualTo(Map.of("shop_other-1", "TOKEN"));
    }

    @Test
    void whoUsesTheNetworkOfAnotherStaysWithComposeAndJoinsTheOverlays() throws Exception {
        MadeStack stack = made("""
            name: shop
            services:
              vpn: {image: vpn, networks: [inner]}
              guest: {image: guest, network_mode: "service:vpn"}
              gpu: {image: gpu, devices: ["/dev/dri:/dev/dri"]}
              web: {image: web, networks: [inner]}
            networks: {inner: {internal: true}}
            """);

        assertThat(stack.services()).extracting(StackService::key).containsExactly("web");
        assertThat(stack.staying())
                .extracting(MadeStack.Staying::key, MadeStack.Staying::networks)
                .containsExactly(
                        tuple("gpu", List.of()),
                        tuple("guest", List.of()),
                        tuple("vpn", List.of("shop_inner-overlay")));
        assertThat(StackScript.of(stack))
                .contains("join vpn shop_inner-overlay vpn")
                .doesNotContain("exchange vpn");
        assertThat(stack.file())
                .contains(
                        "  inner:\n    internal: true\n    driver: overlay\n    attachable: true\n    name: shop_inner-overlay\n");
    }

    @Test
    void whoIsNeededIsExchangedFirst() throws Exception {
        MadeStack stack = made("""
            services:
              web: {image: web, depends_on: [app]}
              app: {image: app, depends_on: [db]}
              db: {image: db}
            """);

        assertThat(stack.services()).extracting(StackService::key).containsExactly("db", "app", "web");
    }

    @Test
    void whatHasNoFormIsSaidToBeLostWithWhatWouldBeRight() throws Exception {
        MadeStack stack = made("""
            services:
              app: {image: app, security_opt: ["no-new-privileges:true"], pid: host, uts: host, cgroup: host}
            """);

        assertThat(choices(stack, StackChoice.Kind.LOST))
                .containsExactlyInAnyOrder(
                        "service app, security_opt", "service app, pid", "service app, uts", "service app, cgroup");
        assertThat(StackSheet.of(stack, new StackEffect(List.of())))
                .contains("Set no-new-privileges and the profiles in the daemon.json of each host.");
    }
}
