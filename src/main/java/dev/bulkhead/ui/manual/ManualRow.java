package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.markdown.MarkdownDocument.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Row at the side of a page: an entry of the contents, a section of the open page, or what a search found. */
sealed interface ManualRow {

    /**
     * A page.
     *
     * @param title what the contents call it
     * @param open whether it is the one that is open
     */
    record Page(String title, ManualPlace place, boolean open) implements ManualRow {}

    /** A section of the open page. */
    record Section(String title, ManualPlace place) implements ManualRow {}

    /** What a search found. */
    record Hit(ManualHit hit) implements ManualRow {}

    /** Returns the contents with the sections of the open page; one that they do not list stands under the page that leads to it. */
    static List<ManualRow> contents(List<Manual.Entry> contents, ManualPage open) {
        boolean listed = contents.stream().anyMatch(entry -> entry.page().path().equals(open.path()));
        String above = open.path().startsWith("manual/rules/")
                ? ManualPlace.page("problems").path()
                : "";
        List<ManualRow> rows = new ArrayList<>();
        for (Manual.Entry entry : contents) {
            boolean own = entry.page().path().equals(open.path());
            rows.add(new Page(entry.title(), entry.page(), own));
            if (own) {
                sections(open).forEach(rows::add);
            } else if (entry.page().path().equals(above)) {
                rows.add(new Page(open.title(), new ManualPlace(open.path(), ""), true));
            }
        }
        if (!listed && above.isEmpty()) {
            rows.add(new Page(open.title(), new ManualPlace(open.path(), ""), true));
            sections(open).forEach(rows::add);
        }
        return rows;
    }

    private static Stream<ManualRow> sections(ManualPage page) {
        return page.sections().stream().map(part -> section(page, part));
    }

    private static ManualRow section(ManualPage page, Part part) {
        return new Section(part.words(), new ManualPlace(page.path(), part.anchor()));
    }

    /** Returns what a search found as rows. */
    static List<ManualRow> hits(List<ManualHit> hits) {
        return hits.stream().<ManualRow>map(Hit::new).toList();
    }
}
