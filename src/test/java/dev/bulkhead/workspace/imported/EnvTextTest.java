package dev.bulkhead.workspace.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.load.source.DotEnv;
import dev.bulkhead.compose.yaml.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "two words",
                "a#b # c",
                "$HOME ${X:-y} $$",
                "it's",
                "it's $5 and \"more\"",
                "back\\slash",
                "ends\\",
                "two\nlines",
                "two\nlines, it's",
                "cr\r\n",
                "=",
                "\t tab "
            })
    void aValueIsReadBackAsItIs(String value) throws Exception {
        Map<String, String> read = new TreeMap<>();

        DotEnv.parse(
                new SourceText(".env", EnvText.of(List.of("a comment"), Map.of("NAME", value))),
                read,
                name -> Optional.of("from elsewhere"));

        assertThat(read).isEqualTo(Map.of("NAME", value));
    }
}
