package dev.bulkhead.ui.shell.start;

import dev.bulkhead.ui.model.Subscriptions;
import dev.bulkhead.ui.shell.actions.Command;
import dev.bulkhead.ui.shell.actions.CommandControls;
import dev.bulkhead.ui.shell.context.RecentProjects;
import dev.bulkhead.ui.shell.context.WindowServices;
import dev.bulkhead.ui.shell.project.ProjectFlow;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Page of the window while no project is open: to open one, a sample, one that was opened lately, or what an engine runs. */
public final class StartPage extends ScrollPane {

    private static final double COLUMN = 400;
    private static final double RECENT = 420;

    /** Shows the ways to a project. */
    public StartPage(ProjectFlow flow, CommandControls controls, WindowServices services, Subscriptions subscriptions) {
        setId("start-page");
        getStyleClass().add("bh-start");
        setFitToWidth(true);
        setFitToHeight(true);
        FontIcon anchor = Glyph.ANCHOR.icon();
        anchor.getStyleClass().add("bh-empty-icon");
        Label title = Nodes.label(Words.of("start.title"), "bh-start-title");
        HBox head =
                Nodes.row("bh-start-head", anchor, new VBox(title, Nodes.wrapped(Words.of("start.lead"), "bh-muted")));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox columns = Nodes.row(
                "bh-start-columns",
                begin(flow, controls, services.opener().samples()),
                lately(flow, services.sources().recent()));
        VBox choices = Nodes.column("bh-start-choices", head, columns);
        choices.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        ProgressIndicator waiting = new ProgressIndicator();
        waiting.setMaxSize(32, 32);
        waiting.setAccessibleText(Words.of("start.reading"));
        VBox reading = Nodes.column("bh-empty-choices", waiting, Nodes.label(Words.of("start.reading"), "bh-muted"));
        reading.setAlignment(Pos.CENTER);
        VBox all = Nodes.column("bh-empty-state", choices, reading);
        all.setAlignment(Pos.CENTER);
        setContent(all);
        subscriptions.follow(flow.openingProperty(), opening -> {
            Nodes.present(choices, !opening);
            Nodes.present(reading, opening);
        });
    }

    private static VBox begin(ProjectFlow flow, CommandControls controls, List<String> samples) {
        Button open = controls.button(Command.OPEN);
        open.setText(Words.of("start.open"));
        open.getStyleClass().add("accent");
        Button fromEngine = controls.button(Command.IMPORT);
        fromEngine.setText(Words.of("start.import"));
        VBox column = Nodes.column(
                "bh-start-column",
                Nodes.heading(Words.of("start.begin")),
                open,
                fromEngine,
                Nodes.wrapped(Words.of("start.drop"), "bh-muted"),
                Nodes.heading(Words.of("start.samples")));
        open.setMaxWidth(Double.MAX_VALUE);
        fromEngine.setMaxWidth(Double.MAX_VALUE);
        for (String sample : samples) {
            Button row = row(
                    Glyph.ANCHOR.icon(),
                    Words.of("sample." + sample + ".title"),
                    Words.of("sample." + sample + ".words"));
            row.setId("sample-" + sample);
            row.setOnAction(event -> flow.openSample(sample));
            column.getChildren().add(row);
        }
        column.setPrefWidth(COLUMN);
        column.setMinWidth(COLUMN * 0.8);
        return column;
    }

    private static VBox lately(ProjectFlow flow, RecentProjects recent) {
        VBox column = Nodes.column("bh-start-column", Nodes.heading(Words.of("start.recent")));
        List<RecentProjects.Recent> projects = recent.projects();
        if (projects.isEmpty()) {
            column.getChildren().add(Nodes.wrapped(Words.of("start.none"), "bh-muted"));
        }
        for (RecentProjects.Recent project : projects) {
            Button row = row(Glyph.OPEN.icon(), project.name(), project.path().toString());
            row.getStyleClass().add("bh-start-recent");
            row.setTooltip(new Tooltip(project.path().toString()));
            row.setOnAction(event -> flow.open(project.path()));
            column.getChildren().add(row);
        }
        column.setPrefWidth(RECENT);
        column.setMinWidth(COLUMN * 0.8);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private static Button row(Node icon, String name, String words) {
        Label first = Nodes.label(name, "bh-start-name");
        Label second = Nodes.label(words, "bh-muted");
        // The end of a path tells more than its beginning.
        second.setTextOverrun(words.startsWith("/") ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
        HBox content = Nodes.row("bh-start-line", icon, new VBox(first, second));
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMouseTransparent(true);
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "bh-start-row");
        button.setAccessibleText(name + ", " + words);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        return button;
    }
}
