package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EngineException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {

    private static ApiVersion agree(String most, String least) throws EngineException {
        return ApiVersion.agree(version(most), version(least), "x");
    }

    @ParameterizedTest
    @CsvSource({"1.41, 1.12, 1.41", "1.48, 1.24, 1.48", "1.51, 1.24, 1.51", "1.52, 1.44, 1.51"})
    void theNewestThatBothKnowIsSpoken(String most, String least, String spoken) throws EngineException {
        assertThat(agree(most, least)).hasToString(spoken);
    }

    private static ApiVersion version(String text) {
        return ApiVersion.tryParse(text).orElseThrow();
    }

    @Test
    void anEngineThatIsTooOldIsNamedWithWhatIsNeeded() {
        assertThatThrownBy(() -> agree("1.40", "1.12"))
                .hasMessage("Engine x speaks API 1.40, Bulkhead needs 1.41 (Docker 20.10) or newer;"
                        + " upgrade the engine.");
    }

    @Test
    void anEngineThatIsTooNewIsNamedWithWhatIsNeeded() {
        assertThatThrownBy(() -> agree("1.70", "1.60"))
                .hasMessage(
                        "Engine x accepts API 1.60 and newer, this Bulkhead speaks up to 1.51;" + " upgrade Bulkhead.");
    }

    @Test
    void versionsAreComparedByNumberNotByText() {
        assertThat(version("1.9")).isLessThan(version("1.41"));
    }

    @Test
    void whatIsNoVersionIsNone() {
        assertThat(List.of("", "1", "1.x", "v1.41", "1.41.0", "1.99999999999"))
                .allSatisfy(
                        text -> assertThat(ApiVersion.tryParse(text)).as(text).isEmpty());
    }
}
