package dev.bulkhead.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bulkhead.layout.Point;
import org.junit.jupiter.api.Test;

class CameraTest {

    @Test
    void onTheWayOfAZoomThePointUnderThePointerStays() {
        Camera camera = new Camera();
        camera.panBy(40, 90);
        Camera.Stand from = camera.stand();
        Point fixed = camera.toMap(300, 200);
        camera.zoomAt(300, 200, 2.5);
        Camera.Stand to = camera.stand();

        for (double done = 0; done <= 1; done += 0.125) {
            camera.stand(from.toward(to, done));
            Point seen = camera.toView(fixed);
            assertThat(seen.x()).isCloseTo(300, within(1.5));
            assertThat(seen.y()).isCloseTo(200, within(1.5));
        }
        assertThat(camera.scale()).isEqualTo(2.5);
    }

    @Test
    void aPanGoesStraight() {
        Camera.Stand from = new Camera.Stand(1, 0, 0);
        Camera.Stand to = new Camera.Stand(1, 100, 40);

        assertThat(from.toward(to, 0.5)).isEqualTo(new Camera.Stand(1, 50, 20));
    }
}
