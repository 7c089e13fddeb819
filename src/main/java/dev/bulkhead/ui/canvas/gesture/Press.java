package dev.bulkhead.ui.canvas.gesture;

import dev.bulkhead.layout.Point;
import dev.bulkhead.topology.Element.GraphElement;
import java.util.Optional;
import javafx.scene.input.MouseButton;

/**
 * Start of a drag.
 *
 * @param at the point of the map
 * @param element what is there
 * @param space whether the space bar is held
 */
record Press(Pointer pointer, Point at, Optional<GraphElement> element, MouseButton button, boolean space) {}
