package dev.bulkhead.ui.shell.panel;

import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.files.Drafts;
import dev.bulkhead.ui.shell.files.SelectedText;
import dev.bulkhead.ui.shell.files.SelectedTextView;
import dev.bulkhead.ui.theme.Nodes;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Side panel about what is selected: its fields, or its text as it is written in the files. */
public final class InspectorPane extends BorderPane {

    private final Node fields;
    private final ShellContext context;
    private final Drafts drafts;
    private final StackPane content;
    private final ToggleButton asText = new ToggleButton(Words.of("inspectorpane.text"));
    private Optional<Node> text = Optional.empty();

    /**
     * Shows the fields; the text is made when it is first asked for.
     *
     * @param drafts what is typed in files and is no edit yet
     */
    public InspectorPane(Node fields, ShellContext context, Drafts drafts) {
        this.fields = fields;
        this.context = context;
        this.drafts = drafts;
        content = new StackPane(fields);
        content.setMinSize(0, 0);
        ToggleGroup group = new ToggleGroup();
        ToggleButton asFields = new ToggleButton(Words.of("inspectorpane.fields"));
        asFields.setId("inspector-fields");
        asFields.getStyleClass().addAll("left-pill", "small");
        asText.setId("inspector-text");
        asText.getStyleClass().addAll("right-pill", "small");
        for (ToggleButton button : new ToggleButton[] {asFields, asText}) {
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        asFields.setSelected(true);
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                show(now.equals(asText));
            }
        });
        setTop(Nodes.row("bh-inspector-switch", asFields, asText));
        setCenter(content);
        setMinSize(0, 0);
    }

    @Override
    public void requestFocus() {
        (asText.isSelected() ? text.orElse(fields) : fields).requestFocus();
    }

    private void show(boolean wanted) {
        if (wanted && text.isEmpty()) {
            Node made = new SelectedTextView(
                    context.project(),
                    drafts,
                    new SelectedText(context.project(), context.map()),
                    context.navigation()::showPlace);
            text = Optional.of(made);
            content.getChildren().add(made);
        }
        Nodes.present(fields, !wanted);
        text.ifPresent(made -> Nodes.present(made, wanted));
    }
}
