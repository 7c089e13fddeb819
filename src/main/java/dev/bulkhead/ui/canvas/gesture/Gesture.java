package dev.bulkhead.ui.canvas.gesture;

/** Gesture of the operator by dragging: begun, continued, and ended or called off. */
interface Gesture {

    /** Returns whether a drag that starts like this is the gesture; if so, it has begun. */
    boolean begins(Press press);

    /** Follows the pointer. */
    void drag(Pointer pointer);

    /** Does what the drag was for. */
    void drop(Pointer pointer);

    /** Returns whether the map is panned while the pointer is held at the edge of the view. */
    default boolean pansAtEdge() {
        return true;
    }

    /** Leaves everything as it was. */
    void cancel();
}
