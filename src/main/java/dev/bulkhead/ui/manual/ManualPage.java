package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.markdown.MarkdownDocument;
import dev.bulkhead.ui.markdown.MarkdownDocument.Part;
import java.util.List;

/**
 * Page of the manual.
 *
 * @param path where it stands, below {@code docs}
 * @param text what it says
 */
public record ManualPage(String path, MarkdownDocument text) {

    /** Returns a page; what is no Markdown is shown as it is written. */
    static ManualPage of(String path, String content) {
        return new ManualPage(
                path,
                new MarkdownDocument(
                        path.endsWith(".md")
                                ? content
                                : "# " + path.substring(path.lastIndexOf('/') + 1) + "\n\n```\n" + content + "```\n"));
    }

    /** Returns its title. */
    public String title() {
        return text.title().orElse(path);
    }

    /** Returns its parts below the title that have a heading of their own. */
    public List<Part> sections() {
        return text.headings().stream().filter(part -> part.level() == 2).toList();
    }
}
