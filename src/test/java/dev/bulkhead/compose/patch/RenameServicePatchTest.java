package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenameServicePatchTest {

    private static final FieldEdit DB = new FieldEdit.RenameService(Element.service("db"), "postgres");

    @Test
    void whoeverMeansItByItsNameFollows() throws EditRejectedException {
        String text = """
                services:
                  db:   # the only one
                    image: postgres:17
                  web:
                    image: nginx
                    depends_on: [db, cache]
                    links:
                      - "db"
                      - db:data
                  cache:
                    image: redis
                    depends_on:
                      db:
                        condition: service_started
                    network_mode: service:db
                    volumes_from: ["db:ro"]
                """;

        assertThat(Patched.compose(text).after(DB)).isEqualTo("""
                services:
                  postgres:   # the only one
                    image: postgres:17
                  web:
                    image: nginx
                    depends_on: [postgres, cache]
                    links:
                      - "postgres:db"
                      - postgres:data
                  cache:
                    image: redis
                    depends_on:
                      postgres:
                        condition: service_started
                    network_mode: service:postgres
                    volumes_from: ["postgres:ro"]
                """);
    }

    @Test
    void everyFileThatDeclaresItAndWhoExtendsItFollow() throws EditRejectedException {
        Patched project = Patched.files(Map.of(
                "compose.yaml", """
                        services:
                          db: {image: postgres}
                          other:
                            extends: db
                          third:
                            extends: {file: compose.yaml, service: db}
                        """,
                "compose.override.yaml", """
                        services:
                          db:
                            restart: always
                        """));

        assertThat(project.allAfter(DB))
                .isEqualTo(Map.of(
                        "compose.yaml", """
                        services:
                          postgres: {image: postgres}
                          other:
                            extends: postgres
                          third:
                            extends: {file: compose.yaml, service: postgres}
                        """,
                        "compose.override.yaml", """
                        services:
                          postgres:
                            restart: always
                        """));
    }

    @Test
    void aServiceOfTheSameNameInAnExtendedFileStays() throws EditRejectedException {
        Patched project = Patched.files(Map.of(
                "compose.yaml", """
                        services:
                          db:
                            extends: {file: base.yaml, service: db}
                        """,
                "base.yaml", """
                        services:
                          db: {image: postgres}
                        """));

        assertThat(project.allAfter(DB)).isEqualTo(Map.of("compose.yaml", """
                        services:
                          postgres:
                            extends: {file: base.yaml, service: db}
                        """));
    }

    @Test
    void dependenciesThatSeveralTakeOverAreRenamedOnce() throws EditRejectedException {
        String text = """
                x-common: &common
                  depends_on: [db]
                services:
                  db: {image: postgres}
                  a: {<<: *common, image: n}
                  b: {<<: *common, image: n}
                """;

        assertThat(Patched.compose(text).after(DB))
                .isEqualTo(text.replace("depends_on: [db]", "depends_on: [postgres]")
                        .replace("  db:", "  postgres:"));
    }

    @Test
    void aNameThatIsTakenOrNoneIsRefused() {
        Patched project = Patched.compose("""
                services:
                  db: {image: postgres}
                  web: {image: nginx}
                """);

        assertThat(project.refusal(new FieldEdit.RenameService(Element.service("db"), "web")))
                .isEqualTo("There is a service web in the project already; choose another name.");
        assertThat(project.refusal(new FieldEdit.RenameService(Element.service("db"), "a b")))
                .isEqualTo("a b is no name of a service; a name has letters, digits, dots, dashes and underscores.");
        assertThat(project.refusal(new FieldEdit.RenameService(Element.service("gone"), "x")))
                .isEqualTo("There is no service gone in the project.");
    }
}
