package dev.bulkhead.ui.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle holds what the window asks of it, and nothing else. */
class WordsTest {

    private static final Path FILE = Path.of("src/main/resources/dev/bulkhead/ui/words/words.properties");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern PUT_TOGETHER = Pattern.compile("Words\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*\\+");

    @Test
    void everyWordThatTheWindowAsksForIsThereAndNoneIsLeftOver() throws IOException {
        Set<String> beginnings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                find(PUT_TOGETHER, Files.readString(file), beginnings);
            }
        }
        Set<String> asked = WindowSources.read().asked().stream()
                .map(WindowSources.Asked::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>(english().stringPropertyNames());
        assertThat(there).containsAll(asked);
        there.removeAll(asked);
        there.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        assertThat(there).isEmpty();
    }

    @Test
    void everyPlaceOfAMessageGetsAValueAndEveryValueAPlace() throws IOException {
        Properties words = english();
        assertThat(WindowSources.read().asked())
                .filteredOn(asked -> !asked.key().startsWith("count."))
                .allSatisfy(asked -> {
                    String text = words.getProperty(asked.key());
                    SortedSet<Integer> places = new TreeSet<>();
                    if (asked.values() > 0) {
                        Matcher place = PLACE.matcher(text);
                        while (place.find()) {
                            places.add(Integer.valueOf(place.group(1)));
                        }
                        assertThatCode(() -> new MessageFormat(text)).doesNotThrowAnyException();
                    }
                    assertThat(places)
                            .as(asked + ": " + text)
                            .isEqualTo(IntStream.range(0, asked.values())
                                    .boxed()
                                    .collect(Collectors.toCollection(TreeSet::new)));
                });
    }

    @Test
    void noMessageIsEmptyAndNoneIsWrittenTwiceInAClass() throws IOException {
        List<String> lines = Files.readAllLines(FILE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(lines)
                .doesNotHaveDuplicates()
                .allSatisfy(line -> assertThat(line).matches("[a-z0-9.-]+=.+"));
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .doesNotHaveDuplicates();
    }

    @Test
    void noMessageIsAPieceOfASentenceWithASpaceAtItsEdge() throws IOException {
        Properties words = english();
        assertThat(words.stringPropertyNames())
                .filteredOn(key ->
                        !words.getProperty(key).equals(words.getProperty(key).strip()))
                .isEmpty();
    }

    @Test
    void aNumberIsSaidWithItsNounAndWithoutMarksBetweenThousands() {
        assertThat(Words.count("file", 0)).isEqualTo("0 files");
        assertThat(Words.count("file", 1)).isEqualTo("1 file");
        assertThat(Words.count("rule-breaks", 1)).isEqualTo("1 rule breaks");
        assertThat(Words.count("rule-breaks", 12_345)).isEqualTo("12345 rules break");
        assertThat(Words.of("reachgrid.to", 8080, 2026, "x")).startsWith("8080 to 2026");
    }

    @Test
    void wordsTakeTheirValuesAndALanguageThatIsNotThereIsEnglish() {
        assertThat(Words.of(Locale.JAPANESE, "import.done", "/tmp/x")).isEqualTo("Wrote /tmp/x.");
        assertThatThrownBy(() -> Words.of("no.such.word")).isInstanceOf(MissingResourceException.class);
    }

    private static void find(Pattern pattern, String text, Set<String> keys) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
    }

    private static Properties english() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            words.load(reader);
        }
        return words;
    }
}
