package dev.bulkhead.workspace.imported;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bulkhead.address.EnginePools;
import dev.bulkhead.engine.observed.EngineDetails;
import dev.bulkhead.engine.observed.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What comes of answers of engines, where no engine is needed to see it. */
class EngineImportTest {

    private static final ObjectMapper YAML = new ObjectMapper(new com.fasterxml.jackson.dataformat.yaml.YAMLFactory());

    private final List<Told> containers = new ArrayList<>();
    private final List<Told> networks = new ArrayList<>();
    private final List<Told> volumes = new ArrayList<>();

    /** An answer of an engine, written in YAML. */
    private static Told told(String text) throws IOException {
        return Told.of(YAML.readValue(text, new TypeReference<Map<String, Object>>() {}));
    }

    private void container(String name, String rest) throws IOException {
        containers.add(told("""
                Id: %s0123456789abcdef
                Name: /%s
                Image: "sha256:1"
                %s
                """.formatted(name, name, rest.indent(0).strip())));
    }

    private List<ImportedProject> imported(SecretPlace secrets) throws IOException {
        Told image = told("""
                Config: {Env: [PATH=/bin], Cmd: [serve], Labels: {said.by: image}, ExposedPorts: {80/tcp: {}}, Volumes: {/img: {}}}
                """);
        return EngineImport.of(
                new EngineDetails(
                        told(
                                "{ServerVersion: 28.5.2, LoggingDriver: json-file, DefaultRuntime: runc, CgroupVersion: '2'}"),
                        containers,
                        networks,
                        volumes,
                        Map.of("sha256:1", image)),
                EnginePools.DEFAULT,
                new ImportChoices(Optional.empty(), "Found Things", secrets, false));
    }

