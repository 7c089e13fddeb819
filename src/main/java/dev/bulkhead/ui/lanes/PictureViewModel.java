package dev.bulkhead.ui.lanes;

import dev.bulkhead.layout.MapGeometry;
import dev.bulkhead.layout.Picture;
import dev.bulkhead.ui.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Which of the two pictures is shown: the one that was chosen by hand, else the one that fits the project as it was opened. */
public final class PictureViewModel {

    private final ReadOnlyObjectWrapper<Picture> shown = new ReadOnlyObjectWrapper<>(this, "shown", Picture.ZONES);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private Consumer<Picture> keep = picture -> {};

    /** The picture that is shown. */
    public ReadOnlyObjectProperty<Picture> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why it was chosen by itself; empty text where it was not. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /**
     * Chooses for a project that was opened; nothing is written.
     *
     * @param remembered what was chosen by hand at another time
     * @param remember keeps what is chosen by hand
     */
    public void open(MapGeometry geometry, Optional<Picture> remembered, Consumer<Picture> remember) {
        keep = remember;
        Picture fitting = Picture.fitting(geometry);
        note.set(
                remembered.isEmpty() && fitting == Picture.LANES
                        ? Words.of(
                                "pictureviewmodel.chosen-by-itself-of-networks",
                                Picture.withoutCards(geometry),
                                Picture.zones(geometry))
                        : "");
        shown.set(remembered.orElse(fitting));
    }

    /** Shows a picture that was chosen by hand, and remembers it. */
    public void choose(Picture picture) {
        // A click on the one that was chosen by itself is a choice too.
        boolean chosen = shown.get() != picture || !note.get().isEmpty();
        note.set("");
        if (chosen) {
            shown.set(picture);
            keep.accept(picture);
        }
    }

    /** Shows the other picture. */
    public void switchPicture() {
        choose(shown.get() == Picture.ZONES ? Picture.LANES : Picture.ZONES);
    }
}
