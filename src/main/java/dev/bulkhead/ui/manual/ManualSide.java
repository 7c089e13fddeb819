package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What stands beside a page of the manual: the contents, or what a search found. */
final class ManualSide extends VBox {

    private final ManualViewModel model;
    private final ListView<ManualRow> list = new ListView<>();
    private final Label told = Nodes.label("", "bh-manual-told");

    ManualSide(ManualViewModel model) {
        this.model = model;
        getStyleClass().add("bh-manual-left");
        setMinWidth(200);
        list.setId("manual-side");
        list.getStyleClass().add("bh-manual-side");
        list.setAccessibleText(Words.of("manualside.contents-and-what-a-search"));
        list.setCellFactory(view -> new ManualRowCell(this::lookedFor, this::go));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen().ifPresent(this::go);
                event.consume();
            }
        });
        setVgrow(list, Priority.ALWAYS);
        told.setId("manual-told");
        told.setWrapText(true);
        getChildren().addAll(told, list);
        model.visitProperty().subscribe(visit -> render());
        model.readyProperty().addListener((property, old, now) -> render());
        model.foundProperty().addListener((property, old, now) -> render());
        model.queryProperty().addListener((property, old, now) -> render());
    }

    /** Tells something above the list, until that changes. */
    void tell(String sentence) {
        told.setText(sentence);
        Nodes.present(told, true);
    }

    /** Opens the chosen place, if something is searched for. */
    void goToHit() {
        if (searching()) {
            chosen().ifPresent(this::go);
        }
    }

    /** Chooses a row further down, or up. */
    void choose(int further) {
        int last = list.getItems().size() - 1;
        if (last >= 0) {
            int index = Math.clamp(list.getSelectionModel().getSelectedIndex() + further, 0, last);
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private String lookedFor() {
        return model.foundProperty()
                .get()
                .instead()
                .orElse(model.queryProperty().get());
    }

    /** Returns whether something is searched for. */
    boolean searching() {
        return !model.queryProperty().get().isBlank();
    }

    private void render() {
        if (!searching()) {
            Nodes.present(told, false);
            model.visitProperty().get().ifPresent(visit -> {
                List<ManualRow> rows = ManualRow.contents(model.contents(), visit.page());
                list.getItems().setAll(rows);
                list.getSelectionModel().clearSelection();
                rows.stream()
                        .filter(row -> row instanceof ManualRow.Page page && page.open())
                        .findFirst()
                        .ifPresent(this::bringIntoView);
            });
            return;
        }
        List<ManualRow> rows = ManualRow.hits(model.foundProperty().get().hits());
        told.setText(told(rows.isEmpty(), model.queryProperty().get().strip()));
        Nodes.present(told, !told.getText().isEmpty());
        if (!list.getItems().equals(rows)) {
            list.getItems().setAll(rows);
            list.getSelectionModel().selectFirst();
            list.scrollTo(0);
        }
    }

    private String told(boolean nothing, String query) {
        if (!model.readyProperty().get()) {
            return Words.of("manualside.reading-all-pages");
        }
        if (nothing) {
            return Words.of("manualside.no-page-says", query);
        }
        return model.foundProperty()
                .get()
                .instead()
                .map(words -> Words.of("manualside.nothing-says-this-is", query, words))
                .orElse("");
    }

    /** Only where it would not be seen: the list does not jump while one reads on. */
    private void bringIntoView(ManualRow row) {
        int index = list.getItems().indexOf(row);
        int visible = (int) (list.getHeight() / 32);
        if (visible > 0 && index >= visible) {
            list.scrollTo(Math.max(0, index - 3));
        }
    }

    private Optional<ManualRow> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void go(ManualRow row) {
        switch (row) {
            case ManualRow.Page page -> model.open(page.place());
            case ManualRow.Section section -> model.open(section.place());
            case ManualRow.Hit(ManualHit hit) -> model.open(hit);
        }
    }
}
