package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.stream.LogLine;
import dev.bulkhead.testing.PrivateEngine;
import dev.bulkhead.testing.StandInImages;
import dev.bulkhead.testing.WithEngine;
import dev.bulkhead.topology.Element;
import dev.bulkhead.ui.model.BottomTab;
import dev.bulkhead.ui.shell.actions.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The selected container in the window: its log, its figures, and starting and stopping it, on a real engine. */
@WithEngine
@WithWindow
class ContainerIT {

    private static final String COMPOSE = """
        name: hold
        services:
          vpn:
            image: small/vpn:1
            container_name: vpn
            environment:
              API_TOKEN: open-sesame-1
            entrypoint:
              - sh
              - -c
              - >-
                trap 'exit 0' TERM; echo "token $$API_TOKEN";
                while :; do echo tick; echo trouble >&2; sleep 1 & wait $$!; done
          guest:
            image: small/guest:1
            container_name: guest
            network_mode: service:vpn
            depends_on: [vpn]
        """;

    private Path directory = Path.of("");

    @BeforeEach
    void openAProjectThatRuns(TestWindow window, PrivateEngine engine) throws IOException {
        directory = Files.createTempDirectory(engine.folder("small"), "hold");
        Files.writeString(directory.resolve("compose.yml"), COMPOSE);
        StandInImages.provide(engine, "small/vpn:1", "small/guest:1");
        engine.compose(directory, Map.of(), "up", "-d");
        window.openProject(directory);
        window.run(() -> window.context().commands().run(Command.CONNECT_ENGINE));
        window.click("#engine-url");
        window.robot().write(engine.address());
        window.click("Connect");
        window.await(
                "the real containers",
                () -> containers(window).stream()
                        .anyMatch(container -> container.name().equals("guest")
                                && container.networkMode().startsWith("container:")
                                && container.id().length() == 64));
        window.run(() -> {
            window.context().map().select(new Element.ServiceElement("vpn"));
            window.context().navigation().showTab(BottomTab.CONTAINER);
        });
    }

    @AfterEach
    void takeItDown(PrivateEngine engine) throws IOException {
        engine.compose(directory, Map.of(), "down", "-t", "1");
    }

    @Test
    void itsLogIsFollowedWithoutSecretsAndFiltered(TestWindow window) {
        window.await("lines", () -> texts(window).contains("trouble"));
        assertThat(window.onFx(() -> texts(window)))
                .contains("token ***", "tick")
                .doesNotContain("token open-sesame-1");
        window.await("figures", () -> window.words("#container-figures").startsWith("CPU "));
        assertThat(window.words("#container-figures"))
                .matches("CPU [\\d.]+ % · memory [\\d.]+ [KM]iB · received [\\d.]+ \\w+, sent [\\d.]+ \\w+");
        window.picture("container-light");

        window.click("#container-filter");
        window.robot().write("TROUB");
        window.settle();
        assertThat(window.onFx(() -> texts(window))).containsOnly("trouble");
        int before = window.onFx(() -> texts(window).size());
        window.await("more lines", () -> texts(window).size() > before);
    }

    @Test
    void whoUsesItsNetworkIsNamedAndRestartedWithIt(TestWindow window) {
        window.run(() -> window.context().commands().run(Command.THEME_DARK));
        ObservedContainer guest = container(window, "guest");
        window.click("#container-restart");
        window.await("the question", () -> window.shown("Restart vpn?"));
        assertThat(window.shown(
                        "guest uses its network and is restarted after it; otherwise the network would be gone for"
                                + " good."))
                .isTrue();
        window.robot().clickOn(".bh-dialog-buttons .danger");

        window.await("the guest to run again", () -> {
            ObservedContainer now = container(window, "guest");
            return now.status().ready()
                    && !now.status().since().equals(guest.status().since());
        });
        assertThat(container(window, "guest").id()).isEqualTo(guest.id());
        // the log goes on in the next life of the container, and says nothing twice
        window.await(
                "the log to go on",
                () -> texts(window).stream().filter("token ***"::equals).count() == 2);
        window.picture("container-dark");
        assertThat(window.onFx(() -> log(window).stream().distinct().count()))
                .isEqualTo(window.onFx(() -> (long) log(window).size()));
    }

    @Test
    void aContainerIsStoppedAndStarted(TestWindow window) {
        window.run(() -> window.context().map().select(new Element.ServiceElement("guest")));
        window.click("#container-stop");
        window.await("guest to stop", () -> !container(window, "guest").status().ready());
        window.await(
                "Start",
                () -> !window.robot().lookup("#container-start").query().isDisabled());
        window.click("#container-start");
        window.await("guest to run", () -> container(window, "guest").status().ready());
    }

    @SuppressWarnings("unchecked")
    private static List<LogLine> log(TestWindow window) {
        return List.copyOf(
                ((ListView<LogLine>) window.robot().lookup("#container-log").query()).getItems());
    }

    private static List<String> texts(TestWindow window) {
        return log(window).stream().map(LogLine::text).toList();
    }

    private static List<ObservedContainer> containers(TestWindow window) {
        return window.context().engine().containers("hold");
    }

    private static ObservedContainer container(TestWindow window, String name) {
        Function<List<ObservedContainer>, ObservedContainer> pick = all -> all.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return window.onFx(() -> pick.apply(containers(window)));
    }
}
