package dev.bulkhead.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer once found stays found: each input is read and edited in every way again. */
class FuzzFindsTest {

    static List<Path> finds() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(FuzzFindsTest.class.getResource("/fuzz")).toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void thereAreFinds() throws IOException, URISyntaxException {
        assertThat(finds()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("finds")
    void isAProjectOrOneSentence(Path find) throws IOException {
        byte[] bytes = Files.readAllBytes(find);

        assertThatCode(() -> ReaderFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
        byte[] edited = new byte[bytes.length + 2];
        System.arraycopy(bytes, 0, edited, 2, bytes.length);
        for (int kind = 0; kind < 10; kind++) {
            edited[0] = (byte) kind;
            edited[1] = (byte) (13 * kind);
            assertThatCode(() -> PatcherFuzz.fuzzerTestOneInput(edited)).doesNotThrowAnyException();
        }
        assertThatCode(() -> PatcherFuzz.fuzzerTestOneInput(bytes)).doesNotThrowAnyException();
    }
}
