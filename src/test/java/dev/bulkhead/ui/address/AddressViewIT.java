package dev.bulkhead.ui.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.surroundings.host.EngineHost;
import dev.bulkhead.surroundings.host.HostRoutes;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.fx.InlineTasks;
import dev.bulkhead.ui.live.EngineViewModel;
import dev.bulkhead.ui.live.LiveSurroundings;
import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Theme;
import dev.bulkhead.ui.theme.Themes;
import dev.bulkhead.workspace.TopologyDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the operator does with the picture of the address space. */
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class AddressViewIT {

    @TempDir
    private static Path directory;

    private final MapViewModel map = new MapViewModel();
    private final List<String> asked = new ArrayList<>();

    // Controls can only be made once the toolkit runs.
    @SuppressWarnings("NullAway.Init")
    private AddressViewModel model;

    @Start
    void start(Stage stage) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
                name: shop
                services:
                  web: {image: n, networks: [front, back]}
                networks:
                  front: {ipam: {config: [{subnet: 172.20.0.0/24}]}}
                  back: {ipam: {config: [{subnet: 172.20.1.0/24}]}}
                """);
        Themes.loadFonts();
        EngineViewModel engine = new EngineViewModel(Runnable::run, InstantSource.system());
        ProjectViewModel project = new ProjectViewModel(new InlineTasks(), copy -> List.of(), new Silent());
        model = new AddressViewModel(
                project,
                map,
                engine,
                new InlineTasks(),
                new LiveSurroundings(engine, new EngineHost(new HostRoutes(new DiskFileTree()))));
        project.show(TopologyDocument.open(ComposeRequest.of(directory), new DiskFileTree()));
        AddressView view = new AddressView(model, new OneTint(), new Asked());
        stage.setScene(new Scene(view, 1000, 700));
        Application.setUserAgentStylesheet(Theme.LIGHT.base());
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.requestFocus();
    }

    @Test
    void aNetworkChosenWithTheKeysIsChosenOnTheMap(FxRobot robot) {
        robot.interact(() -> model.choose(model.spaceProperty().get().of("front").stream()
                .map(n -> n.id())
                .findFirst()));
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(map.selection()).containsExactly(new Element.NetworkElement("back"));
    }

    @Test
    void aNetworkChosenOnTheMapIsChosenHereAndEnterOpensIt(FxRobot robot) {
        robot.interact(() -> map.select(new Element.NetworkElement("back")));
        assertThat(model.chosenProperty().get()).contains("172.20.1.0/24 network:back");

        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(asked).containsExactly("inspect back");
    }

    @Test
    void theNextFreeSubnetIsClearOfTheProject(FxRobot robot) {
        assertThat(model.nextFree(Cidr.of("172.20.0.0/16"), 24)).contains(Cidr.of("172.20.2.0/24"));

        robot.clickOn("#address-free");

        assertThat(asked).containsExactly("free");
    }

    private final class Asked implements AddressActions {
        @Override
        public void newNetwork(Optional<Cidr> subnet) {
            asked.add("new");
        }

        @Override
        public void renumber(String network) {
            asked.add("renumber " + network);
        }

        @Override
        public void findFree(Optional<Cidr> within) {
            asked.add("free");
        }

        @Override
        public void openInspector(GraphElement element) {
            asked.add("inspect " + ((Element.NetworkElement) element).key());
        }

        @Override
        public void openSource(GraphElement element) {
            asked.add("source");
        }

        @Override
        public void showOnMap(GraphElement element) {
            asked.add("map");
        }
    }

    private record OneTint() implements NetworkTints {
        @Override
        public Tint tint(String network) {
            return Tint.DMZ;
        }

        @Override
        public void onChange(Runnable listener) {
            // The colours stay as they are.
        }
    }

    private record Silent() implements Messages {
        @Override
        public void done(String sentence) {
            // Nobody listens.
        }

        @Override
        public void refused(String sentence) {
            throw new AssertionError(sentence);
        }

        @Override
        public void failed(String sentence) {
            throw new AssertionError(sentence);
        }
    }
}
