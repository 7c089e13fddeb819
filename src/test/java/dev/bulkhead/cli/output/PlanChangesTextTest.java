package dev.bulkhead.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.migrate.PracticeProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of memberships and files. */
class PlanChangesTextTest {

    @Test
    void eachServiceThatMovesAndTheLinesOfTheFilesAreThereWithoutSecrets(@TempDir Path folder) throws Exception {
        PracticeProject project = PracticeProject.of(folder, """
                name: home
                services:
                  traefik:
                    image: traefik:v3
                    networks: [flat]
                    ports: ["80:80"]
                  postgres:
                    image: postgres:16
                    networks: [flat]
                    environment:
                      POSTGRES_PASSWORD: hunter22secret
                networks:
                  flat: {}
                """);

        String text = PlanChangesText.of(project.migration().session("1").review());

        assertThat(text).startsWith("""
                Networks of each service (+ joins, - leaves):
                  postgres: flat, +data-net
                  traefik: flat, +dmz-net

                The files:
                """);
        assertThat(text).contains("+++ b/compose.yml").contains("+++ b/networks.yml");
        assertThat(text).doesNotContain("hunter22secret");
    }

    @Test
    void whoStatesANetworkModeIsSaidToStayWithIt(@TempDir Path folder) throws Exception {
        PracticeProject project = PracticeProject.of(folder, """
                name: home
                services:
                  assistant: {image: "ghcr.io/home-assistant/home-assistant:2025.7", network_mode: host}
                  board: {image: "nginx:1.29", network_mode: lan-side}
                  guest: {image: "nginx:1.29", network_mode: "service:postgres"}
                  postgres: {image: "postgres:16", networks: [flat]}
                networks:
                  flat: {}
                """);

        String text = PlanChangesText.of(project.migration().session("1").review());

        assertThat(text).startsWith("""
                Networks of each service (+ joins, - leaves):
                  postgres: flat, +data-net
                  assistant: joins none of them, for it states network_mode: host
                  board: joins none of them, for it states network_mode: lan-side

                The files:
                """);
    }

    @Test
    void aPasswordThatIsAWordOfTheProjectHidesNothingElse(@TempDir Path folder) throws Exception {
        PracticeProject project = PracticeProject.of(folder, """
                name: home
                services:
                  traefik:
                    image: traefik:v3
                    networks: [flat]
                    ports: ["80:80"]
                  postgres:
                    image: postgres:16
                    environment:
                      POSTGRES_PASSWORD: postgres
                    networks: [flat]
                networks:
                  flat: {}
                """);

        String text = PlanChangesText.of(project.migration().session("1").review());

        assertThat(text).contains(" POSTGRES_PASSWORD: ***\n", " image: postgres:16\n", "postgres: flat, +data-net");
    }
}
