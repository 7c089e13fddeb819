package dev.bulkhead.app;

import dev.bulkhead.ui.shell.WindowServices;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The platform's own dialogs for files. */
final class FileDialogs implements WindowServices.PathChooser {

    @Override
    public Optional<Path> project(Optional<Window> owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a Compose project");
        return Optional.ofNullable(chooser.showDialog(owner.orElse(null))).map(File::toPath);
    }

    @Override
    public Optional<Path> saveAs(Optional<Window> owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save " + name);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.orElse(null))).map(File::toPath);
    }
}
