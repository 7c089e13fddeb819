package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.migrate.effect.PlanEffect;
import dev.bulkhead.migrate.effect.ReachFigures;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * View of who reaches whom after a step: what opens, closes, breaks and is kept by another way, and what is counted. It
 * follows the step under way; any other step can be looked at, too.
 */
public final class StepReachView extends VBox {

    /** More lines of one step are only counted; nobody reads them while it runs. */
    private static final int MOST = 60;

    private final RunViewModel run;
    private final PlanEffect effect;
    private final Label title = Nodes.heading("");
    private final Label step = Nodes.label("", "bh-muted");
    private final FlowPane figures = new FlowPane();
    private final VBox lines = Nodes.column("bh-step-reach-lines");
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Hyperlink follow = new Hyperlink(Words.of("stepreachview.follow-the-run"));
    private final Button earlier =
            arrow("run-reach-earlier", Glyph.BACK, Words.of("stepreachview.reach-after-the-step-before"), -1);
    private final Button later =
            arrow("run-reach-later", Glyph.NEXT, Words.of("stepreachview.reach-after-the-next-step"), 1);

    /** Follows a run whose plan has an effect. */
    public StepReachView(RunViewModel run, PlanEffect effect) {
        this.run = run;
        this.effect = effect;
        setId("run-reach");
        getStyleClass().addAll("bh-card", "bh-step-reach");
        title.setId("run-reach-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        step.setId("run-reach-step");
        step.setMinWidth(0);
        follow.setId("run-reach-follow");
        follow.setMinWidth(Region.USE_PREF_SIZE);
        follow.setOnAction(event -> run.lookAt(Optional.empty()));
        HBox head = Nodes.row("bh-step-reach-head", title, step, Nodes.spring(), follow, earlier, later);
        head.setAlignment(Pos.CENTER_LEFT);
        figures.setId("run-reach-figures");
        figures.getStyleClass().add("bh-step-reach-figures");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("bh-page-scroll");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        setMinWidth(0);
        setMinHeight(0);
        getChildren().addAll(head, figures, scroll);
        run.currentProperty().subscribe(now -> render());
        run.lookedAtProperty().subscribe(now -> render());
        run.outcomeProperty().subscribe(now -> render());
    }

    private Button arrow(String id, Glyph glyph, String words, int by) {
        Button button = new Button("", glyph.icon());
        button.setId(id);
        button.getStyleClass().addAll("small", "button-icon", "flat");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            int at = shown().map(run.steps()::indexOf).orElse(run.steps().size()) + by;
            if (at >= 0 && at < run.steps().size()) {
                run.lookAt(Optional.of(run.steps().get(at)));
            }
        });
        return button;
    }

    /** The step that was asked for, else the one under way; none before the first and after the last. */
    private Optional<StepRow> shown() {
        return run.lookedAtProperty().get().or(() -> run.currentProperty().get());
    }

    private void render() {
        Optional<StepRow> now = shown();
        int at = now.map(run.steps()::indexOf).orElse(run.steps().size());
        earlier.setDisable(at <= 0);
        later.setDisable(at >= run.steps().size() - 1);
        Nodes.present(follow, run.lookedAtProperty().get().isPresent());
        boolean begun = now.isPresent();
        boolean over = run.outcomeProperty().get().isPresent();
        if (now.isPresent()) {
            int number = now.get().step().number();
            head(Words.of("stepreachview.reach-after-step", number));
            step.setText(now.get().step().operation().subject() + ": "
                    + now.get().step().operation().action());
            count(effect.way().figures(number - 1), effect.way().figures(number));
            fill(
                    effect.after(number).map(ReachLine::of).orElse(List.of()),
                    Words.of("stepreachview.nobody-reaches-more-or-less"));
        } else {
            head(
                    over && !run.stands()
                            ? Words.of("stepreachview.reach-the-plan-leads-to")
                            : Words.of("stepreachview.reach-at-the-end"));
            step.setText(Words.of(
                    "stepreachview.of-steps-change-it",
                    effect.way().steps().size(),
                    run.steps().size()));
            count(effect.way().before(), effect.way().end());
            fill(
                    effect.groups().stream()
                            .flatMap(touched -> ReachLine.of(touched.group()).stream())
                            .toList(),
                    Words.of("stepreachview.nobody-reaches-more-or-less-2"));
        }
        setAccessibleText(title.getText() + (begun ? ", " + step.getText() : ""));
        scroll.setVvalue(0);
    }

    private void head(String words) {
        title.setText(words.toUpperCase(Locale.ROOT));
    }

    private void count(ReachFigures before, ReachFigures after) {
        ReachFigures end = effect.way().end();
        figures.getChildren().clear();
        if (after.flows() > 0) {
            boolean fine = after.holding() >= before.holding();
            figures.getChildren()
                    .add(figure(
                            Words.of("stepreachview.of", after.holding(), after.flows()),
                            Words.of("stepreachview.flows-that-must-work-hold"),
                            fine ? "bh-fine" : "bh-worse"));
        }
        if (end.onNew() > 0) {
            figures.getChildren()
                    .add(figure(
                            from(before.onNew(), after.onNew()),
                            Words.of("stepreachview.of-on-a-new-network", end.onNew()),
                            "bh-plain"));
        }
        figures.getChildren()
                .add(figure(
                        from(before.openPorts(), after.openPorts()),
                        after.openPorts() == end.openPorts()
                                ? Words.of("stepreachview.ports-open-to-the-lan")
                                : Words.of("stepreachview.ports-open-to-the-lan-2", end.openPorts()),
                        "bh-plain"));
    }

    private static String from(int before, int after) {
        return before == after ? Integer.toString(after) : before + " → " + after;
    }

    private static Node figure(String value, String words, String style) {
        HBox box = Nodes.row(
                "bh-step-reach-figure",
                Nodes.label(value, "bh-step-reach-value", style),
                Nodes.label(words, "bh-muted"));
        box.setAlignment(Pos.BASELINE_LEFT);
        return box;
    }

    private void fill(List<ReachLine> told, String none) {
        lines.getChildren()
                .setAll(told.stream().limit(MOST).map(StepReachView::row).toList());
        if (told.isEmpty()) {
            lines.getChildren().add(Nodes.wrapped(none, "bh-muted"));
        }
        if (told.size() > MOST) {
            lines.getChildren().add(Nodes.label(Words.of("stepreachview.and-more", told.size() - MOST), "bh-muted"));
        }
    }

    private static Node row(ReachLine line) {
        // the word first, so that colour is not the only sign
        Label word = Nodes.label(line.kind().word(), "bh-reach-word", Nodes.styleClass(line.kind()));
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label what = Nodes.wrapped(line.what());
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        Label how = Nodes.wrapped(line.how(), "bh-muted", "bh-step-reach-how");
        HBox row = Nodes.row("bh-step-reach-row", word, what, how);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
