package dev.bulkhead.compose.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.compose.ComposeFile;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final String SERVICE = "services: {a: {image: x}}\n";

    @Test
    void findsTheProjectOfAFolderBelow() throws ComposeException {
        ComposeProject project = new ComposeLoader(Projects.files("compose.yaml", SERVICE, "deep/er/file.txt", ""))
                .load(ComposeRequest.of(Projects.DIRECTORY.resolve("deep/er")));
        assertThat(project.directory()).isEqualTo(Projects.DIRECTORY);
        assertThat(project.topology().project()).isEqualTo("shop");
    }

    @Test
    void saysWhichOfTwoFilesItTakes() throws ComposeException {
        ComposeProject project = Projects.open("compose.yaml", SERVICE, "docker-compose.yml", SERVICE);
        assertThat(project.files().stream().map(ComposeFile::name)).containsExactly("compose.yaml");
        assertThat(project.warnings().stream().map(w -> w.message()))
                .containsExactly("compose.yaml is used; docker-compose.yml beside it is not.");
    }

    @Test
    void takesANamedFileAloneWithoutItsOverride() throws ComposeException {
        ComposeProject project = new ComposeLoader(
                        Projects.files("compose.yaml", SERVICE, "compose.override.yaml", "services: {b: {image: x}}\n"))
                .load(ComposeRequest.of(Projects.DIRECTORY.resolve("compose.yaml")));
        assertThat(project.topology().services()).containsOnlyKeys("a");
    }

    @Test
    void takesTheCommandLineBeforeTheEnvironmentAndTheFiles() throws ComposeException {
        ComposeLoader loader = new ComposeLoader(Projects.files(
                "compose.yaml",
                "name: file\nservices: {a: {image: \"x:${TAG}\"}}\n",
                ".env",
                "TAG=dot\nCOMPOSE_PROJECT_NAME=dot\n",
                "other.env",
                "TAG=other\n"));
        ComposeProject project = loader.load(new ComposeRequest(
                Projects.DIRECTORY,
                List.of(),
                Optional.of("stated"),
                List.of(Path.of("other.env")),
                List.of(),
                Map.of()));
        assertThat(project.topology().project()).isEqualTo("stated");
        assertThat(project.topology().service("a").orElseThrow().container().image())
                .contains("x:other");
        assertThat(loader.load(ComposeRequest.of(Projects.DIRECTORY)).topology().project())
                .isEqualTo("dot");
    }

    @Test
    void activatesTheProfilesOfTheEnvironment() throws ComposeException {
        ComposeProject project = Projects.open(
                "compose.yaml", "services: {a: {image: x, depends_on: [b]}, b: {image: x, profiles: [p]}}\n",
                ".env", "COMPOSE_PROFILES=q, p\n");
        assertThat(project.problems()).isEmpty();
    }

    @Test
    void namesFilesRelativeToTheProjectDirectory() throws ComposeException {
        ComposeProject project = new ComposeLoader(Projects.files("sub/one.yaml", SERVICE, "two.yaml", SERVICE))
                .load(Projects.request(List.of("sub/one.yaml", "two.yaml"), List.of()));
        assertThat(project.files().stream().map(ComposeFile::name)).containsExactly("one.yaml", "../two.yaml");
        assertThat(project.topology().project()).isEqualTo("sub");
    }
}
