package dev.bulkhead.cli.output;

import java.util.regex.Pattern;

/** Words for a page of Markdown that say what they say and mean nothing more: names come from whoever changes a file. */
public final class Markdown {

    private static final Pattern MARKS = Pattern.compile("([\\\\`*_\\[\\]<>#|~!&$])");

    private Markdown() {}

    /** Returns a sentence without marks, links, tags and calls of people in it. */
    public static String plain(String text) {
        // a mark of no width: the address is read as before and calls nobody, and a bare link is none
        return MARKS.matcher(text)
                .replaceAll("\\\\$1")
                .replace("@", "@\u200b")
                .replace("://", ":\u200b//")
                .replace("\n", " ");
    }

    /** Returns words as code, in one line; what would end the code is put in another way. */
    public static String code(String text) {
        return "`" + text.replace('`', '\'').replace("|", "\\|").replace("\n", " ") + "`";
    }
}
