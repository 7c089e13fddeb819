package dev.bulkhead.ui.shell.files;

import dev.bulkhead.compose.patch.TextChange;
import dev.bulkhead.ui.model.ProjectViewModel;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Texts of files as they are typed. One that makes a project that can be read is an edit of it like any other; one that does
 * not is a draft, which stays with the reason until it can be read or is given up.
 */
public final class Drafts {

    /**
     * A text that is no edit yet.
     *
     * @param base what the file said when it was typed
     * @param why what is wrong with it, in one sentence
     * @param line where, counted from 1; 1 where that is not told
     */
    record Draft(String text, String base, String why, int line) {}

    private final ProjectViewModel project;
    private final Map<String, Draft> drafts = new TreeMap<>();

    /** Takes texts of a project's files. */
    public Drafts(ProjectViewModel project) {
        this.project = project;
    }

    /** Returns the names of the files that have one; it is lost when the project is left. */
    public Set<String> names() {
        return Set.copyOf(drafts.keySet());
    }

    /** Returns the draft of a file, by its name. */
    Optional<Draft> of(String name) {
        return Optional.ofNullable(drafts.get(name));
    }

    /**
     * Returns how a part of a file reads where it is typed in: as its draft says, or the text with all edits; empty where the
     * file has a draft that is about something else.
     */
    Optional<String> text(Passage passage) {
        Optional<Draft> draft = of(passage.file().name());
        if (draft.isEmpty()) {
            return Optional.of(passage.text());
        }
        boolean whole = passage.equals(Passage.whole(passage.file()));
        return whole ? draft.map(Draft::text) : passage.in(draft.get().text());
    }

    /** Takes over what was typed in a part of a file. */
    void type(Passage passage, String text) {
        type(passage.file(), passage.fileWith(text));
    }

    private void type(TypedFile file, String text) {
        // A draft is of the text that it was begun on, whatever another edit makes of the file meanwhile.
        String base = of(file.name()).map(Draft::base).orElse(file.text());
        drafts.remove(file.name());
        if (text.equals(file.text())) {
            return;
        }
        TextChange change = new TextChange(file.path(), file.name(), Optional.of(base), Optional.of(text));
        project.tryTexts(List.of(change), Words.of("drafts.edit-line-of", firstChanged(file.text(), text), file.name()))
                .ifPresent(why -> drafts.put(file.name(), new Draft(text, base, why, line(file.name(), why))));
    }

    /** Gives a draft up; returns whether there was one. */
    boolean giveUp(String name) {
        return drafts.remove(name) != null;
    }

    private static int firstChanged(String before, String after) {
        int line = 1;
        for (int i = 0; i < Math.min(before.length(), after.length()) && before.charAt(i) == after.charAt(i); i++) {
            if (before.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** A sentence about a file begins with its name and the line. */
    private static int line(String name, String why) {
        if (!why.startsWith(name + ":")) {
            return 1;
        }
        String rest = why.substring(name.length() + 1);
        int digits = 0;
        while (digits < rest.length() && digits < 8 && Character.isDigit(rest.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 1 : Integer.parseInt(rest.substring(0, digits));
    }
}
