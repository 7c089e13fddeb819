package dev.bulkhead.ui.canvas;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import java.util.ArrayList;
import java.util.List;

/** A window that does what the map asks, and writes it down. */
public final class RecordedActions implements CanvasActions {

    public final List<TopologyEdit> edits = new ArrayList<>();
    public final List<LayoutPositions> positions = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    private final MapViewModel model;

    public RecordedActions(MapViewModel model) {
        this.model = model;
    }

    @Override
    public void apply(TopologyEdit edit) {
        edits.add(edit);
        try {
            model.topologyProperty().set(edit.apply(model.topologyProperty().get()));
        } catch (EditRejectedException rejected) {
            asked.add("rejected: " + rejected.getMessage());
        }
    }

    @Override
    public void savePositions(LayoutPositions changed) {
        positions.add(changed);
    }

    @Override
    public void openInspector(GraphElement element) {
        asked.add("inspect " + element);
    }

    @Override
    public void openSource(GraphElement element) {
        asked.add("source of " + element);
    }

    @Override
    public void openProblems(String title, List<Finding> findings) {
        asked.add("problems " + title + ": " + findings.size());
    }

    @Override
    public void newNetwork() {
        asked.add("new network");
    }

    @Override
    public void renameNetwork(String network) {
        asked.add("rename " + network);
    }

    @Override
    public void say(String sentence) {
        asked.add("say " + sentence);
    }
}
