package dev.bulkhead.compose.load.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.compose.load.Oracle;
import dev.bulkhead.testing.StartsProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Command lines of chance, given to Compose. */
@StartsProcesses
class CommandWordsOracleTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SIGNS = "ab $(()\"\"''`\\\\;&|<>12  tn=";
    private static final int LONGEST = 12;
    private static final int ACCEPTED = 400;
    private static final int REFUSED = 25;

    private static String line(Random random) {
        StringBuilder line = new StringBuilder("x");
        int length = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < length; i++) {
            line.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return line.toString();
    }

    private static void write(Path compose, List<String> lines) throws IOException {
        Map<String, Object> services = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            services.put("s" + i, Map.of("image", "x", "command", lines.get(i).replace("$", "$$")));
        }
        Files.writeString(compose, JSON.writeValueAsString(Map.of("services", services)));
    }

    /** What Compose makes of each line; a dollar sign is doubled in what it prints. */
    private static List<String> words(Object resolved, int service) {
        Map<?, ?> services = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) resolved).get("services"));
        Map<?, ?> one = (Map<?, ?>) Objects.requireNonNull(services.get("s" + service));
        List<String> words = new ArrayList<>();
        for (Object word : (List<?>) Objects.requireNonNull(one.get("command"))) {
            words.add(String.valueOf(word).replace("$$", "$"));
        }
        return words;
    }

    @Test
    void composeTakesThemApartInTheSameWay(@TempDir Path folder) throws IOException {
        Optional<Oracle> found = Oracle.find(
                Files.createDirectories(Path.of("target", "oracle-home").toAbsolutePath()));
        Assumptions.assumeTrue(found.isPresent(), "there is no docker compose here");
        Oracle oracle = found.get();
        Random random = new Random(7);
        List<String> accepted = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        while (accepted.size() < ACCEPTED || refused.size() < REFUSED) {
            String line = line(random);
            (CommandWords.of(line).isPresent() ? accepted : refused).add(line);
        }
        Path compose = folder.resolve("compose.yaml");
        List<String> options = List.of("-f", compose.toString());

        write(compose, accepted);
        Oracle.Answer answer = oracle.config(folder, options, Map.of());

        assertThat(answer.accepted()).as(answer.text()).isTrue();
        Object resolved = new Load(LoadSettings.builder().build()).loadFromString(answer.text());
        for (int i = 0; i < accepted.size(); i++) {
            assertThat(CommandWords.of(accepted.get(i)).map(CommandWords::words))
                    .as(accepted.get(i))
                    .contains(words(resolved, i));
        }
        for (String line : refused.subList(0, REFUSED)) {
            write(compose, List.of(line));
            assertThat(oracle.config(folder, options, Map.of()).accepted())
                    .as(line)
                    .isFalse();
        }
    }
}
