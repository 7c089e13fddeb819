package dev.bulkhead.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.practice.PracticeCall;
import dev.bulkhead.migrate.restore.NormalisedState;
import dev.bulkhead.migrate.verify.CheckResult;
import dev.bulkhead.migrate.verify.CheckStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationRunTest {

    private final Shop shop;

    MigrationRunTest(@TempDir Path directory) throws Exception {
        shop = new Shop(directory);
    }

    @Test
    void appliesVerifiesAndSucceeds() throws Exception {
        RunResult result = shop.start();

        assertThat(result.issues()).isEmpty();
        assertThat(shop.states())
                .containsExactly(RunState.CAPTURING, RunState.APPLYING, RunState.VERIFYING, RunState.SUCCEEDED);
        assertThat(shop.file()).contains("networks: [flat, inner]");
        assertThat(shop.practice.observe().containers("shop", "app").getFirst().endpoint("inner"))
                .isPresent();
    }

    @Test
    void aContainerAttachedLiveIsNotRestarted() throws Exception {
        String before =
                shop.practice.observe().containers("shop", "app").getFirst().id();

        RunResult result = shop.start();

        assertThat(shop.practice.observe().containers("shop", "app").getFirst().id())
                .isEqualTo(before);
        assertThat(result.away()).containsOnlyKeys("client", "proxy", "vpn");
    }

    @Test
    void whoeverSharesANetworkFollowsItsOwner() throws Exception {
        shop.start();

        var owner = shop.practice.observe().containers("shop", "vpn").getFirst();
        assertThat(shop.practice
                        .observe()
                        .containers("shop", "client")
                        .getFirst()
                        .networkMode())
                .isEqualTo("container:" + owner.id());
    }

    @Test
    void everyCheckTellsWhatItRanAndSaw() throws Exception {
        RunResult result = shop.start();

        assertThat(result.checks())
                .extracting(check -> check.group() + " | " + check.subject() + " | " + check.status() + " | "
                        + check.ran() + " | " + check.saw())
                .contains(
                        "SERVICES | vpn | PASSED | inspect container of vpn | running, healthy",
                        "MEMBERSHIPS | app on inner | PASSED | inspect networks of app, names app"
                                + " | on inner as app, shop-app-1",
                        "ROUTES | proxy -> app:8080 | PASSED | from proxy: connect to app:8080 within 2 s | Connected.",
                        "FLOWS | client -> app:8080 | PASSED | from client: connect to app:8080 within 2 s"
                                + " | Connected.",
                        "KEPT | app | PASSED | compare container of app with the restore point"
                                + " | networks, names and ports as before but spare, as planned");
        assertThat(result.checks()).extracting(CheckResult::status).containsOnly(CheckStatus.PASSED);
    }

    @Test
    void anUnhealthyServiceIsRolledBackWithTheReason() throws Exception {
        NormalisedState before = shop.engineState();
        shop.practice.setHealthy("shop-vpn-1", false);

        RunResult result = shop.start();

        assertThat(result.issues().getFirst())
                .startsWith("Step 5 (vpn, client) failed: After 5 s at most, not every service is ready:"
                        + " vpn is running, unhealthy");
        assertThat(shop.states()).contains(RunState.ROLLING_BACK);
        assertThat(shop.file()).isEqualTo(Shop.BEFORE);
        assertThat(before.differencesTo(shop.engineState())).isEmpty();
    }

    @Test
    void pauseHoldsBetweenTwoOperationsAndResumeGoesOn() throws Exception {
        shop.control.pause();
        Thread operator = Thread.ofVirtual().start(() -> {
            Awaitility.await().until(() -> shop.states().contains(RunState.PAUSED));
            shop.control.resume();
        });

        RunResult result = shop.start();
        operator.join();

        assertThat(result.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(shop.states())
                .containsExactly(
                        RunState.CAPTURING,
                        RunState.APPLYING,
                        RunState.PAUSED,
                        RunState.APPLYING,
                        RunState.VERIFYING,
                        RunState.SUCCEEDED);
    }

    @Test
    void cancelStopsBetweenTwoOperationsAndLeavesBothWaysOpen() throws Exception {
        NormalisedState before = shop.engineState();
        shop.control.cancel();

        assertThat(shop.start().state()).isEqualTo(RunState.CANCELLED);

        RunRecord open = shop.history().openRun().orElseThrow();
        assertThat(open.canContinue()).isTrue();
        assertThat(open.story())
                .isEqualTo("Run run-1 of iteration 1 was cancelled. 0 of 10 steps are done."
                        + " It was practice: no real container was touched.");
        RunResult back = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());
        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(before.differencesTo(shop.engineState())).isEmpty();
        assertThat(shop.history().openRun()).isEqualTo(Optional.empty());
    }

    @Test
    void aFileThatSomebodyElseChangedIsNotOverwritten() throws Exception {
        RunRequest request = shop.request();
        Files.writeString(shop.directory.resolve("compose.yaml"), Shop.BEFORE + "# mine\n");

        RunResult result = MigrationRun.start(shop.tools(), request);

        assertThat(result.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(result.issues())
                .containsExactly(
                        "Step 2 (1 file) failed: File compose.yaml has changed on disk since the plan was made;"
                                + " make a new plan from what it holds now.");
        assertThat(shop.file()).endsWith("# mine\n");
    }

    @Test
    void aSucceededRunCanStillBeRolledBack() throws Exception {
        NormalisedState before = shop.engineState();
        shop.start();

        RunResult back = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());

        assertThat(back.issues()).isEmpty();
        assertThat(back.state()).isEqualTo(RunState.ROLLED_BACK);
        assertThat(shop.file()).isEqualTo(Shop.BEFORE);
        assertThat(before.differencesTo(shop.engineState())).isEmpty();
        assertThat(List.of(shop.directory.toFile().list())).containsExactlyInAnyOrder("compose.yaml", ".bulkhead");
    }

    @Test
    void aWayBackThatFailsNeedsAPersonAndSaysWhatIsLeft() throws Exception {
        shop.start();
        // once when its step is taken back, once more after the comparison with the restore point
        shop.practice.faults().failNext(PracticeCall.REMOVE_NETWORK, "inner", "Network inner has active endpoints.");
        shop.practice.faults().failNext(PracticeCall.REMOVE_NETWORK, "inner", "Network inner has active endpoints.");

        RunResult back = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());

        assertThat(back.state()).isEqualTo(RunState.NEEDS_PERSON);
        assertThat(back.issues())
                .containsExactly("Network inner has active endpoints.", "Network inner was not there before.");
        RunResult again = shop.history().run(shop.tools(), shop.record()).rollBack(shop.topology(), Map.of());
        assertThat(again.state()).isEqualTo(RunState.ROLLED_BACK);
    }
}
