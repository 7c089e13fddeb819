package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.ui.canvas.aim.GestureFigures;
import dev.bulkhead.ui.canvas.motion.Glide;
import java.util.OptionalDouble;

/** Guide of the camera: what it keeps showing, and how it goes where it is sent; the hand cuts every way short. */
final class CameraGuide {

    private final Camera camera;
    private final Runnable arrived;
    private final Following following = new Following();
    private final Glide glide = new Glide();
    /** Whether the next fit was asked for, and is gone to in a moment. */
    private boolean asked;

    /**
     * Watches by a camera.
     *
     * @param arrived told at the end of a way, from when on the view's size is followed again
     */
    CameraGuide(Camera camera, Runnable arrived) {
        this.camera = camera;
        this.arrived = arrived;
    }

    /** Goes on from as much as can be read to everything, and back. */
    void next() {
        following.next();
        asked = true;
    }

    /** Shows as much as can be read. */
    void readable() {
        following.readable();
        asked = true;
    }

    /** Shows everything, however small. */
    void whole() {
        following.whole();
        asked = true;
    }

    /** Moves the camera by hand, at once. */
    void move(Runnable move) {
        glide.stop();
        following.nothing();
        move.run();
    }

    /** Moves the camera in a moment. */
    void go(Runnable move) {
        Camera.Stand from = camera.stand();
        move(move);
        go(from, camera.stand());
    }

    /** Returns the shape to arrange the map for, if that is another one. */
    OptionalDouble shape(Fit.Room room) {
        return following.shape(room);
    }

    /** Keeps the map in sight as it was asked for, also in a view of another size. */
    void follow(Box map, Fit.Room room) {
        if (glide.going()) {
            return;
        }
        following.fit(map, room).ifPresent(fit -> {
            Camera.Stand to = new Camera.Stand(fit.scale(), fit.x(), fit.y());
            if (asked) {
                go(camera.stand(), to);
            } else {
                camera.stand(to);
            }
        });
        asked = false;
    }

    private void go(Camera.Stand from, Camera.Stand to) {
        glide.go(GestureFigures.ZOOM_TAKES, done -> {
            camera.stand(from.toward(to, done));
            if (done >= 1) {
                arrived.run();
            }
        });
    }
}
