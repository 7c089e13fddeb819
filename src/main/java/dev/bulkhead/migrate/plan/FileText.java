package dev.bulkhead.migrate.plan;

import dev.bulkhead.compose.patch.TextChange;
import java.util.ArrayList;
import java.util.List;

/** Changes of files in a few words. */
final class FileText {

    private FileText() {}

    /** Returns what is written and what is deleted, for instance {@code write a.yml; delete b.yml}. */
    static String of(List<TextChange> changes) {
        List<String> parts = new ArrayList<>();
        List<String> written = names(changes, true);
        List<String> deleted = names(changes, false);
        if (!written.isEmpty()) {
            parts.add("write " + String.join(", ", written));
        }
        if (!deleted.isEmpty()) {
            parts.add("delete " + String.join(", ", deleted));
        }
        return String.join("; ", parts);
    }

    private static List<String> names(List<TextChange> changes, boolean there) {
        return changes.stream()
                .filter(change -> change.after().isPresent() == there)
                .map(TextChange::name)
                .toList();
    }
}
