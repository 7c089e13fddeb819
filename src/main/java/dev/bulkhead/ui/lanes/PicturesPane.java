package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.Picture;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.over.FilterPane;
import dev.bulkhead.ui.canvas.over.SightChip;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Pane of the two pictures of a project; the one that is not shown keeps its state. */
public final class PicturesPane extends StackPane {

    private static final double BELOW_CHIP = 48;

    private final PictureViewModel pictures;
    private final MapView map;
    private final LanesViewModel model;
    private final CanvasActions actions;
    private final PictureSwitch overMap;
    private final HBox overChip;
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(this, "zoom", 1);
    private Optional<LanesView> lanes = Optional.empty();

    /** Shows the picture that is chosen; the lanes are made when they are first looked at. */
    public PicturesPane(PictureViewModel pictures, MapView map, LanesViewModel model, CanvasActions actions) {
        this.pictures = pictures;
        this.map = map;
        this.model = model;
        this.actions = actions;
        this.overMap = new PictureSwitch(pictures, model.sight());
        this.overChip = new HBox(new SightChip(model.sight()));
        overChip.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        overChip.setPickOnBounds(false);
        FilterPane filter = new FilterPane(model.sight(), this::requestFocus);
        setMinSize(0, 0);
        getStyleClass().add("bh-pictures");
        getStylesheets().add(MapView.stylesheet());
        StackPane.setAlignment(overMap, Pos.BOTTOM_LEFT);
        StackPane.setMargin(overMap, new Insets(12));
        StackPane.setAlignment(overChip, Pos.TOP_RIGHT);
        StackPane.setMargin(overChip, new Insets(8, 12, 8, 12));
        StackPane.setAlignment(filter, Pos.TOP_RIGHT);
        StackPane.setMargin(filter, new Insets(BELOW_CHIP, 12, 12, 12));
        getChildren().addAll(map, overMap, overChip, filter);
        pictures.shownProperty().subscribe(this::show);
    }

    private void show(Picture picture) {
        boolean inLanes = picture == Picture.LANES;
        model.shown(inLanes);
        if (inLanes && lanes.isEmpty()) {
            LanesView made = new LanesView(model, pictures, actions);
            lanes = Optional.of(made);
            // Below what is chosen in over both pictures.
            getChildren().add(1, made);
        }
        lanes.ifPresent(view -> view.setVisible(inLanes));
        map.setVisible(!inLanes);
        overMap.setVisible(!inLanes);
        // The lanes have theirs below, where no name stands.
        overChip.setVisible(!inLanes);
        zoom.bind(lanes.filter(view -> inLanes).map(LanesView::zoomProperty).orElse(map.zoomProperty()));
        if (getScene() != null) {
            requestFocus();
        }
    }

    private Optional<LanesView> shown() {
        return lanes.filter(view -> pictures.shownProperty().get() == Picture.LANES);
    }

    @Override
    public void requestFocus() {
        shown().ifPresentOrElse(LanesView::requestFocus, map::requestFocus);
    }

    /** Brings an element into sight and selects it. */
    public void reveal(GraphElement element) {
        shown().ifPresentOrElse(view -> view.reveal(element), () -> map.reveal(element));
    }

    /** How large the picture that is shown is; 1 is 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** Enlarges or shrinks the picture that is shown. */
    public void zoomBy(double factor) {
        shown().ifPresentOrElse(view -> view.zoomBy(factor), () -> map.zoomBy(factor));
    }

    /** Shows everything, as far as it can be read. */
    public void fit() {
        shown().ifPresentOrElse(LanesView::fit, map::fit);
    }

    /** Shows what is selected, as large as can be read well. */
    public void fitSelection() {
        shown().ifPresentOrElse(LanesView::fitSelection, map::fitSelection);
    }

    /** Shows the picture in its usual size. */
    public void resetZoom() {
        shown().ifPresentOrElse(LanesView::fit, map::resetZoom);
    }

    /** Arranges the picture that is shown anew. */
    public void arrange() {
        shown().ifPresentOrElse(view -> model.arrange(), map::arrange);
    }
}
