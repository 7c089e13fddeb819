package dev.bulkhead.ui.shell.map;

import dev.bulkhead.layout.Picture;
import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.lanes.LanesViewModel;
import dev.bulkhead.ui.lanes.PictureViewModel;
import dev.bulkhead.ui.model.NetworkTints;
import java.util.Optional;
import javafx.beans.InvalidationListener;

/** Colours that the picture which is shown gives to networks. */
public final class MapTints implements NetworkTints {

    private final MapViewModel map;
    private final LanesViewModel lanes;
    private final PictureViewModel pictures;

    /** Gives the colours of the zones, or of the lanes while those are shown. */
    public MapTints(MapViewModel map, LanesViewModel lanes, PictureViewModel pictures) {
        this.map = map;
        this.lanes = lanes;
        this.pictures = pictures;
    }

    @Override
    public Tint tint(String network) {
        return lanes.tint(network)
                .filter(tint -> pictures.shownProperty().get() == Picture.LANES)
                .or(() -> Optional.ofNullable(map.geometry().get().zones().get(network))
                        .map(ZoneBox::tint))
                .orElse(Tint.OTHER_1);
    }

    @Override
    public void onChange(Runnable listener) {
        // Not worked out here: several of what decides it change together.
        map.geometry().addListener((InvalidationListener) changed -> listener.run());
        lanes.tableProperty().addListener((property, old, now) -> listener.run());
        pictures.shownProperty().addListener((property, old, now) -> listener.run());
    }
}
