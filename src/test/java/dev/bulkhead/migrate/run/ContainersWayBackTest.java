package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.migrate.live.SharedNamespaces;
import dev.bulkhead.migrate.restore.NormalisedState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back of containers: made anew, with their guests, wherever they went meanwhile. */
class ContainersWayBackTest {

    private final Shop shop;
    private final NormalisedState before;

    ContainersWayBackTest(@TempDir Path directory) throws Exception {
        shop = new Shop(directory);
        before = shop.engineState();
    }

    private RunResult back() throws Exception {
        return shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());
    }

    private void assertEngineAsBefore() throws Exception {
        assertThat(before.differencesTo(shop.engineState())).isEmpty();
    }

    @Test
    void aGuestWhoseOwnerWasMadeAnewAloneFollowsIt() throws Exception {
        // the process ends after the owner of the namespace is made anew and before its guest is
        shop.onlooker = event -> {
            if (event instanceof RunEvent.StepStarted begun && begun.step().number() == 4) {
                ownerAlone();
                throw new Mishap.Crash();
            }
        };
        assertThatThrownBy(shop::start).isInstanceOf(Mishap.Crash.class);
        shop.onlooker = event -> {};

        assertThat(back().state()).isEqualTo(RunState.ROLLED_BACK);
        assertEngineAsBefore();
    }

    @Test
    void aGuestWhoseOwnerWasMadeAnewAloneFollowsItAlsoOnTheWayOn() throws Exception {
        shop.onlooker = event -> {
            if (event instanceof RunEvent.StepStarted begun && begun.step().number() == 4) {
                ownerAlone();
                throw new Mishap.Crash();
            }
        };
        assertThatThrownBy(shop::start).isInstanceOf(Mishap.Crash.class);
        shop.onlooker = event -> {};

        assertThat(shop.history()
                        .run(shop.tools(), shop.record())
                        .resume(shop::topology)
                        .state())
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.namespaceOf("client")).isEqualTo("container:" + shop.idOf("vpn"));
    }

    private void cutOffAtStep(int number) {
        shop.onlooker = event -> {
            if (event instanceof RunEvent.StepStarted begun && begun.step().number() == number) {
                throw new Mishap.Crash();
            }
        };
        assertThatThrownBy(shop::start).isInstanceOf(Mishap.Crash.class);
        shop.onlooker = event -> {};
    }

    private void assertGoesOnWith(String service) throws Exception {
        assertThat(shop.history()
                        .run(shop.tools(), shop.record())
                        .resume(shop::topology)
                        .state())
                .isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.practice
                        .observe()
                        .containers("shop", service)
                        .getFirst()
                        .status()
                        .ready())
                .isTrue();
    }

    @Test
    void whatEndedWithTheEngineIsStartedAgainOnTheWayOnTheOwnerOfANamespaceFirst() throws Exception {
        cutOffAtStep(6);
        shop.practice.stop("shop-client-1", Duration.ZERO);
        shop.practice.stop("shop-vpn-1", Duration.ZERO);

        assertGoesOnWith("client");
    }

    @Test
    void whatTheRunItselfStartedIsStartedAgainOnTheWayOnThoughItDidNotRunBefore() throws Exception {
        shop.practice.stop("proxy", Duration.ZERO);
        cutOffAtStep(6);
        shop.practice.stop("proxy", Duration.ZERO);

        assertGoesOnWith("proxy");
    }

    @Test
    void aGuestWhoseOwnerWasRestartedIsRestarted() throws Exception {
        shop.start();
        shop.practice.stop("shop-vpn-1", Duration.ZERO);
        shop.practice.start("shop-vpn-1");
        assertThat(new SharedNamespaces(shop.practice.observe(), "shop").outdated())
                .extracting(guest -> guest.name())
                .containsExactly("shop-client-1");

        assertThat(back().state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(new SharedNamespaces(shop.practice.observe(), "shop").outdated())
                .isEmpty();
    }

    private void ownerAlone() {
        try {
            shop.practice.up(shop.topology(), List.of("vpn"), line -> {});
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyServiceThatIsMadeAnewIsToldWithItsOutage() throws Exception {
        shop.start();
        shop.events.clear();

        back();

        assertThat(shop.events)
                .filteredOn(event ->
                        event instanceof RunEvent.Undone undone && undone.what().contains(": recreate "))
                .extracting(event -> ((RunEvent.Undone) event).what().replaceAll("[0-9.]+ s", "N s"))
                .containsExactly(
                        "Step 3 taken back: proxy: recreate from the files, wait until healthy (running, 0 of 1 with a"
                                + " health check, healthy, proxy away for N s).",
                        "Step 5 taken back: vpn, client: recreate from the files, wait until healthy (running, 1 of 2"
                                + " with a health check, healthy, client away for N s, vpn away for N s).");
    }

    @Test
    void containersThatSomebodyRemovedMeanwhileAreThereAgain() throws Exception {
        shop.start();
        shop.practice.remove(shop.topology(), List.of("app", "proxy"), line -> {});
        shop.events.clear();

        RunResult result = back();

        assertThat(result.state()).isEqualTo(RunState.ROLLED_BACK);
        assertEngineAsBefore();
    }
}
