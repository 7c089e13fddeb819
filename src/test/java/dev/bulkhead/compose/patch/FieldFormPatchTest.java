package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.FieldElement;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldEdit.AddItem;
import dev.bulkhead.topology.edit.FieldEdit.RemoveField;
import dev.bulkhead.topology.edit.FieldEdit.RemoveItem;
import dev.bulkhead.topology.edit.FieldEdit.SetField;
import dev.bulkhead.topology.edit.FieldValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Edits of fields that Compose knows in several forms: list or map, short or long, in the file or beside it. */
class FieldFormPatchTest {

    private static FieldElement web(String name, String... below) {
        return Element.service("web").field(name, below);
    }

    private static String after(String text, FieldEdit edit) throws EditRejectedException {
        return Patched.compose(text).after(edit);
    }

    @Test
    void setsALabelInListFormAndInMapForm() throws EditRejectedException {
        String list = """
                services:
                  web:
                    image: n
                    labels:
                      - "traefik.enable=true"
                      - "other=1"
                """;
        String map = """
                services:
                  web:
                    image: n
                    labels:
                      traefik.enable: "true"
                """;
        SetField off = new SetField(web("labels", "traefik.enable"), FieldValue.text("false"));
        SetField more = new SetField(web("labels", "a.b"), FieldValue.text("x"));

        assertThat(after(list, off)).isEqualTo(list.replace("true", "false"));
        assertThat(after(map, off)).isEqualTo(map.replace("true", "false"));
        assertThat(after(list, more)).isEqualTo(list + "      - \"a.b=x\"\n");
        assertThat(after(map, more)).isEqualTo(map + "      a.b: \"x\"\n");
        assertThat(after(list, new RemoveField(web("labels", "other"))))
                .isEqualTo(list.replace("      - \"other=1\"\n", ""));
    }

    @Test
    void setsAVariableWhereItStands() throws EditRejectedException {
        Map<String, String> files =
                Map.of("compose.yaml", """
                services:
                  web:
                    image: n
                    env_file: web.env
                    environment:
                      TZ: ${ZONE}
                """, ".env", "ZONE=UTC\n", "web.env", "# for the web\nMODE=slow # for now\n");

        assertThat(Patched.files(files).allAfter(new SetField(web("environment", "TZ"), FieldValue.text("CET"))))
                .isEqualTo(Map.of(".env", "ZONE=CET\n"));
        assertThat(Patched.files(files).allAfter(new SetField(web("environment", "MODE"), FieldValue.text("fast"))))
                .isEqualTo(Map.of("web.env", "# for the web\nMODE=fast # for now\n"));
    }

    @Test
    void givesAServiceItsOwnVariableWhereOthersReadTheSameEnvFile() throws EditRejectedException {
        String compose = """
                services:
                  web:
                    image: n
                    env_file: all.env
                  db:
                    image: p
                    env_file: all.env
                """;
        Map<String, String> files = Map.of("compose.yaml", compose, "all.env", "MODE=slow\n");

        assertThat(Patched.files(files).allAfter(new SetField(web("environment", "MODE"), FieldValue.text("fast"))))
                .isEqualTo(Map.of(
                        "compose.yaml",
                        compose.replace(
                                "    env_file: all.env\n  db",
                                "    env_file: all.env\n    environment:\n      MODE: fast\n  db")));
    }

    @Test
    void addsACapabilityAfterItsNeighboursAndTakesItOutAgain() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n
                    cap_drop:
                    - NET_RAW # never
                    - MKNOD
                    read_only: true
                """;
        String more = text.replace("    - MKNOD\n", "    - MKNOD\n    - SYS_CHROOT\n");

        assertThat(after(text, new AddItem(web("cap_drop"), FieldValue.text("SYS_CHROOT"))))
                .isEqualTo(more);
        assertThat(after(more, new RemoveItem(web("cap_drop"), FieldValue.text("SYS_CHROOT"))))
                .isEqualTo(text);
        assertThat(after(text, new AddItem(web("security_opt"), FieldValue.text("no-new-privileges:true"))))
                .isEqualTo(text + "    security_opt:\n    - no-new-privileges:true\n");
    }

    @Test
    void addsToAListInBrackets() throws EditRejectedException {
        String text = "services:\n  web: {image: n, cap_drop: [ALL]}\n";

        assertThat(after(text, new AddItem(web("cap_drop"), FieldValue.text("MKNOD"))))
                .isEqualTo("services:\n  web: {image: n, cap_drop: [ALL, MKNOD]}\n");
    }

    @Test
    void findsAnItemByItsShortOrItsLongForm() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n
                    volumes:
                      - data:/data:ro
                      - /etc/hosts:/etc/hosts
                volumes:
                  data: {}
                """;

        assertThat(after(text, new RemoveItem(web("volumes"), FieldValue.text("data:/data:ro"))))
                .isEqualTo(text.replace("      - data:/data:ro\n", ""));
    }

    @Test
    void writesADependencyWithAConditionByTurningTheListIntoAMapping() throws EditRejectedException {
        String text = """
                services:
                  web:
                    image: n
                    depends_on:
                      - db
                      - cache
                  db:
                    image: p
                  cache:
                    image: r
                """;

        assertThat(after(text, new SetField(web("depends_on", "db", "condition"), FieldValue.text("service_healthy"))))
                .isEqualTo(
                        text.replace(
                                "      - db\n      - cache\n",
                                "      db:\n        condition: service_healthy\n      cache:\n        condition: service_started\n"));
    }

    @Test
    void givesABuildInShortFormATarget() throws EditRejectedException {
        String text = "services:\n  web:\n    build: ./web # here\n    user: app\n";

        assertThat(after(text, new SetField(web("build", "target"), FieldValue.text("prod"))))
                .isEqualTo(
                        "services:\n  web:\n    build:\n      context: ./web\n      target: prod # here\n    user: app\n");
    }
}
