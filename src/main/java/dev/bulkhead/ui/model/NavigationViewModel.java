package dev.bulkhead.ui.model;

import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMark;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Place where the operator looks: view, tab, file and element. */
public final class NavigationViewModel {

    private final ObjectProperty<CentreView> view = new SimpleObjectProperty<>(this, "view", CentreView.MAP);
    private final ObjectProperty<BottomTab> tab = new SimpleObjectProperty<>(this, "tab", BottomTab.PROBLEMS);
    private final ObjectProperty<Optional<SourceMark>> place =
            new SimpleObjectProperty<>(this, "place", Optional.empty());
    private final ObjectProperty<Optional<GraphElement>> target =
            new SimpleObjectProperty<>(this, "target", Optional.empty());

    /** The view in the middle. */
    public ObjectProperty<CentreView> viewProperty() {
        return view;
    }

    /** The tab in the lower part. */
    public ObjectProperty<BottomTab> tabProperty() {
        return tab;
    }

    /** The place in the operator's files that was asked for last. */
    public ObjectProperty<Optional<SourceMark>> placeProperty() {
        return place;
    }

    /** The element that was asked for last; the map brings it into view. */
    public ObjectProperty<Optional<GraphElement>> targetProperty() {
        return target;
    }

    /** Opens a file at a line. */
    public void showPlace(SourceMark mark) {
        view.set(mark.file().equals(Rules.FILE) ? CentreView.RULES : CentreView.FILES);
        // Asking for the same place again has to scroll there again.
        place.set(Optional.empty());
        place.set(Optional.of(mark));
    }

    /** Brings an element of the map into view. */
    public void reveal(GraphElement element) {
        target.set(Optional.empty());
        target.set(Optional.of(element));
    }
}
