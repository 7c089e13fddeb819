package dev.bulkhead.ui.canvas;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.Point;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
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

    /**
     * Where a camera stands.
     *
     * @param x how many pixels the map's origin is right of the view's
     * @param y how many pixels the map's origin is below the view's
     */
    record Stand(double scale, double x, double y) {

        /** Returns a stand on the way to another; a point that both show at one pixel stays there. */
        Stand toward(Stand other, double done) {
            double next = scale * Math.pow(other.scale / scale, done);
            double way = Math.abs(other.scale - scale) < 1e-9 ? done : (next - scale) / (other.scale - scale);
            return new Stand(next, x + (other.x - x) * way, y + (other.y - y) * way);
        }
    }

    /** Returns where it stands. */
    Stand stand() {
        return new Stand(scale(), transform.getTx(), transform.getTy());
    }

    /** Stands elsewhere. */
    void stand(Stand stand) {
        set(stand.scale(), stand.x(), stand.y());
    }

    /** Returns the point of the map at a pixel of the view. */
    Point toMap(double x, double y) {
        return new Point((x - transform.getTx()) / scale(), (y - transform.getTy()) / scale());
    }

    /** Returns the pixel of the view at a point of the map. */
    Point toView(Point at) {
        return new Point(at.x() * scale() + transform.getTx(), at.y() * scale() + transform.getTy());
    }

    /** Returns the pixels of the view that a rectangle of the map covers. */
    Bounds toView(Box box) {
        Point corner = toView(new Point(box.x(), box.y()));
        return new BoundingBox(corner.x(), corner.y(), box.width() * scale(), box.height() * scale());
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
