package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import org.junit.jupiter.api.Test;

/** Joining a network in block lists and mappings. */
class AttachPatchTest {

    private static final Attach TO_X = new Attach("web", "x");

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
    void keepsVariablesAndCarriageReturnsAndAMissingLastBreak() throws EditRejectedException {
        String text = "\uFEFFservices:\r\n  web:\r\n    image: nginx\r\n    networks:\r\n      - ${NET:-a}";

        assertThat(Patched.compose("networks: {a: , x: }\r\n" + text.substring(1))
                        .after(TO_X))
                .isEqualTo("networks: {a: , x: }\r\n" + text.substring(1) + "\r\n      - x");
        assertThat(Patched.compose(text + "\r\nnetworks: {a: , x: }").after(TO_X))
                .isEqualTo(text + "\r\n      - x\r\nnetworks: {a: , x: }");
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
                .isEqualTo(
                        "Service web uses network_mode: host, so it cannot join x; take network_mode away" + " first.");
    }
}
