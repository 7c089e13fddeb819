package dev.bulkhead.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our style classes have a prefix, so that no rule of ours meets a part of a control by chance: {@code dot} was also the
 * middle of every radio button.
 */
class StyleClassesTest {

    private static final Path SHEETS = Path.of("src", "main", "resources");
    private static final Path WINDOW = Path.of("src", "main", "java", "dev", "bulkhead");

    /** What the toolkit and its libraries call the parts of their controls, where a rule of ours means just those. */
    private static final Set<String> PARTS_OF_CONTROLS = Set.of(
            "arrow-button",
            "box",
            "button",
            "caret",
            "check-box",
            "choice-box",
            "radio",
            "radio-button",
            "clipped-container",
            "code-area",
            "container",
            "horizontal-grabber",
            "hyperlink",
            "ikonli-font-icon",
            "image-view",
            "label",
            "left-pane",
            "right-pane",
            "list-cell",
            "menu-bar",
            "menu-button",
            "modal-pane",
            "notification-bar",
            "pane",
            "paragraph-box",
            "property-pane",
            "property-sheet",
            "root",
            "scroll-pane",
            "selection",
            "sheet",
            "split-pane",
            "split-pane-divider",
            "tab",
            "table-cell",
            "table-row-cell",
            "text",
            "text-area",
            "text-field",
            "toggle-button",
            "toggle-switch",
            "tool-bar",
            "tooltip",
            "tree-cell",
            "vertical-grabber",
            "viewport",
            "virtual-flow",
            "virtualized-scroll-pane");

    /** What the base theme offers for its controls (AtlantaFX, {@code Styles}). */
    private static final Set<String> WORDS_OF_THE_THEME = Set.of(
            "accent",
            "button-icon",
            "button-outlined",
            "center-pill",
            "danger",
            "dense",
            "flat",
            "left-pill",
            "right-pill",
            "small");

    private static final Pattern SELECTORS = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS_SELECTOR = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern CALL = Pattern.compile(
            "getStyleClass\\(\\)\\s*\\.(?:add|addAll|setAll|remove|removeAll|contains)\\(|Nodes\\.dot\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*)\"");

    @Test
    void everyClassInOurSheetsIsOursByItsPrefixOrAPartOfAControl() throws IOException {
        SortedSet<String> classes = new TreeSet<>();
        for (Path sheet : files(SHEETS, ".css")) {
            String text = Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "");
            SELECTORS
                    .matcher(text)
                    .results()
                    .forEach(rule -> CLASS_SELECTOR
                            .matcher(rule.group(1))
                            .results()
                            .forEach(found -> classes.add(found.group(1))));
        }

        assertThat(classes).hasSizeGreaterThan(300);
        assertThat(classes).filteredOn(StyleClassesTest::foreign).isSubsetOf(union());
    }

    @Test
    void everyClassThatTheWindowGivesANodeIsOursByItsPrefixOrAWordOfTheTheme() throws IOException {
        SortedSet<String> given = new TreeSet<>();
        for (String part : List.of("ui", "app", "layout")) {
            for (Path source : files(WINDOW.resolve(part), ".java")) {
                String text = Files.readString(source);
                Matcher call = CALL.matcher(text);
                while (call.find()) {
                    LITERAL.matcher(arguments(text, call.end())).results().forEach(found -> given.add(found.group(1)));
                }
            }
        }

        assertThat(given).hasSizeGreaterThan(100);
        assertThat(given).filteredOn(StyleClassesTest::foreign).isSubsetOf(union());
    }

    private static boolean foreign(String name) {
        return !name.startsWith("bh-");
    }

    private static Set<String> union() {
        Set<String> all = new TreeSet<>(PARTS_OF_CONTROLS);
        all.addAll(WORDS_OF_THE_THEME);
        return all;
    }

    /** Returns the text up to the bracket that closes the one before a place. */
    private static String arguments(String text, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char c = text.charAt(at++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.substring(from, at - 1);
    }

    private static List<Path> files(Path under, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(under)) {
            return found.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
