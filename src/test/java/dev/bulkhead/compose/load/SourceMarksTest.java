package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.topology.Element;
import org.junit.jupiter.api.Test;

class SourceMarksTest {

    private static String at(ComposeProject project, Element element) {
        return project.sources().marks().get(element) + "";
    }

    @Test
    void namesThePlaceOfEveryPart() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", """
                services:
                  a:
                    image: x
                    network_mode: ""
                    networks:
                      front:
                        ipv4_address: 10.0.0.2
                      back:
                    ports:
                      - "80:80"
                      - "90-91:90-91"
                    labels:
                      - traefik.enable=true
                networks:
                  front:
                    internal: true
                    ipam:
                      config:
                        - subnet: 10.0.0.0/24
                          gateway: 10.0.0.1
                  back:
                """);
        assertThat(at(project, Element.service("a"))).isEqualTo("compose.yaml:2:3");
        assertThat(at(project, Element.service("a").field("network_mode"))).isEqualTo("compose.yaml:4:5");
        assertThat(at(project, Element.membership("a", "back"))).isEqualTo("compose.yaml:8:7");
        assertThat(at(project, Element.membership("a", "front").field("ipv4_address")))
                .isEqualTo("compose.yaml:7:9");
        assertThat(at(project, Element.port("a", 0))).isEqualTo("compose.yaml:10:9");
        assertThat(at(project, Element.port("a", 2))).isEqualTo("compose.yaml:11:9");
        assertThat(at(project, Element.service("a").field("labels").field("traefik.enable")))
                .isEqualTo("compose.yaml:13:9");
        assertThat(at(project, Element.network("back"))).isEqualTo("compose.yaml:21:3");
        assertThat(at(project, Element.network("front").field("internal"))).isEqualTo("compose.yaml:16:5");
        assertThat(at(project, Element.pool("front", 0))).isEqualTo("compose.yaml:19:11");
        assertThat(at(project, Element.pool("front", 0).field("gateway"))).isEqualTo("compose.yaml:20:11");
    }

    @Test
    void namesThePlaceOfBindMountsAmongOtherVolumes() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", """
                services:
                  a:
                    image: x
                    volumes:
                      - data:/data
                      - /srv:/srv
                      - type: tmpfs
                        target: /tmp
                      - type: bind
                        source: /etc
                        target: /etc
                volumes: {data: }
                """);

        assertThat(project.topology()
                        .service("a")
                        .orElseThrow()
                        .container()
                        .hostAccess()
                        .hostPaths())
                .containsExactly("/srv", "/etc");
        assertThat(at(project, Element.bindMount("a", 0))).isEqualTo("compose.yaml:6:9");
        assertThat(at(project, Element.bindMount("a", 1))).isEqualTo("compose.yaml:9:9");
    }

    @Test
    void tellsWhatIsBuiltFromWhatIsPulled() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml", "services:\n  a: {image: x}\n  b: {image: y, build: .}\n  c: {build: {context: .}}\n");

        assertThat(project.topology().services().values())
                .extracting(service -> service.key() + " " + service.container().built())
                .containsExactly("a false", "b true", "c true");
    }

    @Test
    void namesTheFileAMergedPartFinallyComesFrom() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml", "services:\n  a:\n    image: x\n    networks: [one]\nnetworks: {one: , two: }\n",
                "compose.override.yaml", "services:\n  a:\n    image: y\n    networks: [two]\n");
        assertThat(at(project, Element.service("a"))).isEqualTo("compose.yaml:2:3");
        assertThat(at(project, Element.service("a").field("image"))).isEqualTo("compose.override.yaml:3:5");
        assertThat(at(project, Element.membership("a", "one"))).isEqualTo("compose.yaml:4:16");
        assertThat(at(project, Element.membership("a", "two"))).isEqualTo("compose.override.yaml:4:16");
    }

    @Test
    void namesTheAnchorThatAnAliasStandsFor() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml",
                "x-nets: &nets\n  - one\nservices:\n  a: {image: x, networks: *nets}\nnetworks: {one: }\n");
        assertThat(at(project, Element.membership("a", "one"))).isEqualTo("compose.yaml:2:5");
    }

    @Test
    void listsMainFilesBeforeIncludedAndExtendedOnes() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml", "include: [sub/inc.yaml]\nservices: {a: {extends: {file: base.yaml, service: b}}}\n",
                "compose.override.yaml", "services: {a: {ports: [80]}}\n",
                "sub/inc.yaml", "services: {c: {image: x}}\n",
                "base.yaml", "services: {b: {image: x}}\n");
        assertThat(project.files().stream().map(ComposeFile::name))
                .containsExactly("compose.yaml", "compose.override.yaml", "base.yaml", "sub/inc.yaml");
        assertThat(project.mainFiles()).isEqualTo(2);
        assertThat(project.directory()).isEqualTo(Projects.DIRECTORY);
    }
}
