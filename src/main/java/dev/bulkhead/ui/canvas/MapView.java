package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.card.CardNode;
import dev.bulkhead.ui.canvas.card.Legibility;
import dev.bulkhead.ui.canvas.gesture.MapGestures;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.motion.Glide;
import dev.bulkhead.ui.canvas.over.Announcer;
import dev.bulkhead.ui.canvas.over.Legend;
import dev.bulkhead.ui.canvas.over.MapNote;
import dev.bulkhead.ui.canvas.over.MiniMap;
import dev.bulkhead.ui.canvas.over.ReachBar;
import dev.bulkhead.ui.canvas.over.Toast;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;

/** View of the map; it brings its own style sheet. */
public final class MapView extends StackPane {

    /** What the zoom bar covers of the view's bottom, in pixels. */
    private static final double ZOOM_BAR = 56;

    /** What the note over the map covers of the view's top while there is one. */
    private static final double NOTE = 44;

    private final SightViewModel sight;
    private final MapViewModel model;
    private final CanvasActions actions;
    private final Camera camera = new Camera();
    private final CameraGuide guide = new CameraGuide(camera, this::refresh);
    private final Travel travel;
    private final MapScene scene;
    private final Legend legend;
    private final Toast toast = new Toast();
    private final MiniMap miniMap = new MiniMap(this::centre);
    private final Announcer announcer = new Announcer();
    private final Glide slide = new Glide();
    private Optional<String> hovered = Optional.empty();
    private boolean stale = true;
    /** What has another look since it was drawn; everything else is left as it is. */
    private final Set<GraphElement> changed = new HashSet<>();

    private boolean dirty = true;

    /** Shows what is looked at of a map; what the operator does there is asked of the actions. */
    public MapView(SightViewModel sight, CanvasActions actions) {
        this.sight = sight;
        this.model = sight.map();
        this.actions = actions;
        this.legend = new Legend(sight);
        this.travel = new Travel(model, camera, guide);
        this.scene = new MapScene(sight, actions::openProblems);
        getStyleClass().add("bh-map-view");
        getStylesheets().add(stylesheet());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Words.of("mapview.map-of-networks-and-services"));
        setFocusTraversable(true);
        scene.getTransforms().add(camera.transform());
        Overlay overlay = new Overlay(this, scene, toast, announcer);
        ZoomBar zoomBar = new ZoomBar(this, model, legend);
        ReachBar reachBar = new ReachBar(model);
        MapNote note = new MapNote(model);
        StackPane.setAlignment(legend, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(legend, new Insets(12, 12, ZOOM_BAR, 12));
        StackPane.setAlignment(note, Pos.TOP_LEFT);
        StackPane.setMargin(note, new Insets(8, 12, 8, 12));
        getChildren().addAll(scene, miniMap, note, legend, reachBar, zoomBar, toast, overlay.tip(), announcer.node());
        StackPane.setAlignment(miniMap, Pos.BOTTOM_LEFT);
        StackPane.setMargin(miniMap, new Insets(12, 12, ZOOM_BAR, 12));
        StackPane.setAlignment(reachBar, Pos.TOP_CENTER);
        StackPane.setMargin(reachBar, new Insets(12));
        StackPane.setAlignment(zoomBar, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(zoomBar, new Insets(12));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        // They have shadows, and the map moves below them.
        List.of(note, legend, reachBar, zoomBar, toast, overlay.tip()).forEach(over -> over.setCache(true));
        watch();
        MapGestures.install(new Surface(this, sight, actions, scene, camera, overlay));
    }

    /** Returns the address of the map's style sheet, which also holds the colours of the tiers. */
    public static String stylesheet() {
        return Objects.requireNonNull(MapView.class.getResource("canvas.css")).toExternalForm();
    }

    private void watch() {
        new ModelWatch(model).tell(this::redraw, this::refresh, () -> {
            stale = true;
            refresh();
        });
        legend.visibleProperty().subscribe(shown -> refresh());
        sight.shownProperty().addListener((property, old, now) -> refresh());
        addEventHandler(KeyEvent.KEY_PRESSED, legend::key);
        camera.transform().setOnTransformChanged(event -> refresh());
        widthProperty().addListener((property, old, now) -> refresh());
        heightProperty().addListener((property, old, now) -> refresh());
        Runnable update = this::update;
        sceneProperty().addListener((property, old, now) -> {
            if (old != null) {
                old.removePreLayoutPulseListener(update);
            }
            if (now != null) {
                now.addPreLayoutPulseListener(update);
            }
        });
    }

    private void redraw(GraphElement element) {
        if (changed.isEmpty()) {
            Platform.requestNextPulse();
        }
        changed.add(element);
    }

    private void refresh() {
        dirty = true;
        Platform.requestNextPulse();
    }

    /**
     * Brings the scene in step with the model. Runs before styles and layout are computed, and not during the layout:
     * nodes made there would get their styles a pulse too late.
     */
    private void update() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        scene.forget(changed);
        if (!dirty) {
            scene.redraw(changed);
            changed.clear();
            return;
        }
        changed.clear();
        guide.shape(room()).ifPresent(model.shapeProperty()::set);
        boolean moves = stale;
        if (stale) {
            MapGeometry geometry = model.geometry().get();
            scene.take(geometry);
            stale = false;
        }
        guide.follow(scene.geometry().bounds(), room());
        // Only now: the camera's own move asks for a refresh, which would move it again with every pulse for ever.
        dirty = false;
        Box seen = camera.seen(getWidth(), getHeight());
        scene.show(seen, Legibility.at(camera.scale(), output()));
        scene.mark(model.selection(), hovered);
        if (moves && scene.moves()) {
            slide.go(GestureFigures.MOVE_TAKES, scene::slide);
        }
        if (legend.isVisible()) {
            legend.show(scene.deviations());
        }
        miniMap.show(scene.geometry(), scene.deviating(), seen);
    }

