package dev.bulkhead.compose.load.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Command lines as Compose 2.40 takes them apart; {@link CommandWordsOracleTest} asks it. */
class CommandWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            nginx -g 'daemon off;'      | nginx/-g/daemon off;
            echo a && echo b            | echo/a
            echo \\"a b                 | echo/"a/b
            echo 2>&1 x                 | echo
            run `x y` z                 | run/`x y`/z
            say $(date +%s) "two words" | say/$(date +%s)/two words
            """)
    void wordsAreThoseOfCompose(String line, String words) {
        assertThat(CommandWords.of(line).map(CommandWords::words).map(found -> String.join("/", found)))
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh -c \"echo", "it's", "echo (a)", "echo a)", "ends with \\", "run `x"})
    void whatComposeRefusesHasNoWords(String line) {
        assertThat(CommandWords.of(line)).isEmpty();
    }

    @Test
    void whatIsDroppedIsKnown() {
        assertThat(CommandWords.of("serve --all > /log 2>&1"))
                .isEqualTo(Optional.of(new CommandWords(List.of("serve", "--all"), "> /log 2>&1")));
        assertThat(CommandWords.of("sh -c 'a; b | c'").map(CommandWords::dropped))
                .contains("");
    }
}
