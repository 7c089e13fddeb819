package dev.bulkhead.app;

import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.words.Words;
import java.io.File;
import java.io.IOException;
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
        chooser.setTitle(Words.of("filedialogs.open-a-compose-project"));
        return Optional.ofNullable(chooser.showDialog(owner.orElse(null))).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(Optional<Window> owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("filedialogs.choose-a-folder-to-export"));
        return Optional.ofNullable(chooser.showDialog(owner.orElse(null))).map(File::toPath);
    }

    @Override
    public void show(Path folder) throws IOException {
        if (java.awt.Desktop.isDesktopSupported()
                && java.awt.Desktop.getDesktop().isSupported(java.awt.Desktop.Action.OPEN)) {
            java.awt.Desktop.getDesktop().open(folder.toFile());
        } else {
            WindowServices.PathChooser.super.show(folder);
        }
    }

    @Override
    public Optional<Path> saveAs(Optional<Window> owner, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("filedialogs.save", name));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner.orElse(null))).map(File::toPath);
    }
}
