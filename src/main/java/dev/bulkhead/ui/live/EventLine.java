package dev.bulkhead.ui.live;

import java.time.Instant;

/**
 * Event of the engine, as the list shows it.
 *
 * @param at when it came
 * @param kind connected, container, network or disconnected
 * @param subject what it is about
 * @param words what happened
 */
public record EventLine(Instant at, String kind, String subject, String words) {}
