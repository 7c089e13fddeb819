package dev.bulkhead.ui.shell;

import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.ui.canvas.MapView;
import dev.bulkhead.ui.lanes.LanesViewModel;
import dev.bulkhead.ui.lanes.PictureViewModel;
import dev.bulkhead.ui.lanes.PicturesPane;
import dev.bulkhead.ui.model.NetworkTints;
import dev.bulkhead.ui.shell.context.OpenedProject;
import dev.bulkhead.ui.shell.context.ShellContext;
import dev.bulkhead.ui.shell.edit.ProjectActions;
import dev.bulkhead.ui.shell.map.MapTints;
import dev.bulkhead.ui.shell.map.SavedTopology;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** Both pictures of a project in the window, zones and lanes, and the colours of its networks, which follow the one shown. */
final class MapPictures {

    private final ShellContext context;
    private final PictureViewModel model = new PictureViewModel();
    private final PicturesPane pane;
    private final NetworkTints tints;

    MapPictures(
            ShellContext context, MapView map, ObservableValue<Optional<ReachMatrix>> reach, ProjectActions actions) {
        this.context = context;
        LanesViewModel lanes =
                new LanesViewModel(context.map(), new SavedTopology(context.project()).property(), reach, actions);
        pane = new PicturesPane(model, map, lanes, actions);
        tints = new MapTints(context.map(), lanes, model);
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
