package dev.bulkhead.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the window says comes from the bundle, so that it can be said in another language. */
class PlainWordsTest {

    /** Names that are the same in every language, and what is written into files. */
    private static final Set<String> NAMES = Set.of("Bulkhead", "Esc", "Inter", "Inter Semi Bold");

    private static final List<String> WRITTEN = List.of("Completion.java:");

    @Test
    void noClassOfTheWindowSaysWordsOfItsOwn() throws IOException {
        assertThat(WindowSources.read().own())
                .filteredOn(
                        own -> !NAMES.contains(own.text()) && WRITTEN.stream().noneMatch(own.place()::startsWith))
                .as("write these into words.properties and ask for them by Words.of")
                .isEmpty();
    }
}
