package dev.bulkhead.ui.canvas.surface;

import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Point;
import dev.bulkhead.layout.route.TieRoute;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.ui.canvas.model.CanvasActions;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import java.util.Optional;
import javafx.scene.Node;

/** Map as gestures need it. */
public interface MapSurface {

    /** Returns what the map shows. */
    MapViewModel model();

    /** Returns what of it is looked at. */
    SightViewModel sight();

    /** Returns what the map asks of the window. */
    CanvasActions actions();

    /** Returns the node that receives the events. */
    Node node();

    /** Returns where everything that is drawn stands. */
    MapGeometry geometry();

    /** Returns the point of the map at a pixel of the node. */
    Point toMap(double x, double y);

    /** Returns the pixel of the node at a point of the map. */
    Point toView(Point at);

    /** Brings a point of the map into sight. */
    void reveal(Point at);

    /** Returns what is drawn at a point of the map: a card before a tie before a zone. */
    Optional<GraphElement> elementAt(Point at);

    /** Returns the drawn tie whose end at its network is at a point of the map, near enough to be taken hold of. */
    Optional<TieRoute> tieEndAt(Point at);

    /** Returns the line of a tie, if it is drawn. */
    Optional<TieRoute> tie(String service, String network);

    /** Returns how large the map is shown; 1 is 100 %. */
    double scale();

    /** Moves the map by pixels. */
    void panBy(double dx, double dy);

    /** Enlarges or shrinks around a pixel of the node. */
    void zoomAt(double x, double y, double factor);

    /** Shows of a zone only its title, or all of it again. */
    void fold(String zone);

    /** Shows the whole map. */
    void fit();

    /** Shows what is selected as large as can be read well; everything where nothing is. */
    void fitSelection();

    /** Shows the ties of a service while the pointer is over its card. */
    void hover(Optional<String> service);

    /** Brings a card into sight and gives it the focus. */
    void focusCard(String service);

    /** Returns the service whose card has the focus. */
    Optional<String> focusedCard();

    /** Returns where a gesture shows what it is about to do. */
    Feedback feedback();
}
