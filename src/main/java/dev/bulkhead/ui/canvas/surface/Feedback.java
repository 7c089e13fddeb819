package dev.bulkhead.ui.canvas.surface;

import dev.bulkhead.layout.Box;
import dev.bulkhead.layout.CardBox;
import dev.bulkhead.layout.Point;
import dev.bulkhead.ui.canvas.aim.Snap;
import java.util.List;
import java.util.Map;

/** Feedback of a gesture: what it is about to do, and what it did. */
public interface Feedback {

    /** Shows services' cards as they are carried: the first under the pointer, the others around it as they stand. */
    void carry(List<String> services, Point at);

    /** Shows a line that is drawn, from a point of the map to the pointer. */
    void line(Point from, Point at);

    /** Lights a zone up as the target, or refuses it, with the words beside the pointer. */
    void target(String zone, boolean possible, String words);

    /** Shows a rectangle: a cell, a zone on its way, or a rubber band. */
    void outline(Box box);

    /** Leads the ties of carried cards to where they would stand; nowhere else than now where none is named. */
    void land(Map<String, CardBox> cards);

    /** Shows lines from what is carried to what it is drawn to. */
    void guides(List<Snap.Guide> lines);

    /** Takes all of that away. */
    void clear();

    /** Tells what was done, for a while, without asking for anything. */
    void tell(String words);

    /** Tells what was done, for a while, and offers something further. */
    void offer(String words, String label, Runnable action);
}
