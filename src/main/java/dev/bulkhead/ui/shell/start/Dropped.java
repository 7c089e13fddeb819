package dev.bulkhead.ui.shell.start;

import dev.bulkhead.ui.model.Messages;
import dev.bulkhead.ui.words.Words;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Folder or file that was dragged from outside onto the window. */
public final class Dropped {

    private Dropped() {}

    /** Lets what is dropped on a part of the window be opened. */
    public static void opens(Node target, Consumer<Path> open, Messages messages) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        target.setOnDragDropped(event -> {
            List<Path> paths =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            Optional<Path> project = project(paths);
            project.ifPresentOrElse(open, () -> messages.refused(Words.of("drop.none")));
            event.setDropCompleted(project.isPresent());
            event.consume();
        });
    }

    /** Returns what of several things can be a project: the first folder, else the first file that may be a Compose file. */
    static Optional<Path> project(List<Path> paths) {
        return paths.stream()
                .filter(Files::isDirectory)
                .findFirst()
                .or(() -> paths.stream()
                        .filter(path -> path.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml"))
                        .findFirst());
    }
}
