package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Joining a network where others share the list of networks, by aliases, merge keys, extends or several files. */
class AttachSharedTest {

    private static final Attach TO_X = new Attach("web", "x");

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

        assertThat(Patched.files(files).allAfter(TO_X)).isEqualTo(Map.of("compose.yaml", """
                        services:
                          web:
                            extends:
                              file: common.yml
                              service: web
                            networks:
                              - x
                        networks: {a: , x: }
                        """));
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
}
