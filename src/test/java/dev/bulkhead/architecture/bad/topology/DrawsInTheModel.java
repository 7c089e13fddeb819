package dev.bulkhead.architecture.bad.topology;

import java.awt.Point;

/** A model that knows the toolkit. */
public record DrawsInTheModel(Point where) {}
