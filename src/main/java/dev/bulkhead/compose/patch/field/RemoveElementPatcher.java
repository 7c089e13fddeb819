package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.place.ElementSite;
import dev.bulkhead.compose.patch.place.ProjectSources;
import dev.bulkhead.compose.patch.text.MappingEdits;
import dev.bulkhead.compose.patch.text.SourceFile;
import dev.bulkhead.compose.patch.text.Splice;
import dev.bulkhead.compose.patch.text.TextLines;
import dev.bulkhead.compose.yaml.MappingNode;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;

/** Candidate changes of text that remove the declarations of an element. */
public final class RemoveElementPatcher {

    private final ProjectSources text;
    private final String section;
    private final String key;

    public RemoveElementPatcher(ProjectSources text, String section, String key) {
        this.text = text;
        this.section = section;
        this.key = key;
    }

    public List<Draft.Attempt> attempts() {
        List<ElementSite> sites = text.elements(section, key);
        List<Draft.Attempt> attempts = new ArrayList<>();
        if (!sites.isEmpty()) {
            attempts.add(() -> Draft.all(sites, RemoveElementPatcher::remove));
            attempts.add(() -> Draft.all(sites, RemoveElementPatcher::leaveEmpty));
        }
        return attempts;
    }

    private static Draft remove(ElementSite site) throws EditRejectedException {
        SourceFile file = site.file();
        if (site.section().entries().size() > 1) {
            List<Splice> splices = new MappingEdits(file).remove(site.section(), site.entry());
            return Draft.of(file, site.section().flow() ? splices : withoutGap(file.lines(), site, splices.getFirst()));
        }
        MappingNode root = file.roots().stream()
                .filter(r -> r.entries().contains(site.sectionEntry()))
                .findFirst()
                .orElseThrow(() -> new EditRejectedException(
                        site.entry().key().mark() + ": this declaration stands behind an alias; remove it by hand."));
        TextLines lines = file.lines();
        int key = site.sectionEntry().key().end();
        boolean comments =
                lines.text().substring(key, site.entry().key().start()).contains("#");
        if (root.entries().size() == 1 || comments) {
            return leaveEmpty(site);
        }
        List<Splice> splices = new MappingEdits(file).remove(root, site.sectionEntry());
        return Draft.of(file, root.flow() ? splices : withoutBlankLine(lines, splices.getFirst()));
    }

    /** Takes the blank line with it that separated an element from the next one. */
    private static List<Splice> withoutGap(TextLines lines, ElementSite site, Splice removal) {
        String text = lines.text();
        boolean first = site.section().entries().getFirst().equals(site.entry());
        boolean blankBefore = first
                || (removal.start() > 0
                        && text.substring(lines.lineStart(lines.backOverBreak(removal.start())), removal.start())
                                .isBlank());
        int next = removal.end();
        boolean blankAfter = next < text.length()
                && text.substring(next, lines.lineEnd(next)).isBlank();
        return blankBefore && blankAfter
                ? List.of(Splice.delete(removal.start(), lines.nextLine(next)))
                : withoutBlankLine(lines, removal);
    }

    /** Takes the blank line above a block at the end of the file with it. */
    private static List<Splice> withoutBlankLine(TextLines lines, Splice removal) {
        boolean last = removal.end() == lines.text().length();
        String before = lines.text().substring(0, removal.start());
        for (String blank : List.of("\r\n\r\n", "\n\n")) {
            if (last && before.endsWith(blank)) {
                return List.of(Splice.delete(removal.start() - blank.length() / 2, removal.end()));
            }
        }
        return List.of(removal);
    }

    /** Leaves an empty section, and the comments below it. */
    private static Draft leaveEmpty(ElementSite site) {
        SourceFile file = site.file();
        if (site.section().entries().size() > 1) {
            return Draft.of(file, new MappingEdits(file).remove(site.section(), site.entry()));
        }
        TextLines lines = file.lines();
        if (site.section().flow()) {
            return Draft.of(
                    file,
                    List.of(Splice.delete(
                            site.section().contentStart() + 1, site.section().end() - 1)));
        }
        int colon = lines.text().indexOf(':', site.sectionEntry().key().end()) + 1;
        int start = site.entry().key().start();
        int end = Math.max(site.entry().key().end(), site.entry().value().end());
        return Draft.of(file, List.of(Splice.insert(colon, " {}"), lines.deleteLines(start, end)));
    }
}
