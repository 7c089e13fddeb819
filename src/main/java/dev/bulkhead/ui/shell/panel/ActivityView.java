package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.ui.fx.WatchedTasks;
import dev.bulkhead.ui.model.KeptMessages;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** View of what runs in the background, to be cancelled, and of what the window told lately. */
public final class ActivityView extends VBox {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final double WIDTH = 560;
    private static final double HEIGHT = 260;

    private final VBox tasks = Nodes.column("bh-activity-tasks");
    private final ListChangeListener<WatchedTasks.Listed> follow;

    /** Shows both. */
    public ActivityView(WindowServices.Activity activity, ZoneId zone) {
        setId("activity");
        getStyleClass().add("bh-form");
        follow = change -> show(activity.tasks());
        sceneProperty().addListener((property, old, now) -> {
            activity.tasks().listed().removeListener(follow);
            if (now != null) {
                activity.tasks().listed().addListener(follow);
            }
        });
        show(activity.tasks());
        VBox messages = Nodes.column("bh-activity-messages");
        activity.messages().kept().forEach(kept -> messages.getChildren().add(message(kept, zone)));
        if (messages.getChildren().isEmpty()) {
            messages.getChildren().add(Nodes.label(Words.of("activity.silent"), "bh-muted"));
        }
        ScrollPane scroll = new ScrollPane(messages);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(WIDTH, HEIGHT);
        scroll.setAccessibleText(Words.of("activity.messages"));
        getChildren()
                .addAll(
                        Nodes.heading(Words.of("activity.tasks")),
                        tasks,
                        Nodes.heading(Words.of("activity.messages")),
                        scroll);
    }

    private void show(WatchedTasks watched) {
        tasks.getChildren().clear();
        watched.listed().forEach(listed -> tasks.getChildren().add(task(listed)));
        if (tasks.getChildren().isEmpty()) {
            tasks.getChildren().add(Nodes.label(Words.of("activity.idle"), "bh-muted"));
        }
    }

    private static Node task(WatchedTasks.Listed listed) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(listed.task().fractionProperty());
        bar.setPrefWidth(120);
        Label doing = Nodes.label("", "bh-muted");
        doing.textProperty().bind(listed.task().messageProperty());
        Button cancel = new Button(Words.of("activity.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setAccessibleText(Words.of("activity.cancel") + " " + listed.title());
        cancel.setOnAction(event -> listed.task().cancel());
        HBox row = Nodes.row(
                "bh-activity-task", new VBox(Nodes.label(listed.title()), doing), Nodes.spring(), bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node message(KeptMessages.Kept kept, ZoneId zone) {
        Label at = Nodes.label(AT.format(kept.at().atZone(zone)), "bh-muted");
        at.setMinWidth(Label.USE_PREF_SIZE);
        FontIcon icon = glyph(kept.kind()).icon();
        Label words = Nodes.wrapped(kept.sentence());
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = Nodes.row("bh-activity-message", icon, at, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Glyph glyph(KeptMessages.Kind kind) {
        return switch (kind) {
            case DONE -> Glyph.DONE_CIRCLE;
            case REFUSED -> Glyph.WARNING;
            case FAILED -> Glyph.ERROR;
        };
    }
}
