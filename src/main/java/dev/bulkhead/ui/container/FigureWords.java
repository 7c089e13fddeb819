package dev.bulkhead.ui.container;

import dev.bulkhead.engine.stream.ByteWords;
import dev.bulkhead.engine.stream.ContainerFigures;
import dev.bulkhead.ui.words.Words;
import java.util.Locale;

/** Wording of what a container uses. */
final class FigureWords {

    private FigureWords() {}

    /** Returns the processors in use as docker stats says them: 100 % is one of them. */
    static String processors(ContainerFigures figures) {
        double percent = figures.processors() * 100;
        return Words.of("figurewords.cpu", String.format(Locale.ROOT, percent < 10 ? "%.1f" : "%.0f", percent));
    }

    static String memory(ContainerFigures figures) {
        return Words.of("figurewords.memory", ByteWords.of(figures.memory()));
    }

    static String network(ContainerFigures figures) {
        return Words.of("figurewords.received-sent", ByteWords.of(figures.received()), ByteWords.of(figures.sent()));
    }
}
