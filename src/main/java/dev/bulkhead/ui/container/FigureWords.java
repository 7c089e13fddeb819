package dev.bulkhead.ui.container;

import dev.bulkhead.engine.stream.ContainerFigures;
import java.util.Locale;

/** Wording of what a container uses. */
final class FigureWords {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final int STEP = 1024;

    private FigureWords() {}

    /** Returns the processors in use as docker stats says them: 100 % is one of them. */
    static String processors(ContainerFigures figures) {
        double percent = figures.processors() * 100;
        return "CPU " + String.format(Locale.ROOT, percent < 10 ? "%.1f" : "%.0f", percent) + " %";
    }

    static String memory(ContainerFigures figures) {
        return "memory " + bytes(figures.memory());
    }

    static String network(ContainerFigures figures) {
        return "received " + bytes(figures.received()) + ", sent " + bytes(figures.sent());
    }

    /** Returns a number of bytes with three digits at most. */
    static String bytes(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || number >= 10 ? "%.0f" : "%.1f", number) + " " + UNITS[unit];
    }
}