    private Fit.Room room() {
        return new Fit.Room(
                getWidth(),
                getHeight(),
                model.commonProperty().get().any()
                                || sight.shownProperty().getValue().part()
                        ? NOTE
                        : 0,
                ZOOM_BAR);
    }

    /** Pixels of the screen a pixel of the window. */
    private double output() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    /**
     * Shows the map as large as all of it can be, but not so small that names cannot be read: then a part, with the small
     * map to go on. Asked again there, it shows everything however small. Keeps doing so while the view changes its size.
     */
    public void fit() {
        guide.next();
        refresh();
    }

    /** Shows everything, however small. */
    public void fitWhole() {
        guide.whole();
        refresh();
    }

    /** Shows what is selected as large as it can be read well; everything where nothing is. */
    public void fitSelection() {
        if (!travel.fit(model.selection(), room())) {
            fit();
        }
    }

    private void centre(Point at) {
        Point middle = camera.toView(at);
        moveCamera(() -> camera.panBy(getWidth() / 2 - middle.x(), getHeight() / 2 - middle.y()));
    }

    /** Returns a picture of the whole map, enlarged by a factor. */
    public WritableImage picture(double factor) {
        update();
        scene.show(scene.geometry().bounds(), Legibility.FULL);
        scene.applyCss();
        scene.layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(factor / camera.scale(), factor / camera.scale()));
        if (getBackground() != null && !getBackground().getFills().isEmpty()) {
            parameters.setFill(getBackground().getFills().getFirst().getFill());
        }
        WritableImage picture = scene.snapshot(parameters, null);
        refresh();
        return picture;
    }

    /** Enlarges or shrinks around the middle of what is seen. */
    public void zoomBy(double factor) {
        guide.go(() -> camera.zoomAt(getWidth() / 2, getHeight() / 2, factor));
    }

    /** Shows the map at 100 %. */
    public void resetZoom() {
        zoomBy(1 / camera.scale());
    }

    /** How large the map is shown; 1 is 100 %. */
    public ReadOnlyDoubleProperty zoomProperty() {
        return camera.scaleProperty();
    }

    /** Arranges everything anew, except what the operator placed. */
    public void arrange() {
        actions.place(Words.of("mapview.arrange-the-map"), model::arrange);
        guide.readable();
        refresh();
    }

    /** Brings an element into sight and selects it. */
    public void reveal(GraphElement element) {
        model.select(element);
        travel.reveal(element, getWidth(), getHeight());
    }

    void moveCamera(Runnable move) {
        guide.move(move);
    }

    /** Returns the spot of the map that is shown at a place of this view, in pixels. */
    public Point toMap(double x, double y) {
        return camera.toMap(x, y);
    }

    Point toView(Point at) {
        return camera.toView(at);
    }

    /** Returns where a service's card stands by now in this view, also when that has not been drawn yet. */
    Optional<Bounds> cardInView(String service) {
        return Optional.ofNullable(model.geometry().get().cards().get(service))
                .map(CardBox::box)
                .map(camera::toView);
    }

    void hover(Optional<String> service) {
        if (!service.equals(hovered)) {
            hovered = service;
            refresh();
        }
    }

    void focusCard(String service) {
        CardBox box = scene.geometry().cards().get(service);
        if (box != null) {
            if (!travel.sees(box.box(), getWidth(), getHeight())) {
                moveCamera(() -> camera.reveal(box.box(), getWidth(), getHeight()));
                update();
            }
            scene.card(service).ifPresent(CardNode::requestFocus);
        }
    }
}
