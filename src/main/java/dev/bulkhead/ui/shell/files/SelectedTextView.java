package dev.bulkhead.ui.shell.files;

import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** View of the selected service or network as it is written in its file, to type in. */
public final class SelectedTextView extends BorderPane {

    private final PassageEditor editor;
    private final Hyperlink place = new Hyperlink();
    private final FlowPane places = new FlowPane();
    private final Label instead = Nodes.wrapped("", "bh-empty-words");
    private final Consumer<SourceMark> open;
    private Optional<GraphElement> element = Optional.empty();
    private Optional<Passage> passage = Optional.empty();

    /**
     * Shows the text of what is selected.
     *
     * @param open shows a place in the files
     */
    public SelectedTextView(ProjectViewModel project, Drafts drafts, SelectedText model, Consumer<SourceMark> open) {
        this.open = open;
        setId("selected-text");
        editor = new PassageEditor(
                "selected", Words.of("selectedtextview.text-of-what-is-selected"), project, drafts, model::follow);
        place.setId("selected-place");
        place.getStyleClass().add("bh-mono");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        place.setMinWidth(0);
        Label note = Nodes.label("", "bh-muted");
        note.setId("selected-note");
        note.textProperty().bind(editor.noteProperty());
        note.setMinWidth(Label.USE_PREF_SIZE);
        HBox head = Nodes.row("bh-selected-head", place, Nodes.spring(), note);
        places.getStyleClass().add("bh-member-chips");
        setTop(Nodes.column("bh-selected-places", head, places));
        model.shownProperty().subscribe(now -> show(now));
        visibleProperty().subscribe(now -> model.watch(now));
    }

    @Override
    public void requestFocus() {
        editor.requestFocus();
    }

    private void show(SelectedText.Shown now) {
        boolean another = !now.element().equals(element);
        if (another) {
            editor.takeOver();
        }
        element = now.element();
        instead.setText(now.instead());
        // The same place as before, where there are several.
        Optional<Passage> same = another
                ? Optional.empty()
                : now.passages().stream()
                        .filter(each -> passage.map(
                                        p -> p.file().name().equals(each.file().name()))
                                .orElse(false))
                        .findFirst();
        places(now);
        show(same.or(() -> now.passages().stream().findFirst()), another);
    }

    private void places(SelectedText.Shown now) {
        places.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (Passage each : now.passages().size() > 1 ? now.passages() : List.<Passage>of()) {
            ToggleButton button = new ToggleButton(each.file().name());
            button.getStyleClass().add("small");
            button.setToggleGroup(group);
            button.setUserData(each);
            button.setOnAction(event -> {
                editor.takeOver();
                show(Optional.of(each), true);
            });
            places.getChildren().add(button);
        }
        Nodes.present(places, !places.getChildren().isEmpty());
    }

    private void show(Optional<Passage> now, boolean fromTheTop) {
        passage = now;
        places.getChildren()
                .forEach(button -> ((ToggleButton) button).setSelected(now.equals(Optional.of(button.getUserData()))));
        setCenter(now.isPresent() ? editor : instead);
        Nodes.present(getTop(), now.isPresent());
        now.ifPresent(part -> {
            SourceMark mark = new SourceMark(part.file().name(), part.firstLine(), 1);
            place.setText(mark.fileAndLine());
            place.setTooltip(new Tooltip(Words.of("selectedtextview.show-in-the-files", mark.fileAndLine())));
            place.setOnAction(event -> open.accept(mark));
        });
        editor.show(now);
        if (fromTheTop) {
            now.ifPresent(part -> editor.goTo(part.firstLine()));
        }
    }
}
