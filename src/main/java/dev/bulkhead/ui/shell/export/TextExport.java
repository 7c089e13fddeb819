package dev.bulkhead.ui.shell.export;

import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Export of one text to where the operator says. */
public final class TextExport {

    private final ShellContext context;
    private final WindowServices services;

    public TextExport(ShellContext context, WindowServices services) {
        this.context = context;
        this.services = services;
    }

    /** Asks where, and writes there. */
    public void run(Optional<Window> window, String name, String text) {
        Optional<Path> target = services.chooser().saveAs(window, name);
        if (target.isEmpty()) {
            return;
        }
        services.tasks()
                .start(
                        progress -> write(target.get(), text),
                        written -> context.messages().done(Words.of("textexport.saved", written)),
                        failure -> context.messages()
                                .failed(Words.of("textexport.cannot-be-written", target.get(), failure.getMessage())));
    }

    private static Path write(Path target, String text) throws IOException {
        return Files.writeString(target, text);
    }
}
