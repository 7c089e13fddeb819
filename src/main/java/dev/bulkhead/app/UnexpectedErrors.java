package dev.bulkhead.app;

import dev.bulkhead.ui.dialog.Choice;
import dev.bulkhead.ui.fx.UiExecutor;
import dev.bulkhead.ui.shell.MainWindow;
import dev.bulkhead.ui.words.Words;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where errors arrive that nobody expected: they are logged, told in a sentence, and the work stays. */
final class UnexpectedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    private final Supplier<Optional<MainWindow>> front;
    private final UiExecutor ui;
    private final Path log;
    private final AtomicBoolean telling = new AtomicBoolean();

    /**
     * Creates the place.
     *
     * @param front the window that the operator looks at, if there is one
     */
    UnexpectedErrors(Supplier<Optional<MainWindow>> front, UiExecutor ui, Path log) {
        this.front = front;
        this.ui = ui;
        this.log = log;
    }

    /** Takes what no other handler takes, on every thread. */
    void install() {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            LOG.error("Unexpected, on {}", thread.getName(), error);
            // An error that comes with every frame must not fill the screen with questions.
            if (telling.compareAndSet(false, true)) {
                ui.run(() -> front.get().ifPresentOrElse(window -> tell(window, error), () -> telling.set(false)));
            }
        });
    }

    private void tell(MainWindow window, Throwable error) {
        window.dialogs()
                .ask(
                        Words.of("unexpectederrors.something-went-wrong-inside-bulkhead"),
                        Words.of("unexpectederrors.your-project-and-your-unsaved", log),
                        List.of(
                                new Choice(Words.of("unexpectederrors.copy-the-details"), Choice.Kind.OTHER, () -> {
                                    telling.set(false);
                                    copy(error);
                                }),
                                new Choice(
                                        Words.of("unexpectederrors.go-on"),
                                        Choice.Kind.CANCEL,
                                        () -> telling.set(false))));
    }

    private static void copy(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
