package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.engine.Engine;
import dev.bulkhead.engine.EngineException;
import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.NewContainer;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.migrate.execute.RunControl;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.run.RunRecord;
import dev.bulkhead.topology.NetworkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service two of which may run side by side is exchanged without an interruption; of any other the plan says why not. */
class StartFirstTest {

    private static final String COMPOSE = """
            name: shop
            services:
              app:
                image: shop-app
                environment: {COLOUR: blue}
                healthcheck: {test: [CMD, "true"]}
                deploy: {update_config: {order: start-first}}
              api:
                image: shop-api
                environment: {COLOUR: blue}
                healthcheck: {test: [CMD, "true"]}
              web:
                image: shop-web
                environment: {COLOUR: blue}
                ports: ["8080:80"]
                deploy: {update_config: {order: start-first}}
            """;

    @TempDir
    Path folder;

    private Optional<PracticeProject> made = Optional.empty();

    @BeforeEach
    void run() throws Exception {
        made = Optional.of(PracticeProject.of(folder, COMPOSE));
    }

    private PracticeProject shop() {
        return made.orElseThrow();
    }

    private void paint(String colour) throws Exception {
        Files.writeString(folder.resolve("compose.yml"), COMPOSE.replace("blue", colour));
    }

    private ObservedContainer only(String service) throws Exception {
        List<ObservedContainer> containers = shop().engine().observe().containers("shop", service);
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }

    @Test
    void thePlanSaysWhoIsExchangedAndWhyTheOthersAreStoppedFirst() throws Exception {
        paint("green");

        assertThat(shop().migration().filesAsTheyAre().review().plan().text())
                .contains(
                        "app: start one from the files beside it, wait until that is healthy, then remove the old one")
                .contains("undo: exchange app for the one that was there before")
                .contains("Stopped first: its file does not say that two may run side by side"
                        + " (deploy.update_config.order: start-first).")
                .contains("Stopped first: only one can have port 8080 of the host.");
    }

    @Test
    void atNoMomentIsThereNoContainerThatServes() throws Exception {
        String before = only("app").id();
        paint("green");

        assertThat(serving(() -> assertThat(shop().migration()
                                .filesAsTheyAre()
                                .apply(event -> {})
                                .sentence())
                        .isEqualTo("Done and verified.")))
                .isNotEmpty()
                .doesNotContain(0L);

        assertThat(only("app").id()).isNotEqualTo(before);
        assertThat(only("app").name()).isEqualTo("shop-app-1");
    }

    @Test
    void norOnTheWayBackWhichBringsBackExactlyWhatWas() throws Exception {
        NormalisedState before = NormalisedState.of(shop().engine().observe(), "shop");
        paint("green");
        shop().migration().filesAsTheyAre().apply(event -> {});

        assertThat(serving(() -> assertThat(shop().migration()
                                .rollback(Optional.empty(), event -> {})
                                .sentence())
                        .isEqualTo("Rolled back: files and engine are as they were.")))
                .isNotEmpty()
                .doesNotContain(0L);

        assertThat(before.differencesTo(NormalisedState.of(shop().engine().observe(), "shop")))
                .isEmpty();
    }

    private interface Course {
        void go() throws Exception;
    }

    /** Returns how many containers of the app served at each change meanwhile. */
    private List<Long> serving(Course course) throws Exception {
        List<Long> serving = Collections.synchronizedList(new ArrayList<>());
        AtomicReference<LiveState> live = new AtomicReference<>(LiveState.initial());
        try (EngineObserver.Watch _ = shop().engine().watch(event -> {
            live.updateAndGet(state -> state.after(event));
            serving.add(live.get().state().containers("shop", "app").stream()
                    .filter(container -> container.status().ready())
                    .count());
        })) {
            course.go();
        }
        return serving;
    }

    @Test
    void aNewOneThatNeverServesIsRemovedAndTheOldOneServesOn() throws Exception {
        String before = only("app").id();
        paint("green");
        shop().engine().setHealthy("shop-app-2", false);

        RunOutcome outcome = shop().migration().filesAsTheyAre().apply(event -> {});

        assertThat(outcome.sentence())
                .startsWith("Rolled back")
                .contains("The new container of app was not ready")
                .contains("it was removed, and the old one serves as before");
        assertThat(only("app").id()).isEqualTo(before);
    }

    @Test
    void whatSomebodyAttachedByHandIsAttachedThereAndBack() throws Exception {
        shop().engine().createNetwork(new NetworkSpec("panel", NetworkOptions.defaults(), List.of()));
        shop().engine().connect("panel", "shop-app-1", EndpointSpec.PLAIN);
        NormalisedState before = NormalisedState.of(shop().engine().observe(), "shop");
        paint("green");

        assertThat(shop().migration().filesAsTheyAre().apply(event -> {}).sentence())
                .isEqualTo("Done and verified.");
        assertThat(only("app").endpoint("panel")).isPresent();

        shop().migration().rollback(Optional.empty(), event -> {});
        assertThat(before.differencesTo(NormalisedState.of(shop().engine().observe(), "shop")))
                .isEmpty();
    }

