package dev.bulkhead.layout;

/** A node of the outside world on the map. */
public record WorldBox(WorldNode node, Box box) {}
