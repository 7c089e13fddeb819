package dev.bulkhead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.testing.Commands;
import dev.bulkhead.testing.SampleFiles;
import dev.bulkhead.testing.StartsProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private CommandLineRun export(Path project, String... more) throws Exception {
        return CommandLineRun.of(
                Stream.concat(Stream.of("export", project.toString(), "--to", to().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path to() {
        return directory.resolve("out");
    }

    private List<String> written() throws Exception {
        try (Stream<Path> files = Files.list(to())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesEverythingButThePictureThatNeedsTheWindow() throws Exception {
        assertThat(export(SampleFiles.original(SampleFiles.MEDIASERVER)).code()).isZero();

        assertThat(written())
                .containsExactly(
                        "compose.resolved.yml",
                        "networks.override.yml",
                        "networks.yml",
                        "runbook.md",
                        "runbook.sh",
                        "topology.drawio",
                        "topology.mmd",
                        "topology.pdf",
                        "topology.svg");
    }

    @Test
    void saysWhyThereIsNoPngAndWritesNothing() throws Exception {
        assertThat(export(SampleFiles.original(SampleFiles.HYDRA), "--what", "png,svg"))
                .isEqualTo(new CommandLineRun(2, "", "bulkhead: The toolkit cannot start here; export svg instead.\n"));
        assertThat(to()).doesNotExist();
    }

    @Test
    void doesNotReplaceFilesUnlessToldTo() throws Exception {
        Path sample = SampleFiles.original(SampleFiles.HYDRA);
        export(sample, "--what", "mermaid");

        assertThat(export(sample, "--what", "mermaid,svg").err())
                .isEqualTo(
                        "bulkhead: " + to().resolve("topology.mmd") + " is there already; choose another directory.\n");
        assertThat(written()).containsExactly("topology.mmd");
        assertThat(export(sample, "--what", "mermaid,svg", "--force").code()).isZero();
        assertThat(written()).containsExactly("topology.mmd", "topology.svg");
    }

    @Test
    void statesInAnOverrideWhatLeadsFromOneStateToAnother() throws Exception {
        Path before = Files.createDirectory(directory.resolve("before"));
        Path after = Files.createDirectory(directory.resolve("after"));
        Files.writeString(before.resolve("compose.yaml"), """
            name: shop
            services:
              web: {image: nginx, ports: ["80:80"], networks: [old]}
              db: {image: postgres}
            networks: {old: {}}
            """);
        Files.writeString(after.resolve("compose.yaml"), """
            name: shop
            services:
              web: {image: nginx, networks: {front: {aliases: [www]}}}
              db: {image: postgres}
            networks: {front: {internal: true, ipam: {config: [{subnet: 10.1.0.0/24}]}}}
            """);

        assertThat(export(after, "--base", before.toString(), "--what", "override,runbook")
                        .code())
                .isZero();

        assertThat(to().resolve("networks.override.yml")).hasContent("""
            # What changes in the networks of shop, exported by Bulkhead.
            # Lay it over the project: docker compose -f <its files> -f <this file> up -d
            # Needs Docker Compose 2.24.4 or newer: !override replaces, !reset takes away.
            services:
              web:
                networks: !override
                  front:
                    aliases:
                      - www
                ports: !reset []
            networks:
              front:
                name: shop_front
                internal: true
                ipam:
                  config:
                    - subnet: 10.1.0.0/24
              old: !reset null
            """);
        assertThat(to().resolve("runbook.md")).content().isEqualTo("""
            # Networks of shop

            Exported by Bulkhead. The same commands, safe to repeat, are in `runbook.sh`.

            ## Create networks

            ```sh
            docker network create --internal --subnet 10.1.0.0/24 --label com.docker.compose.network=front --label com.docker.compose.project=shop shop_front
            ```

            ## Attach containers while they run

            ```sh
            docker network connect --alias web --alias www shop_front shop-web-1
            ```

            ## Take containers off networks

            ```sh
            docker network disconnect shop_old shop-web-1
            ```

            ## Remove networks

            ```sh
            docker network rm shop_old
            ```

            ## The way back, in this order

            ```sh
            docker network create --label com.docker.compose.network=old --label com.docker.compose.project=shop shop_old
            docker network connect --alias web shop_old shop-web-1
            docker network disconnect shop_front shop-web-1
            docker network rm shop_front
            ```
            """);
    }

    @StartsProcesses
    @Test
    void writesAScriptThatAShellUnderstands() throws Exception {
        export(SampleFiles.original(SampleFiles.MEDIANEST), "--what", "runbook");

        Commands.Output output = Commands.run(
                Map.of(), to(), List.of("sh", "-n", to().resolve("runbook.sh").toString()));

        assertThat(output.output()).isEmpty();
        assertThat(output.exitCode()).isZero();
    }

    @Test
    void exportsNoSecretInAnyFile() throws Exception {
        Path project = Files.createDirectory(directory.resolve("shop"));
        Files.writeString(project.resolve(".env"), "DB_PW=planted-env\n");
        Files.writeString(project.resolve("web.env"), "KEY=planted-env-file\n");
        Files.writeString(project.resolve("compose.yaml"), """
            services:
              web:
                image: nginx
                env_file: web.env
                environment: {A: planted-value, PASSWORD: "${DB_PW}"}
                command: serve --token planted-argument
                labels: {api-key: planted-label}
                ports: ["80:80"]
            """);

        export(project);

        for (String file : written()) {
            assertThat(to().resolve(file)).content().as(file).doesNotContain("planted");
        }
    }
}
