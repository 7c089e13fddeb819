package dev.bulkhead.ui.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.SampleTopologies;
import dev.bulkhead.topology.Network;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who says that a network is internal. */
class InternalWordsTest {

    @Test
    void theLockTellsWhetherFilesOrEngineOrBothSayIt() {
        assertThat(InternalWords.of(network("frontend-net"), Optional.of(true)))
                .endsWith("internal, say the files and the engine.");
        assertThat(InternalWords.of(network("frontend-net"), Optional.empty()))
                .endsWith("internal, say the files; the engine is not asked or does not have it.");
        assertThat(InternalWords.of(network("dmz-net"), Optional.of(true)))
                .endsWith("internal, says the engine; the files do not say so.");
    }

    @Test
    void aNetworkThatIsNotInternalHasNoLock() {
        assertThat(InternalWords.of(network("dmz-net"), Optional.empty())).isEmpty();
        assertThat(InternalWords.of(network("frontend-net"), Optional.of(false)))
                .isEmpty();
    }

    private static Network network(String key) {
        return SampleTopologies.mediaServerAfter().network(key).orElseThrow();
    }
}
