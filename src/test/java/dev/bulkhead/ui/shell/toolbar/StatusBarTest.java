package dev.bulkhead.ui.shell.toolbar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.SampleTopologies;
import org.junit.jupiter.api.Test;

/** A project in numbers. */
class StatusBarTest {

    @Test
    void oneIsOneAndMoreAreMany() {
        assertThat(StatusBar.words(SampleTopologies.mediaServerBefore()))
                .startsWith("1 network   ·   19 services   ·   17 memberships   ·   ");
        assertThat(StatusBar.words(SampleTopologies.mediaServerAfter())).startsWith("7 networks   ·   19 services");
    }
}
