package dev.bulkhead.compose.patch.text;

import dev.bulkhead.compose.patch.text.ScalarWriter.Quote;

/**
 * Style in which a file lays out its blocks.
 *
 * @param step how many columns deeper than its key a nested mapping stands
 * @param dashIndent how many columns deeper than its key a list's dashes stand; 0 where they are not indented
 * @param dashGap blanks between a dash and its item
 * @param quote how texts are quoted
 * @param keys how keys are quoted
 */
public record BlockStyle(int step, int dashIndent, String dashGap, Quote quote, Quote keys) {

    static final BlockStyle USUAL = new BlockStyle(2, 2, " ", Quote.PLAIN, Quote.PLAIN);

    public BlockStyle withQuote(Quote other) {
        return new BlockStyle(step, dashIndent, dashGap, other, keys);
    }
}
