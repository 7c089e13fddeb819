package dev.bulkhead.migrate.iteration.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.catalogue.Catalogue;
import dev.bulkhead.catalogue.CatalogueReader;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.run.Checks;
import dev.bulkhead.compose.ComposeProject;
import dev.bulkhead.compose.ComposeRequest;
import dev.bulkhead.compose.load.ComposeLoader;
import dev.bulkhead.compose.patch.ComposePatcher;
import dev.bulkhead.compose.patch.Patch;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.files.DiskFileTree;
import dev.bulkhead.files.FileTree;
import dev.bulkhead.migrate.goal.Goal;
import dev.bulkhead.migrate.goal.Phase;
import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.iteration.IterationInput;
import dev.bulkhead.migrate.iteration.ScriptedIteration;
import dev.bulkhead.migrate.playbook.PlaybookReader;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files tell of the networks of iteration 1, whoever manages them. */
class NetworksFileTest {

    private static final FileTree DISK = new DiskFileTree();

    @TempDir
    private Path directory;

    @BeforeEach
    void writeProject() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
                name: media
                services:
                  bazarr: {image: "lscr.io/linuxserver/bazarr:v1.5.2-ls311", networks: [flat]}
                  cloudflared: {image: "cloudflare/cloudflared:2025.8.1", networks: [flat]}
                  postgres: {image: "postgres:17", networks: [flat]}
                networks: {flat: }
                """);
    }

    private ComposeProject read() throws Exception {
        return new ComposeLoader(DISK).load(ComposeRequest.of(directory)).requireSound();
    }

    private static Catalogue catalogue() throws Exception {
        return new CatalogueReader().readBundled();
    }

    /** Carries iteration 1 out in the files. */
    private Map<String, String> foundation(String managedBy) throws Exception {
        ComposeProject project = read();
        IterationInput input =
                new IterationInput(project.topology(), catalogue(), new ObservedState(List.of(), List.of()), List.of());
        ScriptedIteration foundation =
                new ScriptedIteration(new PlaybookReader().readBuiltIn().getFirst(), FoundationProposers.all());
        Answers answers = Answers.proposed("1", foundation.questions(input));
        Goal goal = foundation.goal(input, managedBy.isEmpty() ? answers : answers.withValue("networks", managedBy));
        for (Phase phase : goal.phases()) {
            write(new ComposePatcher(DISK).patch(read(), phase.edit()));
        }
        return read().files().stream().collect(Collectors.toMap(file -> file.name(), file -> file.text()));
    }

    private void write(Patch patch) throws Exception {
        for (var change : patch.changes()) {
            Files.writeString(change.path(), change.after().orElseThrow());
        }
    }

    /** Retires the flat network. */
    private void retire() throws Exception {
        for (String service : List.of("bazarr", "cloudflared", "postgres")) {
            write(new ComposePatcher(DISK).patch(read(), new TopologyEdit.Detach(service, "flat")));
        }
    }

    private List<String> withoutInternet() throws Exception {
        return Checks.run(CheckInput.of(read()).withCatalogue(catalogue())).stream()
                .filter(finding -> finding.rule().equals("needs-internet"))
                .map(Finding::message)
                .toList();
    }

    @Test
    void composeManagesTheNetworksUnlessSomebodyElseIsToAndTheFileTellsAllOfThem() throws Exception {
        assertThat(foundation("").get("networks.yml")).isEqualTo("""
                # Networks of the project media; compose.yaml includes this file.
                # Docker Compose manages them: it creates those that are missing, and docker compose down removes them.

                networks:
                  # Members: cloudflared
                  dmz-net:
                    name: dmz-net
                    driver: bridge
                    ipam:
                      config:
                        - subnet: 172.20.0.0/24
                          gateway: 172.20.0.1
                    x-bulkhead:
                      purpose: External-facing ingress layer
                  # Members: bazarr
                  backend-net:
                    name: backend-net
                    driver: bridge
                    internal: true
                    ipam:
                      config:
                        - subnet: 172.20.1.0/24
                          gateway: 172.20.1.1
                    x-bulkhead:
                      purpose: Business logic and automation services
                  # Members: postgres
                  data-net:
                    name: data-net
                    driver: bridge
                    internal: true
                    ipam:
                      config:
                        - subnet: 172.20.2.0/24
                          gateway: 172.20.2.1
                    x-bulkhead:
                      purpose: Databases, caches and queues
                """);
    }

    @Test
    void whatNetworksOfSomebodyElseAreLikeStandsBesideThem() throws Exception {
        assertThat(foundation("external").get("networks.yml")).isEqualTo("""
                # Networks of the project media; compose.yaml includes this file.
                # Somebody else creates them, before docker compose up, and removes them: for Docker Compose they are external.
                # What they are like stands under x-bulkhead, which Compose ignores and Bulkhead reads.

