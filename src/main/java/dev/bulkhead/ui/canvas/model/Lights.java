package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.ui.words.Words;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lights of the map: whom a service reaches, or who reaches it.
 *
 * @param origin the service that is asked about
 * @param direction which way the packets go
 * @param services the lit services
 * @param world the lit nodes of the outside world
 * @param words the same as one line
 */
public record Lights(
        String origin,
        Direction direction,
        SortedMap<String, Light> services,
        SortedMap<WorldNode, Light> world,
        String words) {

    public Lights {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        world = Collections.unmodifiableSortedMap(new TreeMap<>(world));
    }

    /** Which way the packets go. */
    public enum Direction {
        REACHES(Words.of("lights.reaches")),
        REACHED_BY(Words.of("lights.reached-by"));

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        /** Returns what it is called. */
        public String words() {
            return words;
        }
    }

    /** How far it goes. */
    public enum Kind {
        OPEN,
        PORTS,
        PROXY,
        UNKNOWN,
        /** It does not go at all, though a rule wants it. */
        BLOCKED
    }

    /**
     * One lit end.
     *
     * @param breach whether the pair breaks a rule of the operator
     * @param via the network or port that carries it; edges are labelled with it
     */
    public record Light(Kind kind, boolean breach, String via) {}
}
