package dev.bulkhead.ui.shell;

import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.shell.context.ShellContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** Place of the view in the middle; each is made when it is first looked at and kept. */
final class CentrePane extends StackPane {

    private final Map<CentreView, Supplier<Node>> makers;
    private final Map<CentreView, Node> made = new EnumMap<>(CentreView.class);

    CentrePane(ShellContext context, Map<CentreView, Supplier<Node>> makers) {
        this.makers = new EnumMap<>(makers);
        getStyleClass().add("bh-centre");
        setMinSize(0, 0);
        context.navigation().viewProperty().addListener((property, old, now) -> show(now));
        show(context.navigation().viewProperty().get());
    }

    /** Returns it with a bar below. */
    BorderPane above(Node bar) {
        BorderPane pane = new BorderPane(this, null, null, bar, null);
        pane.setMinSize(0, 0);
        return pane;
    }

    private void show(CentreView view) {
        Supplier<Node> maker = makers.get(view);
        if (maker != null) {
            Node node = made.computeIfAbsent(view, key -> maker.get());
            getChildren().setAll(node);
            // The focus was lost with the view before, or would go to the first button of the window.
            node.requestFocus();
        }
    }
}
