package dev.bulkhead.migrate.iteration.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.SwarmLook;
import dev.bulkhead.migrate.iteration.IterationHost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostNotesTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private static IterationHost host(String name, String version, Optional<Instant> clock) {
        return new IterationHost(
                name, new SwarmLook("", version, clock, SwarmLook.State.NONE, Optional.empty(), Set.of()));
    }

    @Test
    void hostsThatAgreeAndAreTogetherAlreadyNeedNoWord() {
        assertThat(HostNotes.of(
                        List.of(
                                host("atlas", "28.5.2", Optional.of(NOON)),
                                host("borea", "28.5.1", Optional.of(NOON.plusSeconds(2)))),
                        false))
                .isEmpty();
    }

    @Test
    void whoJoinsIsToldThePortsAndThatTheyAreNotKnownToBeOpen() {
        assertThat(HostNotes.of(
                        List.of(host("atlas", "28.5.2", Optional.of(NOON)), host("borea", "28.5.2", Optional.of(NOON))),
                        true))
                .singleElement()
                .asString()
                .startsWith("The hosts have to reach each other on TCP 2377 and 7946 and on UDP 7946 and 4789.");
    }

    @Test
    void clocksThatAreApartAreNamedWithByHowMuch() {
        assertThat(HostNotes.of(
                        List.of(
                                host("atlas", "28.5.2", Optional.of(NOON.plusSeconds(90))),
                                host("borea", "28.5.2", Optional.of(NOON))),
                        false))
                .singleElement()
                .asString()
                .startsWith("The clock of atlas is 90 s ahead of that of borea.");
    }

    @Test
    void aClockThatIsNotToldIsNotTakenForARightOne() {
        assertThat(HostNotes.of(
                        List.of(host("atlas", "28.5.2", Optional.of(NOON)), host("borea", "28.5.2", Optional.empty())),
                        false))
                .containsExactly("What the clock shows on borea is not known; a Swarm wants clocks that agree.");
    }

    @Test
    void anOlderEngineIsNamed() {
        assertThat(HostNotes.of(
                        List.of(
                                host("atlas", "28.5.2", Optional.of(NOON)),
                                host("borea", "20.10.24", Optional.of(NOON))),
                        false))
                .containsExactly("Networks over hosts were tried on engines 28.5 alone: atlas has 28.5.2, borea has"
                        + " 20.10.24.");
    }
}
