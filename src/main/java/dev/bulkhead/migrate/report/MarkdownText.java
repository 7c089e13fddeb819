package dev.bulkhead.migrate.report;

/** A page of Markdown in the making. */
public final class MarkdownText {

    private final StringBuilder text = new StringBuilder();

    /** An empty page. */
    public MarkdownText() {}

    /** Adds a line. */
    public void line(String line) {
        text.append(line).append('\n');
    }

    /** Begins a section below a rule. */
    public void section(String title) {
        line("");
        line("---");
        line("");
        line("## " + title);
        line("");
    }

    /** Returns the page as it is so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
