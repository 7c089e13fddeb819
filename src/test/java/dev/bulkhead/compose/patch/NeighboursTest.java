package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Publish;
import org.junit.jupiter.api.Test;

/** New lines look like those around them. */
class NeighboursTest {

    private static final Publish PUBLISH = new Publish("web", PortMapping.of(8080, 80, Protocol.TCP));

    @Test
    void tabsOfJsonStayTabs() throws EditRejectedException {
        assertThat(Patched.compose("{\n\t\"services\": {\n\t\t\"web\": {\n\t\t\t\"image\": \"n\"\n\t\t}\n\t}\n}\n")
                        .after(PUBLISH))
                .isEqualTo("{\n\t\"services\": {\n\t\t\"web\": {\n\t\t\t\"image\": \"n\",\n"
                        + "\t\t\t\"ports\": [\"8080:80\"]\n\t\t}\n\t}\n}\n");
    }

    @Test
    void keysAreQuotedWhereTheOthersAre() throws EditRejectedException {
        String text = "\"services\":\n  \"web\":\n    \"image\": \"n\"\n";

        assertThat(Patched.compose(text).after(PUBLISH)).isEqualTo(text + "    \"ports\":\n      - \"8080:80\"\n");
    }

    @Test
    void blankLinesAreNotDoubled() throws EditRejectedException {
        assertThat(Patched.compose("services:\n\n  web:\n    image: n\n\n\n  db:\n    image: d\n")
                        .after(PUBLISH))
                .isEqualTo(
                        "services:\n\n  web:\n    image: n\n    ports:\n      - \"8080:80\"\n\n\n  db:\n    image: d\n");
    }
}
