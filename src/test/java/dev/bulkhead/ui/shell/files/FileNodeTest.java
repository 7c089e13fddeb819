package dev.bulkhead.ui.shell.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileNodeTest {

    @Test
    void foldersComeFirstAndOneThatHoldsOneThingIsToldOnItsLine() {
        FileNode tree = FileNode.tree(
                List.of("compose.yaml", "apps/web/compose.yaml", "apps/db/compose.yaml", "apps/db/.env", ".env"));

        assertThat(lines(tree, ""))
                .containsExactly(
                        "apps",
                        "  db",
                        "    compose.yaml = apps/db/compose.yaml",
                        "    .env = apps/db/.env",
                        "  web/compose.yaml = apps/web/compose.yaml",
                        "compose.yaml = compose.yaml",
                        ".env = .env");
    }

    @Test
    void filesOutsideOfTheProjectHaveTheirPath() {
        FileNode tree = FileNode.tree(List.of("compose.yaml", "../shared/base.yaml"));

        assertThat(tree.children())
                .containsExactly(
                        new FileNode("../shared/base.yaml", Optional.of("../shared/base.yaml"), List.of()),
                        new FileNode("compose.yaml", Optional.of("compose.yaml"), List.of()));
    }

    private static List<String> lines(FileNode node, String indent) {
        return node.children().stream()
                .flatMap(child -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(indent
                                + child.label()
                                + child.file().map(f -> " = " + f).orElse("")),
                        lines(child, indent + "  ").stream()))
                .toList();
    }
}
