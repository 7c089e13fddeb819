package dev.bulkhead.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.EngineObserver;
import dev.bulkhead.engine.LiveState;
import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.migrate.restore.NormalisedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .contains("undo: exchange app for one from the old files")
                .contains("Stopped first: its file does not say that two may run side by side"
                        + " (deploy.update_config.order: start-first).")
                .contains("Stopped first: only one can have port 8080 of the host.");
    }

    @Test
    void atNoMomentIsThereNoContainerThatServes() throws Exception {
        String before = only("app").id();
        paint("green");
        List<Long> serving = Collections.synchronizedList(new ArrayList<>());
        AtomicReference<LiveState> live = new AtomicReference<>(LiveState.initial());
        try (EngineObserver.Watch _ = shop().engine().watch(event -> {
            live.updateAndGet(state -> state.after(event));
            serving.add(live.get().state().containers("shop", "app").stream()
                    .filter(container -> container.status().ready())
                    .count());
        })) {
            assertThat(shop().migration().filesAsTheyAre().apply(event -> {}).sentence())
                    .isEqualTo("Done and verified.");
        }

        assertThat(serving).isNotEmpty().doesNotContain(0L);
        assertThat(only("app").id()).isNotEqualTo(before);
        assertThat(only("app").name()).isEqualTo("shop-app-1");
    }

    @Test
    void goingBackExchangesItAgain() throws Exception {
        NormalisedState before = NormalisedState.of(shop().engine().observe(), "shop");
        paint("green");
        shop().migration().filesAsTheyAre().apply(event -> {});

        RunOutcome back = shop().migration().rollback(Optional.empty(), event -> {});

        assertThat(back.sentence()).isEqualTo("Rolled back: files and engine are as they were.");
        assertThat(before.differencesTo(NormalisedState.of(shop().engine().observe(), "shop")))
                .isEmpty();
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
}
