package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.fx.BackgroundTasks;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/**
 * Window of the manual, beside that of the project, so that one can do what one reads. It is made when it is opened first;
 * until then nothing of the manual is read or loaded.
 */
public final class ManualWindow {

    private static final double WIDTH = 1080;
    private static final double HEIGHT = 820;

    private final ManualFiles files;
    private final BackgroundTasks tasks;
    private final Look look;
    private Optional<Made> made = Optional.empty();

    /**
     * How windows of the program look.
     *
     * @param dress gives a scene the look of now
     * @param dark whether that is a dark one
     */
    public record Look(Consumer<Scene> dress, BooleanSupplier dark) {}

    private record Made(Stage stage, Scene scene, ManualView view, ManualViewModel model) {}

    /** Prepares a window; nothing is made yet. */
    public ManualWindow(ManualFiles files, BackgroundTasks tasks, Look look) {
        this.files = files;
        this.tasks = tasks;
        this.look = look;
    }

    /** Returns the address of the stylesheet that its pages have beside those of the look. */
    public static String stylesheet() {
        return Objects.requireNonNull(ManualWindow.class.getResource("manual.css"), "manual.css")
                .toExternalForm();
    }

    /** Opens a place of the manual, in front of other windows. */
    public void open(ManualPlace place, List<Image> icons) {
        Made window = made.orElseGet(() -> make(icons));
        made = Optional.of(window);
        if (!window.stage().isShowing()) {
            window.stage().show();
        }
        window.model().queryProperty().set("");
        window.model().open(place);
        window.stage().toFront();
        window.stage().requestFocus();
        window.view().focusPage();
    }

    /** Gives the window the look of now, if it was made. */
    public void dress() {
        made.ifPresent(window -> {
            look.dress().accept(window.scene());
            window.view().again();
        });
    }

    /** Takes the window away. */
    public void close() {
        made.ifPresent(window -> window.stage().close());
        made = Optional.empty();
    }

    /** Returns the window of the desktop, if it is open. */
    public Optional<Stage> stage() {
        return made.map(Made::stage).filter(Stage::isShowing);
    }

    private Made make(List<Image> icons) {
        ManualViewModel model = new ManualViewModel(new Manual(files), tasks);
        ManualView view = new ManualView(model, look.dark());
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        look.dress().accept(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.getIcons().setAll(icons);
        stage.setMinWidth(680);
        stage.setMinHeight(420);
        stage.titleProperty()
                .bind(model.visitProperty()
                        .map(visit -> Words.of(
                                "manualwindow.bulkhead-manual",
                                visit.map(open -> open.page().title() + " – ").orElse(""))));
        return new Made(stage, scene, view, model);
    }
}
