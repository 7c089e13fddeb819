package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.ZoneKeys;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.card.CardNode;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.canvas.surface.Feedback;
import dev.bulkhead.ui.canvas.surface.MapSurface;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.scene.Node;

/** Map as gestures see it. */
final class Surface implements MapSurface {

    private final MapView view;
    private final SightViewModel sight;
    private final MapViewModel model;
    private final CanvasActions actions;
    private final MapScene scene;
    private final Camera camera;
    private final Feedback feedback;

    Surface(
            MapView view,
            SightViewModel sight,
            CanvasActions actions,
            MapScene scene,
            Camera camera,
            Feedback feedback) {
        this.view = view;
        this.sight = sight;
        this.model = sight.map();
        this.actions = actions;
        this.scene = scene;
        this.camera = camera;
        this.feedback = feedback;
    }

    @Override
    public MapViewModel model() {
        return model;
    }

    @Override
    public SightViewModel sight() {
        return sight;
    }

    @Override
    public CanvasActions actions() {
        return actions;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public MapGeometry geometry() {
        return scene.geometry();
    }

    @Override
    public Point toMap(double x, double y) {
        return camera.toMap(x, y);
    }

    @Override
    public Point toView(Point at) {
        return camera.toView(at);
    }

    @Override
    public void reveal(Point at) {
        Box around = new Box(at.x(), at.y(), 1, 1).grown(GestureFigures.TARGET / camera.scale());
        view.moveCamera(() -> camera.reveal(around, view.getWidth(), view.getHeight()));
    }

    @Override
    public Optional<GraphElement> elementAt(Point at) {
        Optional<GraphElement> card =
                scene.geometry().cardAt(at.x(), at.y()).map(c -> new Element.ServiceElement(c.service()));
        return card.or(() -> scene.ties().at(at.x(), at.y(), GestureFigures.TIE_WITHIN / camera.scale()))
                .or(() -> scene.geometry()
                        .zoneAt(at.x(), at.y())
                        .filter(zone -> !ZoneKeys.isPseudo(zone.key()))
                        .map(zone -> new Element.NetworkElement(zone.key())));
    }

    @Override
    public Optional<TieRoute> tieEndAt(Point at) {
        return scene.ties().endAt(at, GestureFigures.TARGET / 2 / camera.scale());
    }

    @Override
    public Optional<TieRoute> tie(String service, String network) {
        return scene.ties().route(service, network);
    }

    @Override
    public double scale() {
        return camera.scale();
    }

    @Override
    public void panBy(double dx, double dy) {
        view.moveCamera(() -> camera.panBy(dx, dy));
    }

    @Override
    public void zoomAt(double x, double y, double factor) {
        view.moveCamera(() -> camera.zoomAt(x, y, factor));
    }

    @Override
    public void fit() {
        view.fit();
    }

    @Override
    public void fold(String zone) {
        model.fold(zone);
        feedback.tell(
                model.folded().contains(zone)
                        ? Words.of("surface.is-folded", ZoneKeys.title(zone))
                        : Words.of("surface.is-unfolded", ZoneKeys.title(zone)));
    }

    @Override
    public void fitSelection() {
        view.fitSelection();
    }

    @Override
    public void hover(Optional<String> service) {
        view.hover(service);
    }

    @Override
    public void focusCard(String service) {
        view.focusCard(service);
    }

    @Override
    public Optional<String> focusedCard() {
        return view.getScene() != null && view.getScene().getFocusOwner() instanceof CardNode card
                ? Optional.of(card.service())
                : Optional.empty();
    }

    @Override
    public Feedback feedback() {
        return feedback;
    }
}