    @Test
    void anImageThatWasPulledIsTakenByAnExchangeAsWell() throws Exception {
        String image = only("app").made().imageId();
        shop().engine().pull("shop-app", line -> {});

        assertThat(shop().migration().filesAsTheyAre().review().plan().text())
                .contains("app: start one from the files beside it");
        assertThat(shop().migration().filesAsTheyAre().apply(event -> {}).sentence())
                .isEqualTo("Done and verified.");
        assertThat(only("app").made().imageId()).isNotEqualTo(image);

        shop().migration().rollback(Optional.empty(), event -> {});
        assertThat(only("app").made().imageId()).isEqualTo(image);
    }

    /** After the run the operator runs two of them; what was before it is one. */
    @Test
    void aServiceThatWasScaledSinceComesBackAsTheOneThatItWas() throws Exception {
        NormalisedState before = NormalisedState.of(shop().engine().observe(), "shop");
        paint("green");
        shop().migration().filesAsTheyAre().apply(event -> {});
        shop().engine()
                .addInstance(
                        new ComposeLoader(new DiskFileTree())
                                .load(ComposeRequest.of(folder))
                                .topology(),
                        "app",
                        line -> {});

        assertThat(shop().migration().rollback(Optional.empty(), event -> {}).sentence())
                .isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(NormalisedState.of(shop().engine().observe(), "shop")))
                .isEmpty();
    }

    /** One call makes the other service anew; those of an exchange start the second, give two names, stop and remove the first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void cutOffAtAnyCallItIsContinued(int call) throws Exception {
        paint("green");
        cutOff(call);

        RunRecord open = shop().migration().openRun().orElseThrow();
        RunOutcome outcome = shop().migration().resume(open, event -> {}, new RunControl());

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(only("app").name()).isEqualTo("shop-app-1");
        assertThat(shop().migration().filesAsTheyAre().review().plan().steps())
                .as("what is left to do")
                .isEmpty();
    }

    @Test
    void cutOffBetweenMakingTheSecondAndStartingItItIsContinued() throws Exception {
        paint("green");
        shop().engine().faults().failNext(PracticeCall.START, "shop-app-2", "The power is gone.");
        Migration other = shop().migrationOn(engine -> Engine.answeredBy(asked -> {
            try {
                return asked.on(engine);
            } catch (EngineException e) {
                throw new Crash();
            }
        }));
        assertThatThrownBy(() -> other.filesAsTheyAre().apply(event -> {})).isInstanceOf(Crash.class);

        RunRecord open = shop().migration().openRun().orElseThrow();
        RunOutcome outcome = shop().migration().resume(open, event -> {}, new RunControl());

        assertThat(outcome.sentence()).isEqualTo("Done and verified.");
        assertThat(only("app").name()).isEqualTo("shop-app-1");
    }

    @Test
    void theWayBackLeavesSomebodyElsesContainerThatHasTakenAName() throws Exception {
        paint("green");
        shop().migration().filesAsTheyAre().apply(event -> {});
        shop().engine().stop("shop-api-1", Duration.ZERO);
        shop().engine().removeContainer("shop-api-1");
        String foreign = shop().engine()
                .createContainer(new NewContainer(
                        "shop-api-1", "busybox", List.of(), Map.of(), Map.of(), Optional.empty(), EndpointSpec.PLAIN));

        assertThat(shop().migration().rollback(Optional.empty(), event -> {}).sentence())
                .contains("The engine has a container named shop-api-1 already.");
        assertThat(shop().engine().observe().containers()).anyMatch(c -> c.id().equals(foreign));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void cutOffAtAnyCallItIsGoneBackFrom(int call) throws Exception {
        NormalisedState before = NormalisedState.of(shop().engine().observe(), "shop");
        paint("green");
        cutOff(call);

        RunOutcome back = shop().migration().rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(NormalisedState.of(shop().engine().observe(), "shop")))
                .isEmpty();
    }

    @Test
    void aSecondOneThatTheEngineDoesNotStartIsNotLeftBeside() throws Exception {
        paint("green");
        shop().engine().faults().failNext(PracticeCall.START, "shop-app-2", "No space left on device.");

        RunOutcome outcome = shop().migration().filesAsTheyAre().apply(event -> {});

        assertThat(outcome.sentence()).startsWith("Rolled back");
        assertThat(only("app").name()).isEqualTo("shop-app-1");
    }

    /** Ends the process before the n-th call that changes the engine; the services that come first keep their colour. */
    private void cutOff(int call) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Migration other = shop().migrationOn(engine -> Engine.answeredBy(asked -> {
            if (asked.changes() && calls.incrementAndGet() == call) {
                throw new Crash();
            }
            return asked.on(engine);
        }));
        assertThatThrownBy(() -> other.filesAsTheyAre().apply(event -> {})).isInstanceOf(Crash.class);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
