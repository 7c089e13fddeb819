package dev.bulkhead.ui.container;

import dev.bulkhead.engine.stream.ByteWords;
import dev.bulkhead.engine.stream.ContainerFigures;
import java.util.Locale;

/** Wording of what a container uses. */
final class FigureWords {

    private FigureWords() {}

    /** Returns the processors in use as docker stats says them: 100 % is one of them. */
    static String processors(ContainerFigures figures) {
        double percent = figures.processors() * 100;
        return "CPU " + String.format(Locale.ROOT, percent < 10 ? "%.1f" : "%.0f", percent) + " %";
    }

    static String memory(ContainerFigures figures) {
        return "memory " + ByteWords.of(figures.memory());
    }

    static String network(ContainerFigures figures) {
        return "received " + ByteWords.of(figures.received()) + ", sent " + ByteWords.of(figures.sent());
    }
}
