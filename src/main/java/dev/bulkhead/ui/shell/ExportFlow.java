package dev.bulkhead.ui.shell;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.export.NetworksFile;
import dev.bulkhead.compose.export.TopologyMermaid;
import dev.bulkhead.files.AtomicFileSet;
import dev.bulkhead.files.FileWrite;
import dev.bulkhead.files.FileWriteException;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.SvgPicture;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.dialog.Dialogs;
import dev.bulkhead.ui.fx.TaskProgress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Writes the project for use outside Bulkhead, with its unsaved edits, into a folder of the operator's choice. */
final class ExportFlow {

    private static final double SHARP = 2;

    private final ShellContext context;
    private final WindowServices services;
    private final Dialogs dialogs;
    private final MapView map;
    private final Supplier<Optional<Window>> window;

    ExportFlow(
            ShellContext context,
            WindowServices services,
            Dialogs dialogs,
            MapView map,
            Supplier<Optional<Window>> window) {
        this.context = context;
        this.services = services;
        this.dialogs = dialogs;
        this.map = map;
        this.window = window;
    }

    /** Asks where and what, and writes it. */
    void ask() {
        context.project().projectProperty().get().ifPresent(this::ask);
    }

    private void ask(ComposeProject project) {
        Path proposal = project.directory().resolveSibling(project.topology().project() + "-export");
        ExportForm form = new ExportForm(proposal, () -> services.chooser().folder(window.get()));
        dialogs.form(
                "Export",
                "What the window shows, unsaved edits included. Your own files stay as they are.",
                form,
                form.valid(),
                List.of(Choice.cancel(), new Choice("Export", Choice.Kind.DEFAULT, () -> export(project, form))));
    }

    private void export(ComposeProject project, ExportForm form) {
        Path folder;
        try {
            folder = form.folder().toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            context.messages().refused("This is no path: " + e.getReason() + ".");
            return;
        }
        Set<ExportKind> kinds = form.kinds();
        boolean replace = form.replaces();
        MapGeometry geometry = context.map().geometry().get();
        // Only the window's own thread can draw; the rest is done beside it.
        Optional<WritableImage> picture =
                kinds.contains(ExportKind.PNG) ? Optional.of(map.picture(SHARP)) : Optional.empty();
        services.tasks()
                .start(
                        progress -> write(
                                folder, kinds, replace, new Content(project.topology(), geometry, picture), progress),
                        files -> context.messages()
                                .done(
                                        "Wrote " + files.size() + (files.size() == 1 ? " file" : " files") + " into "
                                                + folder + ".",
                                        "Open the folder",
                                        () -> show(folder)),
                        failure -> context.messages().failed(String.valueOf(failure.getMessage())));
    }

    private void show(Path folder) {
        services.tasks()
                .start(
                        progress -> {
                            services.chooser().show(folder);
                            return folder;
                        },
                        shown -> {},
                        failure -> context.messages().refused(String.valueOf(failure.getMessage())));
    }

    private static List<Path> write(
            Path folder, Set<ExportKind> kinds, boolean replace, Content content, TaskProgress progress)
            throws ExportException, FileWriteException, IOException {
        List<FileWrite> writes = new ArrayList<>();
        for (ExportKind kind : kinds) {
            Path file = folder.resolve(kind.file());
            if (!replace && Files.exists(file)) {
                throw new ExportException(
                        file + " is there already; choose another folder, or allow it to be replaced.");
            }
            writes.add(FileWrite.of(file, content.of(kind)));
            progress.message("Writing " + kind.file());
            progress.fraction((double) writes.size() / (kinds.size() + 1));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExportException(folder + " cannot be made; choose a folder you may write to.");
        }
        Path record = folder.resolve(".bulkhead-export");
        new AtomicFileSet(folder, record).write(writes);
        Files.deleteIfExists(record);
        return writes.stream().map(FileWrite::path).toList();
    }

    /** What is exported. */
    private record Content(Topology topology, MapGeometry geometry, Optional<WritableImage> picture) {

        byte[] of(ExportKind kind) throws IOException {
            return switch (kind) {
                case NETWORKS -> text(NetworksFile.of(topology, NetworksFile.Owner.COMPOSE));
                case MERMAID -> text(TopologyMermaid.of(topology));
                case SVG -> text(SvgPicture.of(topology, geometry));
                case PNG -> png();
            };
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private byte[] png() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(SwingFXUtils.fromFXImage(picture.orElseThrow(), null), "png", bytes);
            return bytes.toByteArray();
        }
    }
}
