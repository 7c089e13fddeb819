package dev.bulkhead.migrate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.ExecResult;
import dev.bulkhead.engine.Probe;
import dev.bulkhead.migrate.PracticeProject;
import dev.bulkhead.migrate.project.CatalogueAndPlaybooks;
import dev.bulkhead.proxy.Routed;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a running engine answers where it is asked who reaches whom, and what it cannot tell. */
class LiveReachTest {

    private static final String COMPOSE = """
            name: shop
            services:
              web: {image: "nginx:1", networks: [front]}
              app: {image: "ghcr.io/acme/app:1", networks: [front, back]}
              db: {image: "postgres:17", networks: [back]}
              guest: {image: "ghcr.io/acme/guest:1", network_mode: "service:app"}
            networks: {front: {}, back: {}}
            """;

    private static final Subject WEB = new Subject.OfService("web");
    private static final Subject APP = new Subject.OfService("app");
    private static final Subject DB = new Subject.OfService("db");
    private static final Subject GUEST = new Subject.OfService("guest");

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private PracticeProject project;

    @SuppressWarnings("NullAway.Init")
    private Topology topology;

    private final List<Probe> asked = new ArrayList<>();

    @BeforeEach
    void bringUp() throws Exception {
        project = PracticeProject.of(directory, COMPOSE);
        topology = Routed.topology(COMPOSE);
    }

    /** Result of a command, or an engine that is gone. */
    private interface Said {
        ExecResult of(List<String> command) throws EngineException;
    }

    private LiveReach live(Said said) throws Exception {
        Engine real = project.connection();
        Engine engine = new Engine(
                real.observer(),
                real.networks(),
                real.containers(),
                (String container, List<String> command, Duration limit) -> {
                    asked.add(Probe.parse(command).orElseThrow());
                    return said.of(command);
                },
                real.services(),
                real.measure());
        return LiveReach.of(engine, CatalogueAndPlaybooks.bundled().catalogue(), topology);
    }

    @Test
    void everyAddressIsAskedAtThePortsThatAreKnownTheSharedNetworkFirst() throws Exception {
        LiveReach.Seen seen =
                live(command -> new ExecResult(1, "nc: timed out")).ask(WEB, DB);

        assertThat(seen.answer()).isEqualTo(LiveReach.Answer.NOT_REACHED);
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Probe.Connect.class,
                        connect -> assertThat(connect.port()).isEqualTo(5432));

        asked.clear();
        live(command -> new ExecResult(1, "nc: timed out")).ask(WEB, APP);
        assertThat(asked).hasSize(2);
        String first = project.engine().observe().containers("shop", "app").getFirst().endpoint("shop_front").stream()
                .flatMap(endpoint -> endpoint.ipv4().stream())
                .findFirst()
                .orElseThrow();
        assertThat(((Probe.Connect) asked.getFirst()).host()).isEqualTo(first);
    }

    @Test
    void aRefusalComesFromTheOtherSideSoPacketsGetThere() throws Exception {
        LiveReach.Seen seen = live(command -> new ExecResult(1, "nc: 10.0.0.2: Connection refused"))
                .ask(APP, DB);

        assertThat(seen.answer()).isEqualTo(LiveReach.Answer.REACHED);
        assertThat(seen.words()).contains(":5432").contains("refused the connection: packets get there");
    }

    @Test
    void aToolThatFailsAtOnceAndSaysNothingIsNoAnswer() throws Exception {
        assertThat(live(command -> new ExecResult(1, "")).ask(APP, DB))
                .satisfies(seen -> assertThat(seen.answer()).isEqualTo(LiveReach.Answer.UNKNOWN))
                .satisfies(seen -> assertThat(seen.words()).contains("does not say whether it was refused"));
    }

    @Test
    void whatCannotBeAskedIsSaid() throws Exception {
        LiveReach live = live(command -> new ExecResult(126, "no sh"));
        assertThat(live.ask(APP, DB).words()).startsWith("Not asked: the image of app has no shell");
        assertThat(live.ask(GUEST, APP).words()).contains("share one network stack");
        assertThat(live.ask(new Subject.Lan(), DB).words()).contains("from inside containers only, and lan is none");
        assertThat(live.ask(new Subject.Foreign("other"), DB).words()).contains("Bulkhead runs nothing in it");
        assertThat(live.ask(APP, new Subject.Host()).words()).contains("which ports the host itself answers on");

        project.engine().stop(container("db"), Duration.ZERO);
        LiveReach later = live(command -> new ExecResult(0, ""));
        assertThat(later.ask(APP, DB).words()).isEqualTo("Not asked: db does not run, so nobody would answer.");
        assertThat(later.ask(DB, APP).words()).isEqualTo("Not asked: db does not run.");
    }

    @Test
    void anEngineThatIsGoneEndsTheAskingAndAContainerThatCannotBeAskedDoesNot() throws Exception {
        LiveReach gone = live(command -> {
            throw new EngineException(EngineException.Kind.UNREACHABLE, "No engine answers.");
        });
        assertThatThrownBy(() -> gone.ask(APP, DB)).hasMessage("No engine answers.");

        LiveReach odd = live(command -> {
            throw new EngineException(EngineException.Kind.REFUSED, "exec: sh: not found");
        });
        assertThat(odd.ask(APP, DB).words()).isEqualTo("Not asked: exec: sh: not found");
    }

    private String container(String service) throws Exception {
        return project.engine().observe().containers("shop", service).getFirst().id();
    }
}
