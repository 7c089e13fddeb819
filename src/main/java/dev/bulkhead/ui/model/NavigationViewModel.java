package dev.bulkhead.ui.model;

import dev.bulkhead.check.Finding;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Place where the operator looks: view, tab, file and element. */
public final class NavigationViewModel {

    private final ObjectProperty<CentreView> view = new SimpleObjectProperty<>(this, "view", CentreView.MAP);
    private final ObjectProperty<BottomTab> tab = new SimpleObjectProperty<>(this, "tab", BottomTab.PROBLEMS);
    private final ObjectProperty<Optional<SourceMark>> place =
            new SimpleObjectProperty<>(this, "place", Optional.empty());
    private final ObjectProperty<Optional<GraphElement>> target =
            new SimpleObjectProperty<>(this, "target", Optional.empty());

    private final BooleanProperty lower = new SimpleBooleanProperty(this, "lower");
    private final ObjectProperty<Optional<ProblemFocus>> problems =
            new SimpleObjectProperty<>(this, "problems", Optional.empty());

    private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered");

    /** The view in the middle. */
    public ObjectProperty<CentreView> viewProperty() {
        return view;
    }

    /** The tab in the lower part. */
    public ObjectProperty<BottomTab> tabProperty() {
        return tab;
    }

    /** Whether the lower part is open; closed it is one line that counts and names the worst. */
    public BooleanProperty lowerProperty() {
        return lower;
    }

    /** Opens the lower part at a tab. */
    public void showTab(BottomTab wanted) {
        tab.set(wanted);
        lower.set(true);
    }

    /** The place in the operator's files that was asked for last. */
    public ObjectProperty<Optional<SourceMark>> placeProperty() {
        return place;
    }

    /** The problems that are shown alone; empty for all of them. */
    public ObjectProperty<Optional<ProblemFocus>> problemsProperty() {
        return problems;
    }

    /** Shows some problems alone, under a title. */
    public void showProblems(String title, List<Finding> findings) {
        problems.set(Optional.of(new ProblemFocus(title, findings)));
        showTab(BottomTab.PROBLEMS);
    }

    /** The element that was asked for last; the map brings it into view. */
    public ObjectProperty<Optional<GraphElement>> targetProperty() {
        return target;
    }

    /** Whether pages of an iteration or of a step stand in the place of the views. */
    public BooleanProperty coveredProperty() {
        return covered;
    }

    /** Shows a view, also where pages stood in its place. */
    public void show(CentreView wanted) {
        view.set(wanted);
        covered.set(false);
    }

    /** Opens a file at a line. */
    public void showPlace(SourceMark mark) {
        show(mark.file().equals(Rules.FILE) ? CentreView.RULES : CentreView.FILES);
        // Asking for the same place again has to scroll there again.
        place.set(Optional.empty());
        place.set(Optional.of(mark));
    }

    /** Brings an element of the map into view. */
    public void reveal(GraphElement element) {
        covered.set(false);
        target.set(Optional.empty());
        target.set(Optional.of(element));
    }
}
