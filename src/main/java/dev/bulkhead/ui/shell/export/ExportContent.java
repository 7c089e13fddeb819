package dev.bulkhead.ui.shell.export;

import dev.bulkhead.check.stack.make.StackFiles;
import dev.bulkhead.check.stack.make.StackMaking;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.export.NetworksFile;
import dev.bulkhead.compose.export.OverrideFile;
import dev.bulkhead.compose.export.ResolvedFile;
import dev.bulkhead.compose.export.Runbook;
import dev.bulkhead.compose.export.TopologyMermaid;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.svg.DrawioPicture;
import dev.bulkhead.layout.svg.SvgPicture;
import dev.bulkhead.topology.Topology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Content of an export.
 *
 * @param folder where the files will be
 * @param project the project with its unsaved edits
 * @param files the project's files with their unsaved text
 * @param geometry where everything stands on the map
 * @param picture the map as a picture, where one is wanted
 */
record ExportContent(
        Path folder, ComposeProject project, FileTree files, MapGeometry geometry, Optional<WritableImage> picture) {

    /**
     * Returns the contents of the files of a kind, in their order.
     *
     * @throws ComposeException if the project cannot be resolved, with a sentence for the operator
     */
    List<byte[]> of(ExportFormat kind) throws IOException, ComposeException {
        Topology topology = project.topology();
        return switch (kind) {
            case NETWORKS -> text(NetworksFile.of(topology, NetworksFile.Owner.COMPOSE));
            case OVERRIDE -> text(OverrideFile.pinning(topology));
            case COMPOSE -> text(ResolvedFile.of(new ComposeLoader(files).resolve(project.request())));
            case RUNBOOK -> {
                Runbook runbook = Runbook.of(topology);
                yield text(runbook.script(), runbook.markdown());
            }
            case STACK ->
                text(StackFiles.of(project, files, folder, new StackMaking.Wishes(false))
                        .toArray(String[]::new));
            case MERMAID -> text(TopologyMermaid.of(topology));
            case SVG -> text(SvgPicture.of(topology, geometry));
            case PDF -> List.of(SvgPicture.pdf(topology, geometry));
            case DRAWIO -> text(DrawioPicture.of(topology, geometry));
            case PNG -> List.of(png());
        };
    }

    private static List<byte[]> text(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(SwingFXUtils.fromFXImage(picture.orElseThrow(), null), "png", bytes);
        return bytes.toByteArray();
    }
}
