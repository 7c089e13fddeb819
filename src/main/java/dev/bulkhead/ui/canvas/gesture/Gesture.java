package dev.bulkhead.ui.canvas.gesture;

/** Gesture of the operator by dragging: begun, continued, and ended or called off. */
interface Gesture {

    /** Returns whether a drag that starts like this is the gesture; if so, it has begun. */
    boolean begins(Press press);

    /** Follows the pointer. */
    void drag(Pointer pointer);

    /** Does what the drag was for. */
    void drop(Pointer pointer);

    /** Leaves everything as it was. */
    void cancel();
}
