package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Detach;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetachPatchTest {

    private static final Detach FROM_A = new Detach("web", "a");

    @Test
    void removesOneLineOfAList() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              # both
                              - a   # gone
                              - b   # stays
                        networks: {a: , b: }
                        """).after(FROM_A)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks:
                              # both
                              - b   # stays
                        networks: {a: , b: }
                        """);
    }

    @Test
    void removesAnEntryOfAMappingWithAllItsLines() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              a:
                                aliases:
                                  - one
                              b:
                        networks: {a: , b: }
                        """).after(FROM_A)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks:
                              b:
                        networks: {a: , b: }
                        """);
    }

    @Test
    void removesFromFlowLists() throws EditRejectedException {
        String text = "services:\n  web: {image: n, networks: [%s]}\nnetworks: {a: , b: , c: }\n";

        assertThat(Patched.compose(text.formatted("a, b, c")).after(FROM_A)).isEqualTo(text.formatted("b, c"));
        assertThat(Patched.compose(text.formatted("b, a, c")).after(FROM_A)).isEqualTo(text.formatted("b, c"));
        assertThat(Patched.compose(text.formatted("b, c, a")).after(FROM_A)).isEqualTo(text.formatted("b, c"));
        assertThat(Patched.compose(text.formatted(" b, \"a\" ")).after(FROM_A)).isEqualTo(text.formatted(" b "));
        assertThat(Patched.compose(text.formatted("b, a,")).after(FROM_A)).isEqualTo(text.formatted("b,"));
    }

    @Test
    void removesALineOfAFlowListOfLines() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks: [
                              b,
                              a
                            ]
                        networks: {a: , b: }
                        """).after(FROM_A)).contains("networks: [\n      b\n    ]\n");
    }

    @Test
    void removesFromAFlowMapping() throws EditRejectedException {
        String text = "services:\n  web: {image: n, networks: {%s}}\nnetworks: {a: , b: }\n";

        assertThat(Patched.compose(text.formatted("a: {aliases: [x]}, b: {}")).after(FROM_A))
                .isEqualTo(text.formatted("b: {}"));
    }

    @Test
    void refusesTheLastNetworkBecauseTheServiceWouldFallBackToDefault() {
        assertThat(Patched.compose("services:\n  web:\n    image: n\n    networks: [a]\nnetworks: {a: }\n")
                        .refusal(FROM_A))
                .isEqualTo("Network a is the last one of web: without it Compose would put the service on the default"
                        + " network; attach it to another first.");
    }

    @Test
    void removesAVariableThatNamesTheNetwork() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              - ${NET:-a}
                              - b
                        networks: {a: , b: }
                        """).after(FROM_A)).contains("networks:\n      - b\nnetworks:");
    }

    @Test
    void keepsAMissingLastBreakMissing() throws EditRejectedException {
        String text =
                "networks: {a: , b: }\r\nservices:\r\n  web:\r\n    image: n\r\n    networks:\r\n      - b\r\n      - a";

        assertThat(Patched.compose(text).after(FROM_A)).isEqualTo(text.replace("\r\n      - a", ""));
    }

    @Test
    void givesAServiceBehindASharedAliasAListOfItsOwn() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-nets: &nets [a, b]
                        services:
                          web:
                            image: nginx
                            networks: *nets
                          db:
                            image: postgres
                            networks: *nets
                        networks: {a: , b: }
                        """).after(FROM_A)).contains("""
                          web:
                            image: nginx
                            networks:
                              - b
                          db:
                            image: postgres
                            networks: *nets
                        """);
    }

    @Test
    void writesOutWhatAMergeKeyBrings() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-nets: &nets
                          a:
                          c:
                            aliases: [see]
                        services:
                          web:
                            image: nginx
                            networks:
                              <<: *nets
                              b:
                          db:
                            image: postgres
                            networks: *nets
                        networks: {a: , b: , c: }
                        """).after(FROM_A)).contains("""
                          web:
                            image: nginx
                            networks:
                              b:
                              c:
                                aliases:
                                  - see
                          db:
                        """);
    }

    @Test
    void givesAServiceThatTakesItsNetworksOverAMergeKeyItsOwn() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-base: &base
                          networks: [a, "b"]
                        services:
                          web:
                            <<: *base
                            image: nginx
                          db:
                            <<: *base
                            image: postgres
                        networks: {a: , b: }
                        """).after(FROM_A))
                .contains("    image: nginx\n    networks:\n      - \"b\"\n  db:");
    }

    @Test
    void removesTheNameInEveryFileThatStatesIt() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml",
                "services:\n  web:\n    image: n\n    networks:\n      - a\n      - b\nnetworks: {a: , b: }\n",
                "compose.override.yaml",
                "services:\n  web:\n    restart: always\n    networks:\n      - a\n");

        assertThat(Patched.files(files).allAfter(FROM_A))
                .isEqualTo(Map.of(
                        "compose.yaml",
                        "services:\n  web:\n    image: n\n    networks:\n      - b\nnetworks: {a: , b: }\n",
                        "compose.override.yaml",
                        "services:\n  web:\n    restart: always\n"));
    }

    @Test
    void overridesWhatOnlyTheBaseOfAnExtendsStates() throws EditRejectedException {
        Patch patch = Patched.compose("""
                        services:
                          base:
                            image: nginx
                            networks: [a, b]
                          web:
                            extends: base
                        networks: {a: , b: }
                        """).patch(FROM_A);

        assertThat(patch.changes().getFirst().after().orElseThrow())
                .contains("  web:\n    extends: base\n    networks: !override\n      - b\nnetworks:");
        assertThat(patch.notes()).singleElement().asString().contains("Docker Compose 2.24.4");
    }

    @Test
    void leavesTheImplicitDefaultOnlyWhenItHasBeenMadeExplicit() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              - default
                              - b
                        networks: {b: }
                        """).after(new Detach("web", "default"))).contains("networks:\n      - b\n");
    }

    @Test
    void removesAnAnchoredItemOnlyIfNobodyReadsIt() {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks:
                              - &net a
                              - b
                          db:
                            image: postgres
                            networks:
                              - *net
                        networks: {a: , b: }
                        """).refusal(FROM_A))
                .startsWith("Cannot detach web from a: the changed files would not be accepted: "
                        + "compose.yaml:9:9: the alias *net names no anchor before it");
    }
}
