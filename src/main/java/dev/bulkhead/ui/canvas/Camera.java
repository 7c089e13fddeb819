package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.transform.Affine;

/** Part of the map that is seen, and how large. */
final class Camera {

    static final double LEAST = 0.05;
    static final double MOST = 3;
    private static final double MARGIN = 28;

    private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(this, "scale", 1);
    private final Affine transform = new Affine();

    /** The transform from map units to pixels of the view. */
    Affine transform() {
        return transform;
    }

    ReadOnlyDoubleProperty scaleProperty() {
        return scale.getReadOnlyProperty();
    }

    double scale() {
        return scale.get();
    }

    /** Returns the point of the map at a pixel of the view. */
    Point toMap(double x, double y) {
        return new Point((x - transform.getTx()) / scale(), (y - transform.getTy()) / scale());
    }

    /** Returns the pixel of the view at a point of the map. */
    Point toView(Point at) {
        return new Point(at.x() * scale() + transform.getTx(), at.y() * scale() + transform.getTy());
    }

    /** Returns the part of the map that a view of this size shows. */
    Box seen(double width, double height) {
        Point corner = toMap(0, 0);
        return new Box(corner.x(), corner.y(), width / scale(), height / scale());
    }

    void panBy(double dx, double dy) {
        set(scale(), transform.getTx() + dx, transform.getTy() + dy);
    }

    /** Scales by a factor around a pixel of the view, which keeps its point of the map. */
    void zoomAt(double x, double y, double factor) {
        double next = Math.clamp(scale() * factor, LEAST, MOST);
        Point fixed = toMap(x, y);
        set(next, x - fixed.x() * next, y - fixed.y() * next);
    }

    void take(Fit fit) {
        set(fit.scale(), fit.x(), fit.y());
    }

    /** Moves as little as possible so that a rectangle is seen. */
    void reveal(Box box, double width, double height) {
        Box seen = seen(width, height).grown(-MARGIN / scale());
        double dx = shift(box.x(), box.right(), seen.x(), seen.right());
        double dy = shift(box.y(), box.bottom(), seen.y(), seen.bottom());
        if (dx != 0 || dy != 0) {
            panBy(-dx * scale(), -dy * scale());
        }
    }

    private static double shift(double low, double high, double seenLow, double seenHigh) {
        if (low < seenLow) {
            return low - seenLow;
        }
        return high > seenHigh ? Math.min(high - seenHigh, low - seenLow) : 0;
    }

    private void set(double nextScale, double x, double y) {
        // Whole pixels keep text and one-pixel borders crisp.
        transform.setToTransform(nextScale, 0, Math.rint(x), 0, nextScale, Math.rint(y));
        scale.set(nextScale);
    }
}
