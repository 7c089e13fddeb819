package dev.bulkhead.ui.problems;

import dev.bulkhead.check.Finding;
import dev.bulkhead.ui.manual.ManualPlace;
import dev.bulkhead.ui.manual.ManualTopics;
import dev.bulkhead.ui.model.ProblemFocus;
import dev.bulkhead.ui.theme.Glyph;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** List of everything the checks found, in groups; Enter or a double click goes there. */
public final class ProblemsView extends BorderPane {

    private final ObservableList<Finding> findings;
    private final ListView<ProblemRow> list = new ListView<>();
    private final Set<String> closed = new HashSet<>();
    private final ObjectProperty<Optional<ProblemFocus>> focus;
    private final Label focusedWords = Nodes.label("", "bh-problem-focus-words");
    private final HBox focused = Nodes.row("bh-problem-focus");
    private Grouping grouping = Grouping.CAUSE;

    /**
     * Shows findings.
     *
     * @param focus those that are shown alone
     */
    public ProblemsView(
            ObservableList<Finding> findings, ObjectProperty<Optional<ProblemFocus>> focus, ProblemActions actions) {
        this.findings = findings;
        this.focus = focus;
        Button all = new Button(Words.of("problemsview.show-all-problems"));
        all.setId("problems-all");
        all.getStyleClass().add("small");
        all.setOnAction(event -> focus.set(Optional.empty()));
        focused.setAlignment(Pos.CENTER_LEFT);
        focused.getChildren().addAll(focusedWords, all);
        list.setId("problems");
        list.getStyleClass().add("bh-problems");
        list.setAccessibleText(Words.of("problemsview.problems"));
        list.setCellFactory(view -> new ProblemCell(actions, this::fold));
        Label fine = Nodes.label(Words.of("problemsview.nothing-is-wrong-with-this"), "bh-empty-words", "bh-good");
        fine.setGraphic(Glyph.DONE_CIRCLE.icon());
        list.setPlaceholder(fine);
        list.setOnKeyPressed(event -> {
            ProblemRow chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                switch (chosen) {
                    case ProblemRow.Item(Finding finding) -> actions.goTo(finding);
                    case ProblemRow.Head head -> fold(head.title());
                }
                event.consume();
            }
        });
        // Not the cell's: the first click makes the chosen row higher, and another cell may lie there at the second.
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2
                    && list.getSelectionModel().getSelectedItem() instanceof ProblemRow.Item(Finding finding)) {
                actions.goTo(finding);
            }
        });
        ManualTopics.tell(this, this::page);
        setCenter(list);
        findings.addListener((InvalidationListener) changed -> show());
        focus.subscribe(some -> show());
        show();
    }

    /** Returns the page of the manual about what is selected. */
    private Optional<ManualPlace> page() {
        return Optional.of(
                list.getSelectionModel().getSelectedItem() instanceof ProblemRow.Item(Finding finding)
                        ? ManualPlace.rule(finding.rule())
                        : ManualPlace.page("problems"));
    }

    private void show() {
        ProblemRow selected = list.getSelectionModel().getSelectedItem();
        Optional<List<Finding>> some = focus.get().flatMap(only -> only.among(findings));
        focusedWords.setText(focus.get().map(ProblemFocus::title).orElse(""));
        setTop(some.isPresent() ? focused : null);
        list.getItems().setAll(ProblemRow.of(some.orElse(findings), grouping, closed));
        if (selected != null && list.getItems().contains(selected)) {
            list.getSelectionModel().select(selected);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private void fold(String title) {
        if (!closed.remove(title)) {
            closed.add(title);
        }
        show();
    }

    /** Returns a button that chooses how findings are grouped, to be put where there is room. */
    public MenuButton groupingButton() {
        MenuButton button =
                new MenuButton(Words.of("problemsview.by", grouping.title().toLowerCase(Locale.ROOT)));
        button.setId("problems-grouping");
        button.getStyleClass().addAll("bh-problem-group", "small");
        button.setAccessibleText(Words.of("problemsview.group-problems"));
        ToggleGroup group = new ToggleGroup();
        for (Grouping one : Grouping.values()) {
            RadioMenuItem item = new RadioMenuItem(one.title());
            item.setId("problems-by-" + one.name().toLowerCase(Locale.ROOT));
            item.setToggleGroup(group);
            item.setSelected(one == grouping);
            item.setOnAction(event -> {
                grouping = one;
                closed.clear();
                button.setText(Words.of("problemsview.by", one.title().toLowerCase(Locale.ROOT)));
                show();
            });
            button.getItems().add(item);
        }
        return button;
    }
}
