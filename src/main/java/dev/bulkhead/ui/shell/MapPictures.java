package dev.bulkhead.ui.shell;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.canvas.sight.SightViewModel;
import dev.bulkhead.ui.lanes.LanesViewModel;
import dev.bulkhead.ui.lanes.PictureViewModel;
import dev.bulkhead.ui.lanes.PicturesPane;
import dev.bulkhead.ui.model.CentreView;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.edit.ProjectActions;
import dev.bulkhead.ui.shell.map.MapTints;
import dev.bulkhead.ui.shell.map.SavedTopology;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Both pictures of a project in the window, zones and lanes, and the colours of its networks, which follow the one shown. */
final class MapPictures {

    private final ShellContext context;
    private final PictureViewModel model = new PictureViewModel();
    private final SightViewModel sight;
    private final MapView map;
    private final PicturesPane pane;
    private final NetworkTints tints;

    MapPictures(ShellContext context, ObservableValue<Optional<ReachMatrix>> reach, ProjectActions actions) {
        this.context = context;
        sight = new SightViewModel(context.map(), new SavedTopology(context.project()).property());
        map = new MapView(sight, actions);
        LanesViewModel lanes = new LanesViewModel(sight, reach, actions);
        pane = new PicturesPane(model, map, lanes, actions);
        tints = new MapTints(context.map(), lanes, model);
    }

    /** Returns the map, which is one of them. */
    MapView map() {
        return map;
    }

    /** Returns what of them is looked at. */
    SightViewModel sight() {
        return sight;
    }

    /**
     * Goes to another of the changes since the last save, and says which that is.
     *
     * @param by how many further; negative for back
     */
    void tour(int by) {
        sight.tour(by)
                .ifPresentOrElse(
                        change -> {
                            context.navigation().show(CentreView.MAP);
                            if (!change.removed()) {
                                context.map().select(change.element());
                                context.navigation().reveal(change.element());
                            }
                            context.messages().done(Words.of("mappictures.change", sight.place(), change.sentence()));
                        },
                        () -> context.messages().done(Words.of("mappictures.nothing-that-the-pictures-show")));
    }

    PictureViewModel model() {
        return model;
    }

    PicturesPane pane() {
        return pane;
    }

    NetworkTints tints() {
        return tints;
    }

    /** Shows the picture that the operator chose for a project, else the one that fits it; the map is opened before. */
    void open(OpenedProject project) {
        model.open(
                context.map().geometry().get(),
                project.places().picture(),
                project.places().keepPicture());
    }
}
