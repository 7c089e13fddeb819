package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldEdit.AddElement;
import dev.bulkhead.topology.edit.FieldEdit.RemoveElement;
import dev.bulkhead.topology.edit.FieldEdit.RemoveField;
import dev.bulkhead.topology.edit.FieldEdit.SetField;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldPatchTest {

    private static FieldElement web(String name, String... below) {
        return Element.service("web").field(name, below);
    }

    private static String after(String text, FieldEdit edit) throws EditRejectedException {
        return Patched.compose(text).after(edit);
    }

    @Test
    void makesWhatIsMissingAroundALimit() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n   # the proxy
                  db:
                    image: p
                """;

        assertThat(after(text, new SetField(web("deploy", "resources", "limits", "memory"), FieldValue.text("512m"))))
                .isEqualTo("""
                        services:
                          web:
                            image: n   # the proxy
                            deploy:
                              resources:
                                limits:
                                  memory: 512m
                          db:
                            image: p
                        """);
    }

    @Test
    void changesALimitAndKeepsCommentAndQuotes() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n
                    mem_limit: '256m'  # enough
                """;

        assertThat(after(text, new SetField(web("mem_limit"), FieldValue.text("512m"))))
                .isEqualTo(text.replace("256m", "512m"));
    }

    @Test
    void takesAFieldAwayWithWhatIsEmptyAroundIt() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n
                    deploy:
                      resources:
                        limits:
                          memory: 1g
                    restart: always
                """;

        assertThat(after(text, new RemoveField(web("deploy", "resources", "limits", "memory"))))
                .isEqualTo("""
                services:
                  web:
                    image: n
                    restart: always
                """);
    }

    @Test
    void givesAServiceItsOwnOfWhatAnAnchorSharesWithOthers() throws EditRejectedException {
        String text = """
                x-base: &base
                  restart: always
                  logging: &log
                    driver: json-file
                services:
                  web:
                    <<: *base
                    image: n
                  db:
                    <<: *base
                    image: p
                """;

        assertThat(after(text, new SetField(web("restart"), FieldValue.text("unless-stopped"))))
                .isEqualTo(text.replace("    image: n\n", "    image: n\n    restart: unless-stopped\n"));
        assertThat(after(text, new SetField(web("logging", "options", "max-size"), FieldValue.text("10m"))))
                .isEqualTo(
                        text.replace(
                                "    image: n\n",
                                "    image: n\n    logging:\n      driver: json-file\n      options:\n        max-size: 10m\n"));
        assertThat(Patched.compose(text).refusal(new RemoveField(web("restart"))))
                .isEqualTo(
                        "Cannot remove restart of web: the changed text would mean something else in services.db.restart.");
    }

    @Test
    void setsAWholeHealthCheck() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n";
        FieldValue check = FieldValue.fields()
                .with("test", FieldValue.texts("CMD", "curl", "-f", "http://localhost:${PORT}/"))
                .with("interval", FieldValue.text("10s"))
                .with("retries", FieldValue.number(3));

        assertThat(after(text, new SetField(web("healthcheck"), check))).isEqualTo("""
                services:
                  web:
                    image: n
                    healthcheck:
                      test:
                        - CMD
                        - curl
                        - "-f"
                        - http://localhost:$${PORT}/
                      interval: 10s
                      retries: 3
                """);
    }

    @Test
    void addsAndRemovesWholeElements() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n

                  db:
                    image: p
                """;
        AddElement cache =
                new AddElement(Element.service("cache"), FieldValue.fields().with("image", FieldValue.text("redis:8")));
        String more = text + "\n  cache:\n    image: redis:8\n";

        assertThat(after(text, cache)).isEqualTo(more);
        assertThat(after(more, new RemoveElement(Element.service("web"))))
                .isEqualTo(more.replace("  web:\n    image: n\n\n", ""));
        assertThat(after(
                        text,
                        new AddElement(
                                new Element.SecretElement("token"),
                                FieldValue.fields().with("file", FieldValue.text("./token.txt")))))
                .isEqualTo(text + "\nsecrets:\n  token:\n    file: ./token.txt\n");
        assertThat(Patched.compose(text).refusal(new RemoveElement(Element.service("nobody"))))
                .isEqualTo("There is no service nobody in the project.");
    }

    @Test
    void resetsWhatAnotherServiceGives() throws EditRejectedException {
        String text = """
                services:
                  base:
                    image: b
                    privileged: true
                  web:
                    extends: base
                """;

        assertThat(after(text, new RemoveField(web("privileged")))).isEqualTo(text + "    privileged: !reset null\n");
    }

    @Test
    void keepsWindowsLineEndings() throws EditRejectedException {
        String text = "services:\r\n  web:\r\n    image: n\r\n";

        assertThat(after(text, new SetField(web("read_only"), FieldValue.flag(true))))
                .isEqualTo(text + "    read_only: true\r\n");
    }

    @Test
    void keepsOtherFilesOfTheProjectAndWritesWhereTheValueCounts() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml", "services:\n  web:\n    image: a:1\n    user: x\n",
                "compose.override.yaml", "services:\n  web:\n    image: a:2\n");

        assertThat(Patched.files(files).allAfter(new SetField(web("image"), FieldValue.text("a:3"))))
                .isEqualTo(Map.of("compose.override.yaml", "services:\n  web:\n    image: a:3\n"));
        assertThat(Patched.files(files).allAfter(new SetField(web("user"), FieldValue.text("app"))))
                .isEqualTo(Map.of("compose.yaml", "services:\n  web:\n    image: a:1\n    user: app\n"));
    }

    @Test
    void refusesToCutAValueOffFromTheVariableThatGivesIt() {
        String text = "services:\n  web:\n    image: n\n    user: ${NOBODY_SETS_THIS}\n";

        assertThat(Patched.compose(text).refusal(new SetField(web("user"), FieldValue.text("app"))))
                .isEqualTo(
                        "Cannot set user of web: the value comes from the variable NOBODY_SETS_THIS, which .env does not"
                                + " set; set it where it comes from.");
    }

    @Test
    void aRelativePathMeansTheProjectDirectoryWhereverTheServiceStands() throws Exception {
        Map<String, String> files = Map.of(
                "compose.yaml", "include: [apps/web/compose.yaml]\nservices:\n  here: {image: a}\n",
                "apps/web/compose.yaml", """
                    services:
                      web:
                        image: a
                        volumes:
                          - ./own:/own
                    """);
        FieldEdit there = new FieldEdit.AddItem(
                Element.service("web").field("volumes"), FieldValue.text("./shared/conf:/conf:ro"));
        FieldEdit here = new FieldEdit.AddItem(
                Element.service("here").field("volumes"), FieldValue.text("./shared/conf:/conf:ro"));

        assertThat(Patched.files(files).allAfter(there))
                .containsOnlyKeys("apps/web/compose.yaml")
                .allSatisfy((name, text) ->
                        assertThat(text).contains("- ./own:/own\n      - ../../shared/conf:/conf:ro\n"));
        assertThat(Patched.files(files).allAfter(here))
                .containsOnlyKeys("compose.yaml")
                .allSatisfy((name, text) -> assertThat(text).contains("./shared/conf:/conf:ro"));
    }
}
