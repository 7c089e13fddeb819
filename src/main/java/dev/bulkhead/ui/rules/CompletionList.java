package dev.bulkhead.ui.rules;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** Short list under the caret; the keys of the text go to it while it is open. */
final class CompletionList {

    private static final double ROW = 26;
    private static final int ROWS = 9;

    private final Popup popup = new Popup();
    private final ListView<Completion.Proposal> list = new ListView<>();
    private final Consumer<Completion.Proposal> take;

    CompletionList(Consumer<Completion.Proposal> take) {
        this.take = take;
        list.setId("rules-completion");
        list.getStyleClass().add("bh-completion");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(280);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> takeSelected());
        // An open popup gets the keys of its window first, and a list would keep Enter and the arrows for itself.
        popup.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (takes(event)) {
                event.consume();
            }
        });
        popup.setHideOnEscape(false);
        popup.setAutoHide(true);
        popup.getContent().add(list);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    void show(Node owner, Bounds caret, List<Completion.Proposal> proposals) {
        list.getItems().setAll(proposals);
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(ROWS, proposals.size()) * ROW + 6);
        if (popup.isShowing()) {
            popup.setX(caret.getMinX());
            popup.setY(caret.getMaxY() + 4);
        } else {
            popup.show(owner, caret.getMinX(), caret.getMaxY() + 4);
        }
    }

    /** Returns whether a key was meant for the list. */
    boolean takes(KeyEvent event) {
        int selected = list.getSelectionModel().getSelectedIndex();
        int last = list.getItems().size() - 1;
        switch (event.getCode()) {
            case UP -> select(Math.max(0, selected - 1));
            case DOWN -> select(Math.min(last, selected + 1));
            case ENTER, TAB -> takeSelected();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void takeSelected() {
        Completion.Proposal selected = list.getSelectionModel().getSelectedItem();
        hide();
        if (selected != null) {
            take.accept(selected);
        }
    }

    private static final class Cell extends ListCell<Completion.Proposal> {
        @Override
        protected void updateItem(Completion.@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            setText(empty || proposal == null ? null : proposal.text());
        }
    }
}
