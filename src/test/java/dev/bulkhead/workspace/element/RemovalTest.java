package dev.bulkhead.workspace.element;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.reach.rules.Rules;
import dev.bulkhead.reach.rules.RulesReader;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.workspace.TopologyDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

    private static final String TEXT = """
            services:
              web:
                image: nginx
                ports: ["8080:80"]
                networks:
                  edge: {aliases: [www]}
                  back:
                depends_on: [db]

              db:
                image: postgres
                networks: [back]

              vpn:
                image: gluetun
                networks: [tunnel]

              guest:
                image: qbittorrent
                network_mode: service:vpn
            networks:
              edge:
              back:
              tunnel:
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private TopologyDocument document;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), TEXT);
        document = TopologyDocument.open(ComposeRequest.of(folder), new DiskFileTree());
    }

    private Removal removal(GraphElement... elements) {
        return Removal.of(document.project().topology(), Rules.NONE, Set.of(elements));
    }

    private String text() {
        ComposeProject project = document.project();
        return project.files().getFirst().text();
    }

    @Test
    void aServiceGoesWithWhoeverWaitsForItAndItsEmptyNetworkIsNamed() throws Exception {
        Removal removal = removal(Element.service("db"));

        assertThat(removal.against()).isEmpty();
        assertThat(removal.goes()).containsExactly("web no longer waits for db.");
        document.apply(removal.edit());
        assertThat(text())
                .isEqualTo(TEXT.replace("    depends_on: [db]\n", "")
                        .replace("""
                  db:
                    image: postgres
                    networks: [back]

                """.indent(0).replaceAll("(?m)^", "").replace("\n\n", "\n\n"), ""));
        assertThat(document.history().undoTitle()).contains("remove db");
    }

    @Test
    void whatItHasGoesWithIt() {
        assertThat(removal(Element.service("web")).goes())
                .containsExactly("With web goes: port 8080:80, alias www.", "edge is then without members.");
    }

    @Test
    void theOwnerOfANetworkThatAnotherUsesStaysUnlessBothGo() {
        assertThat(removal(Element.service("vpn")).against())
                .containsExactly("guest uses the network of vpn; give it one of its own, or remove both.");
        assertThat(removal(Element.service("vpn"), Element.service("guest")).against())
                .isEmpty();
    }

    @Test
    void aNetworkGoesWithItsMembershipsAndWhoHasNoOtherFallsToDefault() throws Exception {
        Removal removal = removal(Element.network("back"));

        assertThat(removal.goes())
                .containsExactly(
                        "db leaves back.",
                        "db is on no other network, so it goes to default, as Compose has it.",
                        "web leaves back.");
        document.apply(removal.edit());
        assertThat(document.project().topology().network("back")).isEmpty();
        assertThat(document.project().topology().service("db").orElseThrow().joins("default"))
                .isTrue();
        assertThat(document.project().topology().service("web").orElseThrow().joins("edge"))
                .isTrue();
    }

    @Test
    void rulesThatNameItAreTold() throws Exception {
        Rules rules = RulesReader.parse("bulkhead.yml", "rules: [must: web -> db, must: web -> internet]");

        assertThat(Removal.of(document.project().topology(), rules, Set.of(Element.service("db")))
                        .goes())
                .contains("A rule names what goes; they stay in bulkhead.yml, where Problems will tell of them.");
    }
}
