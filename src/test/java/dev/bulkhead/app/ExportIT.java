package dev.bulkhead.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.NetworkOptions;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Everything the window can write for use elsewhere. */
@WithWindow
class ExportIT {

    @Test
    void everyKindIsWrittenWithTheUnsavedEditsAndTheProjectStaysAsItIs(TestWindow window) throws Exception {
        Path sample = window.openSample();
        Map<String, String> before = Folders.contents(sample);
        window.run(() -> window.context()
                .project()
                .apply(new TopologyEdit.AddNetwork(
                        new Network("lab-net", "lab-net", NetworkOptions.defaults(), List.of()))));
        window.robot().push(KeyCode.CONTROL, KeyCode.E);
        window.click("#export-stack");
        window.click(".bh-dialog-card .accent");
        Path folder = sample.resolveSibling("mediaserver-export");
        window.await("the files", () -> names(folder).size() == 13);

        assertThat(names(folder))
                .containsExactly(
                        "compose.resolved.yml",
                        "compose.stack.yml",
                        "networks.override.yml",
                        "networks.yml",
                        "runbook.md",
                        "runbook.sh",
                        "stack.md",
                        "stack.sh",
                        "topology.drawio",
                        "topology.mmd",
                        "topology.pdf",
                        "topology.png",
                        "topology.svg");
        assertThat(Files.readString(folder.resolve("compose.resolved.yml"))).contains("lab-net:");
        assertThat(Folders.contents(sample)).isEqualTo(before);
        window.await("no dialog", () -> !window.shown("#export-progress"));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
