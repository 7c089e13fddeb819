package dev.bulkhead.ui.shell.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sentences about projects that cannot be opened. */
class ProjectFlowTest {

    private static final Optional<Path> SHOP = Optional.of(Path.of("/srv/shop"));

    @Test
    void theFolderIsNamedUnlessTheSentenceNamesItItself() {
        assertThat(ProjectFlow.named(SHOP, "compose.yaml:3: the tab is no indentation."))
                .isEqualTo(Path.of("/srv/shop") + ": compose.yaml:3: the tab is no indentation.");
        assertThat(ProjectFlow.named(SHOP, "There is no Compose file in " + Path.of("/srv/shop") + "."))
                .isEqualTo("There is no Compose file in " + Path.of("/srv/shop") + ".");
        assertThat(ProjectFlow.named(Optional.empty(), "It is not there.")).isEqualTo("It is not there.");
    }
}
