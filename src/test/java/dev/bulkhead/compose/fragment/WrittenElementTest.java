package dev.bulkhead.compose.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Element;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenElementTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void commentsRightAboveBelongToItAndThoseOfOthersDoNot() throws Exception {
        ComposeProject project = project("""
                services:
                  web:
                    image: nginx
                  # after web

                  # the database
                  # of all
                  db:
                    image: postgres # the newest
                    networks:
                      - back
                    # not of db
                networks:
                  back: {}
                """);

        assertThat(WrittenElement.of(project, Element.service("db")))
                .singleElement()
                .satisfies(written -> {
                    assertThat(written.text()).isEqualTo("""
                      # the database
                      # of all
                      db:
                        image: postgres # the newest
                        networks:
                          - back""".indent(2).stripTrailing());
                    assertThat(written.firstLine()).isEqualTo(6);
                });
        assertThat(WrittenElement.of(project, Element.network("back")))
                .extracting(WrittenElement::text)
                .containsExactly("  back: {}");
    }

    @Test
    void whatSeveralFilesSayIsThereAsOftenAndTheImplicitNetworkIsNowhere() throws Exception {
        Files.writeString(folder.resolve("compose.override.yaml"), "services:\n  web: {restart: always}\n");
        ComposeProject project = project("services:\n  web:\n    image: nginx\n");

        assertThat(WrittenElement.of(project, Element.service("web")))
                .extracting(WrittenElement::text)
                .containsExactly("  web:\n    image: nginx", "  web: {restart: always}");
        assertThat(WrittenElement.of(project, Element.network("default"))).isEmpty();
    }

    @Test
    void lineEndsOfWindowsStayOutside() throws Exception {
        ComposeProject project = project("services:\r\n  # it\r\n  web:\r\n    image: nginx\r\n");

        assertThat(WrittenElement.of(project, Element.service("web")))
                .extracting(WrittenElement::text)
                .containsExactly("  # it\r\n  web:\r\n    image: nginx");
    }

    private ComposeProject project(String text) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), text);
        return new ComposeLoader(new DiskFileTree()).load(ComposeRequest.of(folder));
    }
}
