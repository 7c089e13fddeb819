package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.EditRejectedException;
import dev.bulkhead.topology.TopologyEdit.Attach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachPatchTest {

    private static final Attach TO_X = new Attach("web", "x");

    private static Attach withAddress(String network, String address) {
        return new Attach(
                "web",
                new Attachment(
                        network, List.of(), Optional.of(address), Optional.empty(), 0, Optional.empty(), Map.of()));
    }

    @Test
    void addsOneLineToAList() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              - a   # the old one

                            restart: always
                        networks: {a: , x: }
                        """).after(TO_X)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks:
                              - a   # the old one
                              - x

                            restart: always
                        networks: {a: , x: }
                        """);
    }

    @Test
    void copiesTheDashStyleAndTheQuotesOfAList() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                            web:
                                networks:
                                -   'a'
                                image: nginx
                        networks: {a: {}, x: {}}
                        """).after(TO_X)).isEqualTo("""
                        services:
                            web:
                                networks:
                                -   'a'
                                -   'x'
                                image: nginx
                        networks: {a: {}, x: {}}
                        """);
    }

    @Test
    void addsAKeyToAMapping() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              a:
                                aliases:
                                  - old   # kept
                        networks:
                          a:
                          x:
                        """).after(TO_X)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks:
                              a:
                                aliases:
                                  - old   # kept
                              x:
                        networks:
                          a:
                          x:
                        """);
    }

    @Test
    void writesNothingTheWayTheMappingDoes() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              a: {}
                        networks:
                          a:
                          x:
                        """).after(TO_X)).contains("      a: {}\n      x: {}\n");
    }

    @Test
    void addsToAFlowList() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: [ a, b ]}\nnetworks: {a: , b: , x: }\n";

        assertThat(Patched.compose(text).after(TO_X)).isEqualTo(text.replace("[ a, b ]", "[ a, b, x ]"));
    }

    @Test
    void addsALineToAFlowListOfLines() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks: [
                              "a",   # first
                              "b"    # second
                            ]
                        networks: {a: , b: , x: }
                        """).after(TO_X)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks: [
                              "a",   # first
                              "b",    # second
                              "x"
                            ]
                        networks: {a: , b: , x: }
                        """);
    }

    @Test
    void keepsATrailingComma() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: [a,]}\nnetworks: {a: , x: }\n";

        assertThat(Patched.compose(text).after(TO_X)).isEqualTo(text.replace("[a,]", "[a, x,]"));
    }

    @Test
    void addsToAFlowMapping() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: {a: {aliases: [b]}}}\nnetworks: {a: , x: }\n";

        assertThat(Patched.compose(text).after(TO_X)).isEqualTo(text.replace("[b]}}", "[b]}, x: {}}"));
    }

    @Test
    void writesJsonInAJsonFile() throws EditRejectedException {
        String text = "{\"services\": {\"web\": {\"image\": \"nginx\"}}, \"networks\": {\"x\": {}}}";

        assertThat(Patched.compose(text).after(TO_X))
                .isEqualTo(
                        "{\"services\": {\"web\": {\"image\": \"nginx\", \"networks\": [\"default\", \"x\"]}}, \"networks\": {\"x\": {}}}");
    }

    @Test
    void makesTheImplicitDefaultExplicit() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            ports:
                            - "80:80"
                        networks:
                          x:
                        """).after(TO_X)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            ports:
                            - "80:80"
                            networks:
                            - default
                            - x
                        networks:
                          x:
                        """);
    }

    @Test
    void fillsAnEmptyMapping() throws EditRejectedException {
        assertThat(Patched.compose("services:\n  web:\n    networks: {}  # none\n    image: n\nnetworks: {x: }\n")
                        .after(TO_X))
                .isEqualTo(
                        "services:\n  web:\n    networks:  # none\n      - default\n      - x\n    image: n\nnetworks: {x: }\n");
    }

    @Test
    void turnsAListIntoAMappingOnlyWhenAnAddressAsksForIt() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              # the way out
                              - a   # old
                              - "b"
                        networks:
                          a:
                          b:
                          x:
                            ipam: {config: [{subnet: 10.0.0.0/24}]}
                        """).after(withAddress("x", "10.0.0.7"))).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks:
                              # the way out
                              a:   # old
                              "b":
                              x:
                                ipv4_address: 10.0.0.7
                        networks:
                          a:
                          b:
                          x:
                            ipam: {config: [{subnet: 10.0.0.0/24}]}
                        """);
    }

    @Test
    void indentsTheKeysOfAListWhoseDashesWereNot() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                            - a
                        networks: {a: , x: }
                        """).after(withAddress("x", "10.0.0.7"))).contains("""
                            networks:
                              a:
                              x:
                                ipv4_address: 10.0.0.7
                        """);
    }

    @Test
    void turnsAFlowListIntoAFlowMapping() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: [a, b]}\nnetworks: {a: , b: , x: }\n";

        assertThat(Patched.compose(text).after(withAddress("x", "10.0.0.7")))
                .isEqualTo(text.replace("[a, b]", "{a: {}, b: {}, x: {ipv4_address: 10.0.0.7}}"));
    }

    @Test
    void doesNotTurnAVariableIntoAKey() {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              - ${NET:-a}
                        networks: {a: , x: }
                        """).refusal(withAddress("x", "10.0.0.7")))
                .isEqualTo("Cannot attach web to x: compose.yaml:5:9: ${NET:-a} would have to become a key, and Compose"
                        + " replaces no variables in keys; write the network's name instead of the variable first.");
    }

    @Test
    void keepsVariablesAndCarriageReturnsAndAMissingLastBreak() throws EditRejectedException {
        String text = "\uFEFFservices:\r\n  web:\r\n    image: nginx\r\n    networks:\r\n      - ${NET:-a}";

        assertThat(Patched.compose("networks: {a: , x: }\r\n" + text.substring(1))
                        .after(TO_X))
                .isEqualTo("networks: {a: , x: }\r\n" + text.substring(1) + "\r\n      - x");
        assertThat(Patched.compose(text + "\r\nnetworks: {a: , x: }").after(TO_X))
                .isEqualTo(text + "\r\n      - x\r\nnetworks: {a: , x: }");
    }

    @Test
    void givesAServiceBehindASharedAliasAListOfItsOwn() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-nets: &nets
                          - a
                          - ${B:-b}
                        services:
                          web:
                            image: nginx
                            networks: *nets   # shared
                            restart: always
                          db:
                            image: postgres
                            networks: *nets
                        networks: {a: , b: , x: }
                        """).after(TO_X)).isEqualTo("""
                        x-nets: &nets
                          - a
                          - ${B:-b}
                        services:
                          web:
                            image: nginx
                            networks:   # shared
                              - a
                              - ${B:-b}
                              - x
                            restart: always
                          db:
                            image: postgres
                            networks: *nets
                        networks: {a: , b: , x: }
                        """);
    }

    @Test
    void changesTheAnchoredListWhereNobodyElseReadsIt() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-nets: &nets
                          - a
                        services:
                          web:
                            image: nginx
                            networks: *nets
                        networks: {a: , x: }
                        """).after(TO_X))
                .contains("x-nets: &nets\n  - a\n  - x\n")
                .contains("networks: *nets\n");
    }

    @Test
    void extendsASharedMappingWithAMergeKey() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-nets: &nets
                          a:
                            aliases: [one]
                        services:
                          web:
                            image: nginx
                            networks: *nets
                          db:
                            image: postgres
                            networks: *nets
                        networks: {a: , x: }
                        """).after(TO_X)).contains("""
                            networks:
                              <<: *nets
                              x:
                          db:
                        """);
    }

    @Test
    void givesAServiceThatTakesItsNetworksOverAMergeKeyItsOwn() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-base: &base
                          restart: always
                          networks: [a, "b"]
                        services:
                          web:
                            <<: *base
                            image: nginx
                          db:
                            <<: *base
                            image: postgres
                        networks: {a: , b: , x: }
                        """).after(TO_X)).contains("""
                          web:
                            <<: *base
                            image: nginx
                            networks:
                              - a
                              - "b"
                              - x
                          db:
                        """);
    }

    @Test
    void addsOnlyTheNewNetworkToAServiceThatInheritsTheOthersByExtends() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          base:
                            image: nginx
                            networks: [a]
                          web:
                            extends: base
                        networks: {a: , x: }
                        """).after(TO_X))
                .contains("  web:\n    extends: base\n    networks:\n      - x\nnetworks:");
    }

    @Test
    void writesIntoTheServicesOwnFileAndNotTheOneItExtends() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml",
                "services:\n  web:\n    extends:\n      file: common.yml\n      service: web\nnetworks: {a: , x: }\n",
                "common.yml",
                "services:\n  web:\n    image: nginx\n    networks: [a]\n");

        assertThat(Patched.files(files).allAfter(TO_X))
                .isEqualTo(Map.of(
                        "compose.yaml",
                        "services:\n  web:\n    extends:\n      file: common.yml\n      service: web\n    networks:\n"
                                + "      - x\nnetworks: {a: , x: }\n"));
    }

    @Test
    void writesIntoTheIncludedFileThatHoldsTheService() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml", "include: [web/compose.yaml]\nnetworks:\n  a:\n  x:\n",
                "web/compose.yaml", "services:\n  web:\n    image: nginx\n    networks:\n      - a\n");

        assertThat(Patched.files(files).allAfter(TO_X))
                .isEqualTo(Map.of(
                        "web/compose.yaml",
                        "services:\n  web:\n    image: nginx\n    networks:\n      - a\n      - x\n"));
    }

    @Test
    void writesIntoTheLastFileThatStatesTheNetworksOfAMergedService() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml", "services:\n  web:\n    image: nginx\n    networks: [a]\nnetworks: {a: , b: , x: }\n",
                "compose.override.yaml", "services:\n  web:\n    networks: [b]\n");

        assertThat(Patched.files(files).allAfter(TO_X))
                .isEqualTo(Map.of("compose.override.yaml", "services:\n  web:\n    networks: [b, x]\n"));
    }

    @Test
    void doesNotPutTheNewLineBeforeACommentThatBelongsToTheService() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            command: >
                              nginx
                              -g 'daemon off;'
                              # not a comment
                        # about the database
                          db:
                            image: postgres
                        networks:
                          x:
                        """).after(TO_X)).contains("""
                              # not a comment
                            networks:
                              - default
                              - x
                        # about the database
                        """);
    }

    @Test
    void refusesAServiceWithAnotherNetworkMode() {
        assertThat(Patched.compose("services:\n  web:\n    image: n\n    network_mode: host\nnetworks: {x: }\n")
                        .refusal(TO_X))
                .isEqualTo("Service web uses network_mode: host, so it cannot join x; attach the owner of its network"
                        + " instead.");
    }

    @Test
    void expandsAServiceThatIsAnAlias() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          db: &db
                            image: postgres
                            networks: [a]
                          web: *db
                        networks: {a: , x: }
                        """).after(TO_X)).contains("""
                          web:
                            <<: *db
                            networks:
                              - a
                              - x
                        networks: {a: , x: }
                        """);
    }
}
