package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import dev.bulkhead.topology.edit.TopologyEdit.Detach;
import org.junit.jupiter.api.Test;

/** Memberships of a service whose text others take over: they keep theirs. */
class AnchoredServiceTest {

    @Test
    void aServiceThatOthersMergeJoinsANetworkAlone() throws Exception {
        Patch patch = Patched.compose("""
                services:
                  netbox: &netbox
                    image: netbox   # the web part
                    restart: always
                  worker:
                    <<: *netbox
                    command: rqworker
                  keeper: *netbox
                  db:
                    image: postgres
                networks: {x: }
                """).patch(new Attach("netbox", "x"));

        assertThat(patch.changes().getFirst().after()).contains("""
                services:
                  netbox: &netbox
                    image: netbox   # the web part
                    restart: always
                    networks:
                      - default
                      - x
                  worker:
                    <<: *netbox
                    command: rqworker
                    networks:
                      - default
                  keeper:
                    <<: *netbox
                    networks:
                      - default
                  db:
                    image: postgres
                networks: {x: }
                """);
        assertThat(patch.notes())
                .containsExactly("worker, keeper take over the text of service netbox and state their networks now.");
    }

    @Test
    void whatOthersReadThereIsCopiedWithItsVariables() throws Exception {
        assertThat(Patched.compose("""
                services:
                  web: &web
                    image: nginx
                    networks:
                      - a
                      - ${B:-b}
                  worker:
                    <<: *web
                    networks: [a]
                  second:
                    <<: *web
                networks: {a: , b: , x: }
                """).after(new Attach("web", "x"))).isEqualTo("""
                services:
                  web: &web
                    image: nginx
                    networks:
                      - a
                      - ${B:-b}
                      - x
                  worker:
                    <<: *web
                    networks: [a]
                  second:
                    <<: *web
                    networks:
                      - a
                      - ${B:-b}
                networks: {a: , b: , x: }
                """);
    }

    @Test
    void aServiceThatOthersMergeLeavesANetworkAlone() throws Exception {
        assertThat(Patched.compose("""
                services:
                  web: &web
                    image: nginx
                    networks:
                      a: {aliases: [one]}
                      b: {aliases: [two]}
                  worker:
                    <<: *web
                networks: {a: , b: }
                """).after(new Detach("web", "b"))).isEqualTo("""
                services:
                  web: &web
                    image: nginx
                    networks:
                      a: {aliases: [one]}
                  worker:
                    <<: *web
                    networks:
                      a:
                        aliases:
                          - one
                      b:
                        aliases:
                          - two
                networks: {a: , b: }
                """);
    }

    @Test
    void whoTakesItOverAndHasNoNetworksCannotKeepThat() {
        assertThatThrownBy(() -> Patched.compose("""
                services:
                  web: &web
                    image: nginx
                  guest:
                    <<: *web
                    network_mode: service:web
                networks: {x: }
                """).after(new Attach("web", "x")))
                .isInstanceOf(EditRejectedException.class)
                .hasMessage(
                        "Cannot attach web to x: the changed files would not be accepted: compose.yaml:4:5: the service"
                                + " guest states networks and network_mode: service:web, which exclude each other; remove one of"
                                + " the two.");
    }
}
