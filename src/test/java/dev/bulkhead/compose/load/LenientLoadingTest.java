package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.LoadProblem;
import dev.bulkhead.compose.LoadProblem.Rule;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.NetworkMode;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import org.junit.jupiter.api.Test;

class LenientLoadingTest {

    @Test
    void opensAProjectWithAnUndefinedNetworkAndSaysWhere() throws ComposeException {
        ComposeProject project =
                Projects.open("compose.yaml", "services:\n  a:\n    image: x\n    networks:\n      - nowhere\n");
        assertThat(project.topology().service("a").orElseThrow().joins("nowhere"))
                .isTrue();
        assertThat(project.problems())
                .containsExactly(new LoadProblem(
                        Rule.UNDEFINED_NETWORK,
                        List.of(Element.service("a"), Element.network("nowhere")),
                        new SourceMark("compose.yaml", 5, 9),
                        "the service a joins the network nowhere, which is not declared",
                        "declare it under networks:, or correct the name"));
        assertThatThrownBy(project::requireSound)
                .hasMessage("compose.yaml:5:9: the service a joins the network nowhere, which is not declared; declare"
                        + " it under networks:, or correct the name.");
    }

    @Test
    void opensAServiceWithNetworksAndNetworkModeAsItsMode() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml",
                "services:\n  a:\n    image: x\n    network_mode: host\n    networks: [n]\nnetworks:\n  n:\n");
        assertThat(project.topology().service("a").orElseThrow().networkMode()).isEqualTo(new NetworkMode.Host());
        assertThat(project.topology().service("a").orElseThrow().attachments()).isEmpty();
        assertThat(project.problems().stream().map(p -> p.rule().id() + " " + p.at()))
                .containsExactly("networks-with-network-mode compose.yaml:5:5");
    }

    @Test
    void saysThatAVariableInAKeyStaysAsItIs() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", """
                services:
                  a:
                    image: x
                    labels:
                      site.${NAME}: "1"
                      other.$$NAME: "2"
                    environment: ["THE_${NAME}=3"]
                """);
        assertThat(project.warnings().stream().map(w -> w.message()).filter(text -> text.startsWith("The key")))
                .containsExactly("The key site.${NAME} is taken as it stands, since Compose puts values into no keys;"
                        + " write labels as a list of NAME=VALUE, where it does.");
    }

    @Test
    void listsProblemsInFileOrder() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml",
                "include: [z.yaml]\nservices:\n  b: {image: x, depends_on: [nobody]}\n  a: {image: x, networks: [m]}\n",
                "z.yaml",
                "services:\n  aa: {ports: [\"80:80\"]}\n");
        assertThat(project.problems().stream().map(p -> p.rule() + " " + p.at()))
                .containsExactly(
                        "UNDEFINED_DEPENDENCY compose.yaml:3:30",
                        "UNDEFINED_NETWORK compose.yaml:4:28",
                        "INVALID z.yaml:2:3");
    }

    @Test
    void countsOnlyServicesOfActiveProfiles() throws ComposeException {
        String text = "services:\n  a: {image: x}\n  b: {profiles: [p], networks: [nowhere]}\n";
        ComposeLoader loader = new ComposeLoader(Projects.files("compose.yaml", text));
        assertThat(loader.load(Projects.request(List.of(), List.of())).problems())
                .isEmpty();
        assertThat(loader.load(Projects.request(List.of(), List.of("p"))).problems())
                .hasSize(2);
    }

    @Test
    void namesARemoteIncludeAndTurnsWhatItMayDeclareIntoWarnings() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", """
                include:
                  - https://example.org/shared.git
                  - oci://example.org/shared:1
                services:
                  a: {image: x, networks: [shared]}
                """);
        assertThat(project.requireSound().warnings().stream().map(w -> w.at().orElseThrow() + " " + w.message()))
                .containsExactly(
                        "compose.yaml:2:5 the include https://example.org/shared.git is remote and not fetched, so what"
                                + " it declares is missing here.",
                        "compose.yaml:3:5 the include oci://example.org/shared:1 is remote and not fetched, so what it"
                                + " declares is missing here.",
                        "compose.yaml:5:28 the service a joins the network shared, which is not declared; declare it"
                                + " under networks:, or correct the name");
    }

    @Test
    void warnsOfAMissingEnvFile() throws ComposeException {
        ComposeProject project =
                Projects.open("compose.yaml", "services:\n  a:\n    image: x\n    env_file: secret.env\n");
        assertThat(project.requireSound().warnings().stream().map(w -> w.at().orElseThrow() + " " + w.message()))
                .containsExactly("compose.yaml:4:15 the file secret.env does not exist, and Compose does not start the"
                        + " project without it; create it.");
    }
}
