package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadProblem.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Compose Specification does not allow is named with its place and what was probably meant. */
class NotAllowedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {image: x, prots: ["80:80"]}             | 2:17 the service a has no field prots, and Compose refuses it; did you mean ports? Otherwise remove it, or start its name with x- if it is a note of your own
            {image: x, ports: {target: 80}}          | 2:24 the service a: ports takes a list, but a mapping stands here; change the value
            {image: x, ports: [{target: 80, prot: udp}]} | 2:38 the service a: ports[] has no field prot, and Compose refuses it; use one of app_protocol, host_ip, mode, name, protocol, published, target, or remove it, or start its name with x- if it is a note of your own
            {image: x, build: {context: ., image: y}} | 2:37 the service a: build has no field image, and Compose refuses it; it is a field of the service: move it to the left until it stands there
            {image: x, mem_limit: 1 gig}             | 2:28 the service a: mem_limit is a size, but '1 gig' stands here; write it as a number with a unit, such as 512m or 2g
            {image: x, stop_grace_period: "30"}      | 2:36 the service a: stop_grace_period is a time span, but '30' stands here; write it with units, such as 30s or 1m30s
            {image: x, privileged: "maybe"}          | 2:29 the service a: privileged is true or false, but 'maybe' stands here; write one of them
            {image: x, oom_score_adj: 2000}          | 2:32 the service a: oom_score_adj is at most 1000, not 2000; write a smaller number
            {image: x, cgroup: guest}                | 2:25 the service a: cgroup is one of host, private, not 'guest'; write one of them
            {image: x, depends_on: {a: {restart: true}}} | 2:33 the service a: depends_on.a needs condition here; add it
            {image: x, cap_drop: [[ALL]]}            | 2:28 the service a: cap_drop[] takes text, but a list stands here; change the value
            {image: x, volumes: [":/data"]}          | 2:27 the volume ':/data' of the service a has nothing on one side of a colon; write it as SOURCE:TARGET or SOURCE:TARGET:ro
            {image: x, tmpfs: /run, volumes: ["data:/run"]} | 2:40 the service a mounts /run twice, first at compose.yaml:2:24; remove one of the two
            {image: x, scale: 2, deploy: {replicas: 3}} | 2:24 the service a states scale and deploy.replicas with different numbers; keep one of them
            {image: x, command: 'sh -c "echo'}       | 2:26 the command of the service a has a quote or bracket that is not closed, or a bracket without '$'; close or quote it, or write the command as a list
            {image: x, entrypoint: "run (this)"}     | 2:29 the entrypoint of the service a has a quote or bracket that is not closed, or a bracket without '$'; close or quote it, or write the entrypoint as a list
            {image: x, ports: [{target: 5601 x, published: 80}]} | 2:34 the service a: ports[].target is a whole number, but '5601 x' stands here; write digits only
            {image: x, healthcheck: {retries: -1}}   | 2:40 the service a: healthcheck.retries is a whole number from 0 on, but -1 stands here; write digits only
            {image: x, deploy: {restart_policy: {max_attempts: "-1"}}} | 2:57 the service a: deploy.restart_policy.max_attempts is a whole number from 0 on, but '-1' stands here; write digits only
            {image: x, volumes: [{type: tmpfs, target: /x, tmpfs: {mode: -1}}]} | 2:67 the service a: volumes[].tmpfs.mode is a whole number from 0 on, but -1 stands here; write digits only
            {image: x, scale: 99999999999999999999}  | 2:24 the service a cannot run 1e+20 containers; write 0 or more
            {image: x, deploy: {resources: {limits: {pids: many}}}} | 2:53 the service a: deploy.resources.limits.pids is a whole number, but 'many' stands here; write digits only
            {image: x, gpus: [{count: some}]}        | 2:32 the service a asks for 'some' devices; write all or a number
            {image: x, ports: [{published: 80}]}     | 2:25 this port of a has no target; state the port of the container
            {image: x, mem_limit: 1g, deploy: {resources: {limits: {memory: 512m}}}} | 2:28 the service a states mem_limit and deploy.resources.limits.memory, which differ; give both the same value, or keep one of them
            """)
    void namesWhatIsWrongWithAService(String service, String expected) throws ComposeException {
        ComposeProject project =
                Projects.open("compose.yaml", "services:\n  a: " + service + "\nvolumes: {data: {}}\n");

        assertThat(project.problems())
                .filteredOn(problem -> problem.rule() == Rule.INVALID)
                .extracting(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.message()
                        + "; " + problem.fix())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            networks: {n: {driverr: bridge}}                  | the network n has no field driverr, and Compose refuses it
            networks: {n: {ipam: {config: [{iprange: x}]}}}   | the network n: ipam.config[] has no field iprange, and Compose refuses it
            volumes: {v: {external: true, driver: local}}     | the volume v is external and states more than its name, which Compose refuses
            volumes: {"a b": {}}                              | a volume cannot be called 'a b'
            secrets: {s: {}}                                  | the secret s comes from nowhere
            configs: {c: {file: a, content: b}}               | the config c states file and content, which exclude each other
            netwroks: {n: {}}                                 | Compose does not know netwroks at the top of a file and refuses it
            include: [{path: other.yaml, env: x}]             | include has no field env, and Compose refuses it
            """)
    void namesWhatIsWrongElsewhere(String section, String expected) throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml",
                "services:\n  a: {image: x}\n" + section + "\n",
                "other.yaml",
                "services: {b: {image: y}}\n");

        assertThat(project.problems()).extracting(problem -> problem.message()).containsExactly(expected);
    }

    @Test
    void leavesOutWhatHasAnotherTypeAndShowsTheRest() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", """
                services:
                  a:
                    image: x
                    ports: [[80], "90:90"]
                    networks: 7
                  b: {image: y}
                """);

        assertThat(project.topology().services().keySet()).containsExactly("a", "b");
        assertThat(project.topology().service("a").orElseThrow().ports()).hasSize(1);
        assertThat(project.problems()).hasSize(2);
    }

    @Test
    void takesATextThatComposeReadsAsTheTypeThatIsWanted() throws ComposeException {
        assertThat(Projects.open(
                                "compose.yaml",
                                "services: {a: {image: x, privileged: \"yes\", scale: \"2\", cpus: \"0.5\", x-note: [1]}}")
                        .problems())
                .isEmpty();
    }

    @Test
    void readsASpanOnlyOnceEverythingIsPutTogether() throws ComposeException {
        ComposeLoader loader = new ComposeLoader(Projects.files(
                "a.yaml", "services: {a: {image: x, healthcheck: {interval: soon}}}",
                "b.yaml", "services: {a: {healthcheck: {interval: 5s}}}"));

        assertThat(loader.load(Projects.request(List.of("a.yaml", "b.yaml"), List.of()))
                        .problems())
                .isEmpty();
    }

    /** One cause is told once. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {x-base: &b {image: x, pots: [80]}, services: {a: {<<: *b}, c: {<<: *b, init: true}}}
            {services: {a: {image: x, depends_on: {c: {conditon: service_started}}}, c: {image: x}}}
            {services: {a: {image: x, ulimits: {nofile: {softt: 1, hard: 2}}}}}
            """)
    void tellsOfEachCauseOnce(String text) throws ComposeException {
        assertThat(Projects.open("compose.yaml", text).problems()).hasSize(1);
    }
}
