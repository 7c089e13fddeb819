package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.NetworkSpec;
import dev.bulkhead.engine.observed.EndpointSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.Subnet;
import dev.bulkhead.ui.shell.actions.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the engine has and no file states is drawn dashed, told in words, and adopted into the files with one click. */
@WithWindow
class DriftOnTheMapIT {

    @Test
    void whatSomebodyMadeOnTheEngineIsDrawnAndAdopted(TestWindow window) throws Exception {
        Path project = window.openSample();
        NetworkOptions options = new NetworkOptions(
                Optional.of("bridge"),
                false,
                true,
                false,
                false,
                Map.of(),
                Map.of("com.docker.compose.project", "mediaserver"));
        window.engine().createNetwork(new NetworkSpec("lab", options, List.of(Subnet.of("10.99.0.0/24"))));
        window.engine().connect("lab", "dozzle", EndpointSpec.PLAIN);

        window.await("the zone of the engine's network", () -> window.shown("#zone-lab"));
        window.await("the tie to it", () -> window.shown("#tie-dozzle-lab"));
        assertThat(window.words("#card-dozzle .bh-card-differs")).isEqualTo("engine differs");
        assertThat(window.shown("#what-differs")).isTrue();

        window.run(() -> window.context().map().select(Element.network("lab")));
        window.settle();
        window.click("Adopt into the files");
        window.settle();
        window.run(() -> window.context().map().select(Element.service("dozzle")));
        window.settle();
        assertThat(window.shown("#drift-bring-back")).isTrue();
        window.click("Adopt into the files");
        window.settle();
        window.run(() -> window.context().project().save(false));
        // what the files say now is more than the container was made from
        window.await(
                "what is left",
                () -> window.words("#card-dozzle .bh-card-differs").equals("waits to be deployed"));
        // and from further away as well, where a card is little more than a name, and a flag stands for the word
        window.run(() -> {
            window.context().commands().run(Command.ZOOM_ACTUAL);
            for (int i = 0; i < 3; i++) {
                window.context().commands().run(Command.ZOOM_OUT);
            }
            window.context().navigation().reveal(Element.service("dozzle"));
        });
        window.await("the flag from further away", () -> window.shown("#card-dozzle .bh-card-flag"));
        assertThat(Files.readString(project.resolve("dozzle").resolve("docker-compose.yml")))
                .contains("lab");
    }
}
