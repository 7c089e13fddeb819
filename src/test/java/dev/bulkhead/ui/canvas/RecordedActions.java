package dev.bulkhead.ui.canvas;

import dev.bulkhead.check.Finding;
import dev.bulkhead.layout.CardPlace;
import dev.bulkhead.layout.LayoutPositions;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.ElementActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A window that does what the map asks, and writes it down. */
public final class RecordedActions implements CanvasActions, ElementActions {

    public final List<ProjectEdit> edits = new ArrayList<>();
    public final List<LayoutPositions> positions = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    private final MapViewModel model;

    public RecordedActions(MapViewModel model) {
        this.model = model;
    }

    @Override
    public boolean apply(ProjectEdit edit) {
        edits.add(edit);
        try {
            if (edit instanceof TopologyEdit change) {
                model.topologyProperty()
                        .set(change.apply(model.topologyProperty().get()));
            }
            return true;
        } catch (EditRejectedException rejected) {
            asked.add("rejected: " + rejected.getMessage());
            return false;
        }
    }

    @Override
    public boolean apply(ProjectEdit edit, Runnable places) {
        boolean done = apply(edit);
        if (done) {
            places.run();
            positions.add(model.geometry().get().positions());
        }
        return done;
    }

    @Override
    public void place(String title, Runnable places) {
        places.run();
        positions.add(model.geometry().get().positions());
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
    public ElementActions elements() {
        return this;
    }

    @Override
    public void newNetworkAt(Point spot) {
        asked.add("new network at " + Math.round(spot.x()) + " " + Math.round(spot.y()));
    }

    @Override
    public void newServiceOn(String network, Optional<CardPlace> place) {
        asked.add("new service on " + network);
    }

    @Override
    public void selectAll() {
        asked.add("select all");
    }

    @Override
    public void rename(GraphElement element) {
        asked.add("rename " + element.text());
    }

    @Override
    public void remove(Set<GraphElement> elements) {
        asked.add("remove "
                + String.join(
                        ", ", elements.stream().map(GraphElement::text).sorted().toList()));
    }

    @Override
    public void copy() {
        asked.add("copy");
    }

    @Override
    public void cut() {
        asked.add("cut");
    }

    @Override
    public void paste() {
        asked.add("paste");
    }

    @Override
    public void duplicate() {
        asked.add("duplicate");
    }

    @Override
    public void say(String sentence) {
        asked.add("say " + sentence);
    }
}
