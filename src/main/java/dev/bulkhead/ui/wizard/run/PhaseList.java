package dev.bulkhead.ui.wizard.run;

import dev.bulkhead.ui.theme.Nodes;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** List of the phases of a run, the one under way always in sight; takes no room where there is one only. */
public final class PhaseList extends ScrollPane {

    private final RunViewModel run;
    private final VBox list = Nodes.column("bh-row-list");
    private final Map<PhaseRow, PhaseNode> nodes = new HashMap<>();

    /** Follows a run. */
    public PhaseList(RunViewModel run) {
        this.run = run;
        setId("run-phases");
        getStyleClass().addAll("bh-page-scroll", "bh-phases");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(list);
        run.phases().addListener((ListChangeListener<PhaseRow>) change -> rows());
        run.currentProperty().subscribe(current -> current.ifPresent(this::follow));
        rows();
    }

    private void rows() {
        nodes.clear();
        run.phases().forEach(phase -> nodes.put(phase, new PhaseNode(phase)));
        list.getChildren().setAll(run.phases().stream().map(nodes::get).toList());
        Nodes.present(this, !run.phases().isEmpty());
    }

    private void follow(StepRow current) {
        run.phases().stream()
                .filter(phase -> phase.steps().contains(current))
                .map(nodes::get)
                .forEach(this::reveal);
    }

    private void reveal(PhaseNode node) {
        double hidden = list.getHeight() - getViewportBounds().getHeight();
        if (hidden > 0) {
            double middle =
                    node.getBoundsInParent().getCenterY() - getViewportBounds().getHeight() / 2;
            setVvalue(Math.clamp(middle / hidden, 0, 1));
        }
    }
}
