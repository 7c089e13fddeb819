package dev.bulkhead.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The manual's pages about rules, which travel with the program. */
final class RulePages {

    /**
     * A page.
     *
     * @param markdown the whole page
     */
    record Page(String markdown) {

        /** Returns the page without the marks of Markdown. */
        String text() {
            return markdown.replaceAll("(?m)^#+ ", "").replaceAll("[`*]", "").strip();
        }
    }

    /** Returns the page about a rule. */
    Optional<Page> of(String rule) {
        try (InputStream page = RulePages.class.getResourceAsStream("/manual/rules/" + rule + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new Page(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
