package dev.bulkhead.check.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.CheckInput;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.ResolvedProject;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkItemsTest {

    @TempDir
    private Path directory = Path.of("");

    /** Reports on one service, whose fields are given, one a word. */
    private Answer answer(String number, String... fields) throws Exception {
        return of(number, "services:\n  web:\n    " + String.join("\n    ", fields) + "\n");
    }

    private Answer of(String number, String compose) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), compose);
        ResolvedProject resolved = new ComposeLoader(new DiskFileTree())
                .resolveWithProblems(
                        new ComposeRequest(directory, List.of(), Optional.empty(), List.of(), List.of(), Map.of()));
        CheckInput input = CheckInput.of(resolved.project());
        return Stream.of(Benchmark.values())
                .flatMap(benchmark -> BenchmarkReport.of(benchmark, resolved, input).answers().stream())
                .filter(answer -> answer.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} is broken by {1}")
    @CsvSource(delimiter = '|', textBlock = """
            4.1  | user: root                               | user: root, which is root
            4.1  | user: "0:0"                              | user: 0:0, which is root
            4.10 | build: {context: ., args: {DB_PASSWORD: hunter2hunter2}} | a secret in build argument DB_PASSWORD
            5.2  | security_opt: [apparmor=unconfined]      | security_opt: apparmor=unconfined
            5.2  | privileged: true                         | privileged: true, which turns the profiles off
            5.3  | security_opt: ["label:disable"]          | security_opt: label:disable
            5.4  | cap_add: [NET_ADMIN]                     | cap_add: NET_ADMIN
            5.4  | cap_add: [CAP_SYS_ADMIN]                 | cap_add: CAP_SYS_ADMIN
            5.5  | privileged: true                         | privileged: true
            5.6  | volumes: ["/etc/:/host/etc:ro"]          | /etc of the host
            5.7  | command: /usr/sbin/sshd -D               | sshd
            5.8  | ports: ["443:443"]                       | port 443:443
            5.8  | ports: ["127.0.0.1:53:53/udp"]           | port 127.0.0.1:53:53/udp
            5.10 | network_mode: host                       | network_mode: host
            5.11 | restart: "no"                            | no limit of memory
            5.11 | mem_limit: 0                             | no limit of memory
            5.12 | restart: "no"                            | no limit or share of processors
            5.13 | read_only: false                         | no read_only: true
            5.14 | ports: ["8080:80"]                       | port 8080:80 on every address of the host
            5.14 | ports: ["0.0.0.0:8080:80"]               | port 0.0.0.0:8080:80 on every address of the host
            5.15 | restart: always                          | restart: always, which never gives up
            5.15 | restart: on-failure                      | restart: on-failure, which never gives up
            5.15 | restart: on-failure:6                    | restart: on-failure:6, which tries more than five times
            5.15 | deploy: {restart_policy: {condition: any}} | deploy.restart_policy with any, which tries more than five times
            5.16 | pid: host                                | pid: host
            5.17 | ipc: host                                | ipc: host
            5.18 | devices: ["/dev/dri:/dev/dri"]           | device /dev/dri:/dev/dri
            5.18 | gpus: all                                | gpus
            5.20 | volumes: ["./a:/a:ro,rshared"]           | a mount whose own mounts are shared both ways
            5.20 | volumes: [{type: bind, source: ./a, target: /a, bind: {propagation: shared}}] | a mount whose own mounts are shared both ways
            5.21 | uts: host                                | uts: host
            5.22 | security_opt: ["seccomp:unconfined"]     | security_opt: seccomp:unconfined
            5.25 | cgroup_parent: m-executor-abcd           | cgroup_parent: m-executor-abcd
            5.26 | security_opt: ["no-new-privileges:false"] | no-new-privileges is not set
            5.27 | healthcheck: {disable: true}             | a health check that is switched off
            5.27 | healthcheck: {test: [NONE]}              | a health check that is switched off
            5.28 | image: nginx                             | an image whose tag moves, and which stays as it was pulled first
            5.29 | pids_limit: -1                           | pids_limit: -1, which is no limit
            5.30 | network_mode: bridge                     | the engine's default bridge
            5.31 | userns_mode: host                        | userns_mode: host
            5.32 | volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] | the engine's socket, or a directory that holds it
            #1   | volumes: ["/run/docker.sock:/run/docker.sock"] | the engine's socket, or a directory that holds it
            #1   | ports: ["2375:2375"]                     | the engine's interface, published on the host
            #2   | user: root:1000                          | user: root:1000, which is root
            #3   | cap_drop: [NET_RAW]                      | no cap_drop: ALL
            #4   | restart: "no"                            | no-new-privileges is not set
            #5   | network_mode: bridge                     | the engine's default bridge
            #6   | security_opt: [seccomp=unconfined]       | security_opt: seccomp=unconfined
            #7   | mem_limit: 64m                           | no limit of processors, processes
            #8   | restart: "no"                            | no read_only: true
            #12  | environment: {DB_PASSWORD: hunter2hunter2} | Variable DB_PASSWORD of service web holds a secret, which docker inspect and every process of the container see
            """)
    void isBrokenByWhatTheFilesSay(String number, String field, String stands) throws Exception {
        String image = field.startsWith("image") ? "restart: \"no\"" : "image: nginx:1.29";
        Answer answer = answer(number, image, field);

        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.BROKEN);
        assertThat(answer.breaches()).extracting(Breach::stands).containsExactly(stands);
        assertThat(answer.breaches().getFirst().service()).isEqualTo("web");
        assertThat(answer.breaches().getFirst().right()).endsWith(".");
        assertThat(answer.breaches().getFirst().at())
                .hasValueSatisfying(at -> assertThat(at.fileAndLine()).matches("compose\\.yaml:[234]"));
        assertThat(answer.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest(name = "{0} holds with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            4.1  | user: "1000"
            5.4  | cap_add: [CHOWN, NET_BIND_SERVICE]
            5.5  | privileged: false
            5.6  | volumes: ["/etc/localtime:/etc/localtime:ro"]
            5.8  | ports: ["8080:80", "53"]
            5.9  | ports: ["127.0.0.1:8080:80"]
            5.10 | network_mode: none
            5.11 | mem_limit: 64m
            5.11 | deploy: {resources: {limits: {memory: 64M}}}
            5.12 | cpu_shares: 512
            5.12 | deploy: {resources: {limits: {cpus: "0.5"}}}
            5.13 | read_only: true
            5.14 | ports: ["192.168.1.5:8080:80"]
            5.15 | restart: "no"
            5.15 | restart: on-failure:5
            5.15 | deploy: {restart_policy: {condition: on-failure, max_attempts: 3}}
            5.15 | deploy: {restart_policy: {condition: none}}
            5.16 | pid: service:web
            5.17 | ipc: shareable
            5.18 | volumes: ["./dev:/dev/x"]
            5.19 | ulimits: {nofile: 1024}
            5.20 | volumes: ["./a:/a:ro,rslave"]
            5.21 | uts: ""
            5.22 | security_opt: [seccomp=./profile.json]
            5.25 | cgroup: private
            5.26 | security_opt: [no-new-privileges=true]
            5.26 | security_opt: [no-new-privileges]
            5.27 | healthcheck: {test: curl -f http://localhost}
            5.29 | pids_limit: 200
            5.30 | networks: [default]
            5.31 | userns_mode: ""
            5.32 | volumes: ["./docker:/etc/docker"]
            #1   | ports: ["127.0.0.1:2375:2375"]
            #2   | user: app
            #3   | cap_drop: [all]
            #4   | security_opt: ["no-new-privileges:true"]
            #5   | networks: [default]
            #5a  | ports: ["127.0.0.1:8080:80"]
            #6   | security_opt: [apparmor=docker-default]
            #8   | read_only: true
            #12  | environment: {DB_PASSWORD_FILE: /run/secrets/db}
            """)
    void holdsWhereTheFilesSayWhatIsRight(String number, String field) throws Exception {
        Answer answer = answer(number, "image: nginx:1.29", field);

        assertThat(answer.breaches()).isEmpty();
        assertThat(answer.open()).isEmpty();
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.HOLDS);
    }

    @Test
    void capabilitiesMayBeGivenBackWhereAllAreDropped() throws Exception {
        String[] fields = {"image: nginx:1.29", "cap_drop: [ALL]", "cap_add: [NET_ADMIN]"};

        assertThat(answer("5.4", fields).outcome()).isEqualTo(Answer.Outcome.HOLDS);
        assertThat(answer("#3", fields).outcome()).isEqualTo(Answer.Outcome.HOLDS);
        assertThat(answer("5.4", "image: nginx:1.29", "cap_drop: [ALL]", "cap_add: [ALL]")
                        .outcome())
                .isEqualTo(Answer.Outcome.BROKEN);
    }

    @Test
    void allThreeLimitsAreWanted() throws Exception {
        assertThat(answer("#7", "image: nginx:1.29", "mem_limit: 64m", "cpus: 1", "pids_limit: 100")
                        .outcome())
                .isEqualTo(Answer.Outcome.HOLDS);
    }

    /** An image's user, its health check and its age are known to the engine and its registry only. */
    @ParameterizedTest(name = "{0} is not known")
    @CsvSource({
        "4.1", "4.10", "5.1", "5.2", "5.3", "5.7", "5.9", "5.19", "5.23", "5.24", "5.27", "5.28", "#0", "#2", "#5a",
        "#9", "#10", "#11"
    })
    void isNotKnownWhereTheFilesAreSilent(String number) throws Exception {
        Answer answer = answer(number, "image: nginx:1.29", "ports: ['8080:80']");

        assertThat(answer.breaches()).isEmpty();
        assertThat(answer.outcome()).isEqualTo(Answer.Outcome.NOT_KNOWN);
        assertThat(answer.open()).hasValueSatisfying(open -> {
            assertThat(open.why()).endsWith(".");
            assertThat(open.command()).isNotBlank();
        });
    }

    @Test
    void portsOnTheHostsNetworkAreNotKnown() throws Exception {
        for (String number : List.of("5.8", "5.9", "5.14")) {
            Answer answer = answer(number, "image: nginx:1.29", "network_mode: host");

            assertThat(answer.outcome()).isEqualTo(Answer.Outcome.NOT_KNOWN);
            assertThat(answer.open().orElseThrow().services()).containsExactly("web");
        }
    }

    @Test
    void anImageThatIsPulledAtEveryStartIsCurrent() throws Exception {
        assertThat(answer("5.28", "image: nginx", "pull_policy: always").outcome())
                .isEqualTo(Answer.Outcome.HOLDS);
    }

    @Test
    void aVolumeThatIsADirectoryOfTheHostIsSeenThroughItsName() throws Exception {
        Answer answer = of("5.6", """
                services:
                  web:
                    image: nginx:1.29
                    volumes: ["settings:/settings"]
                volumes:
                  settings: {driver_opts: {type: none, o: bind, device: /etc}}
                """);

        assertThat(answer.breaches())
                .extracting(Breach::stands)
                .containsExactly("volume settings, which is a directory of the host");
    }

    @Test
    void aSocketProxyHoldsTheSocketByTheLetterAndIsToldToStay() throws Exception {
        Answer answer = answer(
                "5.32",
                "image: tecnativa/docker-socket-proxy:0.3",
                "volumes: [\"/var/run/docker.sock:/var/run/docker.sock:ro\"]");

        assertThat(answer.breaches().getFirst().right()).startsWith("Keep it: it spares the others the socket");
    }

    @Test
    void servicesThatAreNotStartedNowAreLookedAtAsWell() throws Exception {
        Answer answer = of("5.5", """
                services:
                  asleep: {image: "a:1", privileged: true, profiles: [debug]}
                  none: {image: "b:1", privileged: true, deploy: {replicas: 0}}
                """);

        assertThat(answer.breaches()).extracting(Breach::service).containsExactly("asleep", "none");
    }

    @Test
    void whatIsExtendedIsToldWhereItIsWritten() throws Exception {
        Files.writeString(directory.resolve("base.yaml"), """
                services:
                  base:
                    image: nginx:1.29
                    pid: host
                """);
        Answer answer = answer("5.16", "extends: {file: base.yaml, service: base}");

        assertThat(answer.breaches().getFirst().at().orElseThrow().fileAndLine())
                .isEqualTo("base.yaml:4");
    }

    @Test
    void numbersAreGivenOnceAndSectionFiveIsWhole() {
        List<String> numbers = Stream.of(Benchmark.values())
                .flatMap(benchmark -> benchmark.items().stream())
                .map(BenchmarkItem::number)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates();
        for (int i = 1; i <= 32; i++) {
            assertThat(numbers).contains("5." + i);
        }
        assertThat(new TreeSet<>(numbers)).contains("#0", "#12");
    }
}
