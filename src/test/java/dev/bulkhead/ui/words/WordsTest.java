package dev.bulkhead.ui.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path FILE = Path.of("src/main/resources/dev/bulkhead/ui/words/words.properties");
    private static final Pattern ASKED = Pattern.compile("Words\\s*\\.of\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
    private static final Pattern PUT_TOGETHER = Pattern.compile("Words\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*\\+");

    @Test
    void everyWordThatTheWindowAsksForIsThereAndNoneIsLeftOver() throws IOException {
        Set<String> asked = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                find(ASKED, text, asked);
                find(PUT_TOGETHER, text, beginnings);
            }
        }
        Set<String> there = new TreeSet<>(english().stringPropertyNames());
        assertThat(there).containsAll(asked);
        there.removeAll(asked);
        there.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        assertThat(there).isEmpty();
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
