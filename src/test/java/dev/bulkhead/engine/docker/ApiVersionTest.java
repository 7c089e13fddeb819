package dev.bulkhead.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiVersionTest {

    private static ApiVersion agree(String most, String least) throws EngineException {
        return ApiVersion.agree(ApiVersion.parse(most), ApiVersion.parse(least), "x");
    }

    @ParameterizedTest
    @CsvSource({"1.41, 1.12, 1.41", "1.48, 1.24, 1.48", "1.51, 1.24, 1.51", "1.52, 1.44, 1.51"})
    void theNewestThatBothKnowIsSpoken(String most, String least, String spoken) throws EngineException {
        assertThat(agree(most, least)).hasToString(spoken);
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
        assertThat(ApiVersion.parse("1.9")).isLessThan(ApiVersion.parse("1.41"));
    }
}
