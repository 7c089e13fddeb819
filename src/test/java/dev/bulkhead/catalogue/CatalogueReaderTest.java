package dev.bulkhead.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    private static final String SONARR = """
            - id: sonarr
              name: Sonarr
              icon: television-classic
              images: [lscr.io/linuxserver/sonarr, "*/sonarr"]
              tier: backend
              also: [download]
              role: automation
              web-port: 8989
              ports: [9898]
              health-check: wget -q --spider http://localhost:8989/ping
              metrics: {port: 9707, needs: told to tell}
              internet: series data
              secrets: [API_KEY]
              secret-file: "*_FILE"
              machines: {paths: [/api, /feed], who: mobile apps, by: an API key}
              talks-to:
                - {to: prowlarr, why: searches indexers}
                - {to: prowlarr, port: 9697, why: fetches torrents}
            """;

    private static final String PROWLARR = """
            - id: prowlarr
              name: Prowlarr
              icon: magnify
              images: ["*/prowlarr"]
              tier: backend
              role: automation
              web-port: 9696
            """;

    @Test
    void readsEverythingAnEntryStates() throws CatalogueException {
        assertThat(read(SONARR + PROWLARR).byId("sonarr"))
                .contains(new CatalogueEntry(
                        "sonarr",
                        new Appearance("Sonarr", "television-classic"),
                        List.of(
                                new ImagePattern.Repository("lscr.io/linuxserver/sonarr"),
                                new ImagePattern.AnyNamed("sonarr")),
                        new Placement(ImageTier.BACKEND, List.of(ImageTier.DOWNLOAD), Role.AUTOMATION),
                        new Listening(
                                Optional.of(8989),
                                List.of(9898),
                                Optional.of("wget -q --spider http://localhost:8989/ping"),
                                Optional.of(new Listening.Metrics(9707, "/metrics", Optional.of("told to tell")))),
                        new Traffic(
                                Optional.of("series data"),
                                List.of(
                                        new Integration("prowlarr", 9696, "searches indexers"),
                                        new Integration("prowlarr", 9697, "fetches torrents")),
                                Optional.of(new Machines(List.of("/api", "/feed"), "mobile apps", "an API key"))),
                        new SecretVariables(
                                List.of("API_KEY"),
                                Optional.of(new SecretVariables.FileWay("*_FILE", Optional.empty(), false)),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty())));
    }

    @Test
    void leavesOutWhatAnEntryDoesNotState() throws CatalogueException {
        assertThat(read(PROWLARR).byId("prowlarr"))
                .contains(new CatalogueEntry(
                        "prowlarr",
                        new Appearance("Prowlarr", "magnify"),
                        List.of(new ImagePattern.AnyNamed("prowlarr")),
                        new Placement(ImageTier.BACKEND, List.of(), Role.AUTOMATION),
                        new Listening(Optional.of(9696), List.of(), Optional.empty(), Optional.empty()),
                        new Traffic(Optional.empty(), List.of(), Optional.empty()),
                        SecretVariables.NONE));
    }

    @Test
    void namesFileAndLineOfAnUnknownTier() {
        assertRejected(
                PROWLARR + PROWLARR.replace("prowlarr", "other").replace("tier: backend", "tier: attic"),
                "apps.yml:8: other: 'attic' is not a tier Bulkhead knows");
    }

    @Test
    void namesFileAndLineOfAnUnknownRole() {
        assertRejected(
                PROWLARR.replace("role: automation", "role: butler"),
                "apps.yml:1: prowlarr: 'butler' is not a role Bulkhead knows");
    }

    @Test
    void namesFileAndLineOfAMissingField() {
        assertRejected(PROWLARR.replace("  name: Prowlarr\n", ""), "apps.yml:1: prowlarr: 'name' is missing");
    }

    @Test
    void namesFileAndLineOfAMissingId() {
        assertRejected(PROWLARR.replace("id: prowlarr", "id: ''"), "apps.yml:1: 'id' is missing");
    }

    @Test
    void namesBothPlacesOfAnIdGivenTwice() {
        assertRejected(
                PROWLARR + PROWLARR,
                "apps.yml:8: prowlarr: the id is taken already at apps.yml:1; give this entry another");
    }

    @Test
    void namesBothPlacesOfAnImageClaimedTwice() {
        assertRejected(
                PROWLARR + PROWLARR.replace("id: prowlarr", "id: other"),
                "apps.yml:8: other: the image '*/prowlarr' is claimed already at apps.yml:1");
    }

    @Test
    void rejectsAFlowToNobody() {
        assertRejected(SONARR, "apps.yml:1: sonarr: talks to 'prowlarr', which is no entry's id");
    }

    @Test
    void asksForThePortOfAFlowToSomethingThatListensOnNone() {
        assertRejected(
                SONARR + PROWLARR.replace("  web-port: 9696\n", ""),
                "apps.yml:1: sonarr: talks to 'prowlarr', which has no port; state one");
    }

    @Test
    void rejectsAPortThatIsNone() {
        assertRejected(
                PROWLARR.replace("9696", "96960"), "apps.yml:1: prowlarr: port 96960 is not between 1 and 65535");
    }

    @Test
    void rejectsATemplateWithoutThePlaceOfTheVariable() {
        assertRejected(
                PROWLARR + "  secret-file: _FILE\n",
                "apps.yml:1: prowlarr: secret-file has to contain * where the variable's name goes, such as *_FILE");
    }

    @Test
    void namesFileAndLineOfAMisspeltField() {
        assertRejected(
                PROWLARR + PROWLARR.replace("icon:", "ikon:"),
                "apps.yml:8: 'ikon' is not a field of an entry; index.yml lists those there are");
    }

    @Test
    void namesFileAndLineOfAWordWhereAPortIsDue() {
        assertRejected(PROWLARR.replace("9696", "many"), "apps.yml:7: 'web-port' cannot be what stands here");
    }

    @Test
    void namesFileAndLineOfAFieldGivenTwice() {
        assertThatThrownBy(() -> read(PROWLARR + "  icon: magnify\n"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith("apps.yml:8: Duplicate field 'icon'");
    }

    @Test
    void namesFileAndLineOfWhatIsNotYaml() {
        assertThatThrownBy(() -> read(PROWLARR + "\t- id: x\n"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageMatching("apps\\.yml:[78]: .*");
    }

    @Test
    void asksForAListOfEntries() {
        assertRejected("id: sonarr\n", "apps.yml:1: expected a list of entries, each beginning with '- id:'");
    }

    @Test
    void asksForAnEntryInPlaceOfAWord() {
        assertRejected(PROWLARR + "- sonarr\n", "apps.yml:8: expected an entry, beginning with '- id:'");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> new CatalogueReader().read(folder(Map.of("index.yml", "files: [gone.yml]"))))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("gone.yml:1: this file of the catalogue is missing");
    }

    private static void assertRejected(String entries, String message) {
        assertThatThrownBy(() -> read(entries))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(message);
    }

    private static Catalogue read(String entries) throws CatalogueException {
        return new CatalogueReader().read(folder(Map.of("index.yml", "files: [apps.yml]", "apps.yml", entries)));
    }

    private static CatalogueReader.Folder folder(Map<String, String> files) {
        return name -> Optional.ofNullable(files.get(name));
    }
}