                networks:
                  # Members: cloudflared
                  dmz-net:
                    external: true
                    x-bulkhead:
                      purpose: External-facing ingress layer
                      driver: bridge
                      ipam:
                        config:
                          - subnet: 172.20.0.0/24
                            gateway: 172.20.0.1
                  # Members: bazarr
                  backend-net:
                    external: true
                    x-bulkhead:
                      purpose: Business logic and automation services
                      driver: bridge
                      internal: true
                      ipam:
                        config:
                          - subnet: 172.20.1.0/24
                            gateway: 172.20.1.1
                  # Members: postgres
                  data-net:
                    external: true
                    x-bulkhead:
                      purpose: Databases, caches and queues
                      driver: bridge
                      internal: true
                      ipam:
                        config:
                          - subnet: 172.20.2.0/24
                            gateway: 172.20.2.1
                """);
    }

    @Test
    void aScriptBesideCreatesTheNetworksOfSomebodyElse() throws Exception {
        foundation("external");

        assertThat(directory.resolve("create-networks.sh")).content().isEqualTo("""
                #!/bin/sh
                # Creates the networks that the files of media take for external.
                # Those that are there already stay as they are.
                set -eu

                there() {
                    [ "$(docker network inspect --format '{{.Name}}' -- "$1" 2>/dev/null)" = "$1" ]
                }

                there dmz-net ||
                    docker network create --driver bridge --subnet 172.20.0.0/24 --gateway 172.20.0.1 --label dev.bulkhead.project=media --label dev.bulkhead.tier=dmz dmz-net

                there backend-net ||
                    docker network create --driver bridge --internal --subnet 172.20.1.0/24 --gateway 172.20.1.1 --label dev.bulkhead.project=media --label dev.bulkhead.tier=backend backend-net

                there data-net ||
                    docker network create --driver bridge --internal --subnet 172.20.2.0/24 --gateway 172.20.2.1 --label dev.bulkhead.project=media --label dev.bulkhead.tier=data data-net
                """);
    }

    @Test
    void bothFormsMeanTheSameNetworks() throws Exception {
        Topology before = read().topology();
        foundation("managed");
        List<Network> managed = List.copyOf(read().topology().networks().values());
        Files.delete(directory.resolve("networks.yml"));
        writeProject();
        assertThat(read().topology()).isEqualTo(before);

        foundation("external");

        assertThat(read().topology().networks().values())
                .filteredOn(Network::external)
                .hasSize(managed.size() - 1)
                .map(network -> network.withOptions(network.options().withExternal(false)))
                .isEqualTo(managed.stream()
                        .filter(network -> !network.key().equals("flat"))
                        .toList());
    }

    @Test
    void aCheckWithoutAnEngineFindsWhoLosesItsWayToTheInternetInBothForms() throws Exception {
        foundation("managed");
        assertThat(withoutInternet()).isEmpty();
        retire();
        List<String> managed = withoutInternet();
        Files.delete(directory.resolve("networks.yml"));
        writeProject();

        foundation("external");
        retire();

        assertThat(withoutInternet())
                .isEqualTo(managed)
                .containsExactly(
                        "Service bazarr needs the internet (subtitles), but sits only on network backend-net, which is"
                                + " internal.");
    }

    @Test
    void anExtensionThatIsNotUnderstoodDoesNotKeepTheProjectFromBeingRead() throws Exception {
        Files.writeString(directory.resolve("compose.yaml"), """
                services: {app: {image: app, networks: [out]}}
                networks: {out: {external: true, x-bulkhead: {internal: perhaps}}}
                """);

        assertThat(read().topology().network("out").orElseThrow().internal()).isFalse();
        assertThat(read().warnings())
                .map(warning -> warning.message())
                .containsExactly(
                        "x-bulkhead of the network out is not understood and counts as not there: internal is true or"
                                + " false; write one of them.");
    }
}
