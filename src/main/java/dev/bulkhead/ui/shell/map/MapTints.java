package dev.bulkhead.ui.shell.map;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.layout.ZoneBox;
import dev.bulkhead.ui.canvas.model.MapViewModel;
import dev.bulkhead.ui.model.NetworkTints;
import java.util.Optional;

/** Colours that the map gives to networks. */
public final class MapTints implements NetworkTints {

    private final MapViewModel map;

    public MapTints(MapViewModel map) {
        this.map = map;
    }

    @Override
    public Tint tint(String network) {
        return Optional.ofNullable(map.geometry().get().zones().get(network))
                .map(ZoneBox::tint)
                .orElse(Tint.OTHER_1);
    }

    @Override
    public void onChange(Runnable listener) {
        map.geometry().addListener((property, old, now) -> listener.run());
    }
}
