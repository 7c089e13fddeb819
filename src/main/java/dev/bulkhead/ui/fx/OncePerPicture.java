package dev.bulkhead.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;

/** What a node shows, made once for each picture of the window, however many changes ask for it meanwhile. */
public final class OncePerPicture implements Runnable {

    private final Runnable show;
    private boolean stale = true;

    /** Lets a node be filled before the first picture that it is in, and before the next one after each asking. */
    public OncePerPicture(Node node, Runnable show) {
        this.show = show;
        Runnable before = this::now;
        node.sceneProperty().addListener((property, old, now) -> {
            if (old != null) {
                old.removePreLayoutPulseListener(before);
            }
            if (now != null) {
                now.addPreLayoutPulseListener(before);
            }
        });
    }

    /** Asks for it to be made with the next picture. */
    @Override
    public void run() {
        stale = true;
        Platform.requestNextPulse();
    }

    /** Makes it now, if something asked for it. */
    public void now() {
        if (stale) {
            stale = false;
            show.run();
        }
    }
}
