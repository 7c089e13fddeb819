package dev.bulkhead.compose.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No export repeats a secret, wherever in a project it stands. */
class ExportedSecretsTest {

    private static final String COMPOSE = """
        services:
          web:
            image: nginx:1.29
            build:
              context: .
              args: {NPM_TOKEN: hunterA1234567, URL: "https://u:hunterB1234@h/x"}
              labels: {api_key: hunterC123456}
            labels: {db.password: hunterD123456, url: "postgres://u:hunterE12345@db/x"}
            annotations: {token: hunterF123456}
            environment: {API_TOKEN: hunterG12345, DSN: "redis://:hunterH12345@r/0"}
            healthcheck:
              test: ["CMD", "curl", "--password=hunterI12345", "-u", "admin:hunterJ12345", "http://localhost"]
            command: ["--api-key", "hunterK1234567", "--x"]
            entrypoint: run --secret=hunterL123456
            logging:
              driver: splunk
              options: {splunk-token: hunterM123456}
            post_start:
              - command: ["x", "--password", "hunterN123456"]
            networks: [n]
          cache:
            image: redis:8
            healthcheck: {test: ["CMD", "redis-cli", "-a", "hunterO123456", "ping"]}
          db:
            image: mariadb:12
            healthcheck: {test: "mysqladmin ping -phunterP123456 -u root"}
        networks:
          n:
            labels: {auth.token: hunterQ123456, zone: inner}
            driver_opts: {password: hunterR123456}
        volumes:
          v:
            driver_opts: {type: cifs, o: "username=u,password=hunterS123456", device: //x/y}
            labels: {secret: hunterT123456}
        configs:
          c: {content: "password: hunterU123456"}
        """;

    @Test
    void noSecretIsRepeated(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), COMPOSE);
        ComposeRequest request = ComposeRequest.of(directory);
        ComposeLoader loader = new ComposeLoader(new DiskFileTree());
        Topology topology = loader.load(request).topology();
        Runbook runbook = Runbook.of(topology);
        String networks = NetworksFile.of(topology, NetworksFile.Owner.COMPOSE);
        String all = ResolvedFile.of(loader.resolve(request))
                + networks
                + NetworksFile.of(topology, NetworksFile.Owner.OPERATOR)
                + OverrideFile.pinning(topology)
                + NetworksScript.of(topology.project(), topology.networks().values())
                + runbook.script()
                + runbook.markdown();

        assertThat(all).contains("mysqladmin ping -p${PASSWORD} -u root").doesNotContain("hunter");
        assertThat(networks).contains("auth.token: \"${auth_token}\"").contains("zone: inner");
        assertThat(runbook.script()).contains("--label auth.token=\"${auth_token:?}\" --label zone=inner");
    }
}