    /** Returns the only file without its comments. */
    private String text() throws IOException {
        return imported(SecretPlace.ENV)
                .getFirst()
                .files()
                .getFirst()
                .text()
                .lines()
                .filter(line -> !line.strip().startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void network(String name, String subnet, String gateway, String digest) throws IOException {
        networks.add(told("""
                Name: %s
                Driver: bridge
                Scope: local
                EnableIPv4: true
                EnableIPv6: false
                IPAM: {Driver: default, Config: [{Subnet: %s%s}]}
                Labels: {com.docker.compose.project: shop, com.docker.compose.network: front%s}
                """.formatted(
                        name,
                        subnet,
                        gateway.isEmpty() ? "" : ", Gateway: " + gateway,
                        digest.isEmpty() ? "" : ", com.docker.compose.config-hash: " + digest)));
    }

    private void member() throws IOException {
        container("shop-web-1", """
                Config: {Image: "app:1", Cmd: [serve], Labels: {com.docker.compose.project: shop, com.docker.compose.service: web}}
                HostConfig: {NetworkMode: shop_front}
                NetworkSettings: {Networks: {shop_front: {Aliases: [shop-web-1, web]}}}
                """);
    }

    @Test
    void containersOfNoProjectComeTogetherAndWhatTheirImageSaysIsLeftOut() throws IOException {
        container("web", """
                Config: {Image: "app:1", Cmd: [serve], Env: [PATH=/bin, A=b], Labels: {said.by: image, mine: x}, ExposedPorts: {80/tcp: {}}, Volumes: {/img: {}}}
                HostConfig: {NetworkMode: default, RestartPolicy: {Name: "no"}, LogConfig: {Type: json-file}, Runtime: runc}
                """);

        assertThat(text()).isEqualTo("""
                name: foundthings
                services:
                  web:
                    image: "app:1"
                    container_name: web
                    environment:
                      A: b
                    labels:
                      mine: x
                    network_mode: bridge
                """);
    }

    @Test
    void aNamespaceThatWasSharedByAContainersNameIsSharedSoAgain() throws IOException {
        container("vpn", """
                Config: {Image: "app:1", Cmd: [serve], Labels: {com.docker.compose.project: shop, com.docker.compose.service: client}}
                HostConfig: {NetworkMode: none}
                """);
        container("by-name", """
                Config: {Image: "app:1", Cmd: [serve], Labels: {com.docker.compose.project: shop, com.docker.compose.service: named}}
                HostConfig: {NetworkMode: "container:vpn"}
                """);
        container("by-id", """
                Config: {Image: "app:1", Cmd: [serve], Labels: {com.docker.compose.project: shop, com.docker.compose.service: served}}
                HostConfig: {NetworkMode: "container:vpn0123456789abcdef"}
                """);

        assertThat(text()).contains("network_mode: \"container:vpn\"", "network_mode: \"service:client\"");
    }

    @Test
    void anEntryPointOfItsOwnKeepsTheCommandAndTakesAwayTheImages() throws IOException {
        container("kept", """
                Config: {Image: "app:1", Entrypoint: [run], Cmd: [serve]}
                HostConfig: {NetworkMode: none}
                """);
        container("gone", """
                Config: {Image: "app:1", Entrypoint: [run]}
                HostConfig: {NetworkMode: none}
                """);

        assertThat(text())
                .contains("entrypoint:\n      - run\n    command:\n      - serve\n")
                .contains("entrypoint:\n      - run\n    network_mode: none\n");
    }

    @Test
    void graphicsCardsAreAskedForAgain() throws IOException {
        container("gpu", """
                Config: {Image: "app:1", Cmd: [serve]}
                HostConfig: {NetworkMode: none, DeviceRequests: [{Driver: nvidia, Count: -1, Capabilities: [[gpu, utility]]}]}
                """);

        assertThat(text()).contains("""
                    deploy:
                      resources:
                        reservations:
                          devices:
                            - driver: nvidia
                              capabilities:
                                - gpu
                                - utility
                              count: all
                """);
    }

    /** The digests are those that Compose 2.40.3 left on a real engine. */
    @Test
    void theDigestThatComposeLeftDecidesWhetherASubnetWasChosen() throws IOException {
        member();
        network(
                "shop_front",
                "10.77.0.0/24",
                "10.77.0.1",
                new NetworkDigest(told("{Name: shop_front, IPAM: {}}"))
                        .of(List.of())
                        .getFirst());

        assertThat(text()).doesNotContain("subnet");
        assertThat(new NetworkDigest(told("{Name: shop_default, IPAM: {}}")).of(List.of()))
                .contains("cf68f29b281a26ea487d2f198485cc165808337181dfb0f69a28e1186000dcfa");
        assertThat(new NetworkDigest(told("{Name: shop_front, IPAM: {}, Labels: {tier: edge}}"))
                        .of(List.of(new Fields()
                                .put("subnet", "10.77.0.0/24")
                                .put("gateway", "10.77.0.1")
                                .asMap())))
                .contains("618cec2247bccc2fab36b414e18de43f0fb1ad6f7348a26751f87f25852b1b2d");
        assertThat(new NetworkDigest(
                                told(
                                        "{Name: shop_back, IPAM: {}, Internal: true, EnableIPv6: false, Options: {com.docker.network.bridge.name: br-back}}"))
                        .of(List.of()))
                .contains("819a1871aa6179e5498f1d264587adaf9036d82dcc5ccac99d8f4b392746be71");
    }

    @Test
    void withoutADigestTheEnginesPoolsDecide() throws IOException {
        member();
        network("shop_front", "172.20.0.0/16", "172.20.0.1", "");
        assertThat(text()).doesNotContain("subnet");

        networks.clear();
        network("shop_front", "172.20.5.0/24", "172.20.5.1", "");
        assertThat(text()).contains("- subnet: 172.20.5.0/24\n          gateway: 172.20.5.1\n");

        networks.clear();
        network("shop_front", "172.20.0.0/16", "", "");
        assertThat(text()).contains("- subnet: 172.20.0.0/16\n");
    }

    @Test
    void anAddressThatSomebodyAskedForMakesItsSubnetAChosenOne() throws IOException {
        container("shop-web-1", """
                Config: {Image: "app:1", Cmd: [serve], Labels: {com.docker.compose.project: shop, com.docker.compose.service: web}}
                HostConfig: {NetworkMode: shop_front}
                NetworkSettings: {Networks: {shop_front: {Aliases: [shop-web-1, web], IPAMConfig: {IPv4Address: 172.20.0.9}}}}
                """);
        network("shop_front", "172.20.0.0/16", "172.20.0.1", "");

        assertThat(text()).contains("ipv4_address: 172.20.0.9", "- subnet: 172.20.0.0/16");
    }

    @Test
    void networksAndVolumesOfOthersAreExternal() throws IOException {
        container("shop-web-1", """
                Config: {Image: "app:1", Cmd: [serve], Labels: {com.docker.compose.project: shop, com.docker.compose.service: web}}
                HostConfig: {NetworkMode: other_default, Binds: ["other_data:/data:rw"]}
                NetworkSettings: {Networks: {other_default: {Aliases: [shop-web-1, web]}}}
                """);
        networks.add(
                told(
                        "{Name: other_default, Driver: bridge, Labels: {com.docker.compose.project: other, com.docker.compose.network: default}}"));
        volumes.add(
                told(
                        "{Name: other_data, Driver: local, Labels: {com.docker.compose.project: other, com.docker.compose.volume: data}}"));

        assertThat(text()).isEqualTo("""
                name: shop
                services:
                  web:
                    image: "app:1"
                    networks:
                      - other_default
                    volumes:
                      - "other_data:/data"
                networks:
                  other_default:
                    external: true
                volumes:
                  other_data:
                    external: true
                """);
        assertThat(imported(SecretPlace.ENV).getFirst().files().getFirst().text())
                .contains("# To be there before docker compose up: network other_default, volume other_data.");
    }

    @Test
    void secretsInCommandsOptionsAndLabelsOfNetworksAreHiddenToo() throws IOException {
        container("shop-web-1", """
                Config:
                  Image: "app:1"
                  Cmd: [serve, --token=planted1, --user, me, --password, planted2, "http://me:planted3@there/"]
                  Env: [DB_PASSWORD=planted4, "URL=amqp://u:planted4@mq"]
                  Healthcheck: {Test: [CMD, ask, -p, planted4]}
                  Labels: {com.docker.compose.project: shop, com.docker.compose.service: web}
                HostConfig: {NetworkMode: shop_front, LogConfig: {Type: splunk, Config: {splunk-token: planted5}}}
                NetworkSettings: {Networks: {shop_front: {Aliases: [shop-web-1, web]}}}
                """);
        networks.add(told("""
                Name: shop_front
                Driver: bridge
                Labels: {com.docker.compose.project: shop, com.docker.compose.network: front, api.key: planted6}
                """));

        for (SecretPlace place : List.of(SecretPlace.ENV, SecretPlace.FILES, SecretPlace.NOWHERE)) {
            ImportedProject project = imported(place).getFirst();
            for (ImportedFile file : project.files()) {
                assertThat(file.text().contains("planted"))
                        .as("%s %s", place, file.name())
                        .isEqualTo(file.confidential());
                assertThat(file.toString()).doesNotContain("planted");
            }
            assertThat(project.files())
                    .filteredOn(ImportedFile::confidential)
                    .hasSize(
                            switch (place) {
                                case ENV -> 1;
                                case FILES -> 2;
                                case INLINE, NOWHERE -> 0;
                            });
        }
        assertThat(imported(SecretPlace.INLINE).getFirst().files())
                .allMatch(file -> file.confidential() && file.text().contains("planted5"));
    }

    @Test
    void whatWasRunOnceAndWhatASwarmRunsIsLeftOut() throws IOException {
        container("once", """
                Config: {Image: "app:1", Labels: {com.docker.compose.project: shop, com.docker.compose.oneoff: "True"}}
                """);
        container("task", """
                Config: {Image: "app:1", Labels: {com.docker.swarm.service.name: web}}
                """);

        assertThat(imported(SecretPlace.ENV)).isEmpty();
    }
}
