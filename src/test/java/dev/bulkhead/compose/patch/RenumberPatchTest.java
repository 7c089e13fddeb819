package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.address.plan.Renumbering;
import dev.bulkhead.topology.edit.AddressMove;
import dev.bulkhead.topology.edit.AddressMove.Slot;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenumberPatchTest {

    private static TopologyEdit to(Patched project, String network, String subnet) throws EditRejectedException {
        return Renumbering.edit(project.project().topology(), network, subnet);
    }

    private static final String STACK = """
            services:
              web:
                image: nginx   # the front
                networks:
                  front:
                    ipv4_address: "172.20.0.10"   # known to the router
                    aliases: [www]
                  back: {ipv4_address: 172.21.0.10}
              api:
                image: api
                networks: [front]
            networks:
              front:
                ipam:
                  config:
                    - subnet: 172.20.0.0/24
                      gateway: 172.20.0.1
                      ip_range: 172.20.0.128/25   # automatic ones
                      aux_addresses:
                        printer: 172.20.0.9
              back:
                ipam: {config: [{subnet: 172.21.0.0/24}]}
            """;

    @Test
    void rewritesEveryAddressOfTheNetworkAndNothingElse() throws EditRejectedException {
        Patched project = Patched.compose(STACK);

        assertThat(project.after(to(project, "front", "10.1.2.0/24"))).isEqualTo("""
                services:
                  web:
                    image: nginx   # the front
                    networks:
                      front:
                        ipv4_address: "10.1.2.10"   # known to the router
                        aliases: [www]
                      back: {ipv4_address: 172.21.0.10}
                  api:
                    image: api
                    networks: [front]
                networks:
                  front:
                    ipam:
                      config:
                        - subnet: 10.1.2.0/24
                          gateway: 10.1.2.1
                          ip_range: 10.1.2.128/25   # automatic ones
                          aux_addresses:
                            printer: 10.1.2.9
                  back:
                    ipam: {config: [{subnet: 172.21.0.0/24}]}
                """);
    }

    @Test
    void rewritesFlowStyleInPlace() throws EditRejectedException {
        Patched project = Patched.compose(STACK);

        assertThat(project.after(to(project, "back", "10.1.2.0/24")))
                .contains("back: {ipv4_address: 10.1.2.10}")
                .contains("ipam: {config: [{subnet: 10.1.2.0/24}]}")
                .contains("ipv4_address: \"172.20.0.10\"   # known to the router");
    }

    @Test
    void rewritesAddressesInEveryFileThatStatesThem() throws EditRejectedException {
        Patched project = Patched.files(Map.of("compose.yaml", """
                include: [web.yaml, networks.yaml]
                """, "web.yaml", """
                services:
                  web:
                    image: n
                    networks:
                      front:
                        ipv4_address: 172.20.0.10
                networks:
                  front:
                    name: front
                    ipam:
                      config:
                        - subnet: 172.20.0.0/24
                """, "networks.yaml", """
                networks:
                  front:
                    name: front
                    ipam:
                      config:
                        - subnet: 172.20.0.0/24
                """));

        assertThat(project.allAfter(to(project, "front", "10.1.2.0/24")))
                .hasEntrySatisfying(
                        "web.yaml",
                        text -> assertThat(text)
                                .contains("ipv4_address: 10.1.2.10")
                                .contains("subnet: 10.1.2.0/24"))
                .hasEntrySatisfying("networks.yaml", text -> assertThat(text).contains("subnet: 10.1.2.0/24"));
    }

    @Test
    void keepsVariablesAndChangesTheirDefaults() throws EditRejectedException {
        Patched project = Patched.compose("""
                services:
                  web:
                    image: n
                    networks:
                      front:
                        ipv4_address: ${WEB_IP:-172.20.0.10}
                networks:
                  front:
                    ipam:
                      config:
                        - subnet: ${FRONT:-172.20.0.0/24}
                """);

        assertThat(project.after(to(project, "front", "10.1.2.0/24"))).isEqualTo("""
                services:
                  web:
                    image: n
                    networks:
                      front:
                        ipv4_address: ${WEB_IP:-10.1.2.10}
                networks:
                  front:
                    ipam:
                      config:
                        - subnet: ${FRONT:-10.1.2.0/24}
                """);
    }

    @Test
    void changesTheEnvFileWhereVariablesAreSetThere() throws EditRejectedException {
        Patched project =
                Patched.files(Map.of("compose.yaml", """
                services:
                  web:
                    image: n
                    networks:
                      front:
                        ipv4_address: ${WEB_IP}
                networks:
                  front:
                    ipam:
                      config:
                        - subnet: ${FRONT}
                """, ".env", "FRONT=172.20.0.0/24\nWEB_IP=172.20.0.10\n"));

        assertThat(project.allAfter(to(project, "front", "10.1.2.0/24")))
                .isEqualTo(Map.of(".env", "FRONT=10.1.2.0/24\nWEB_IP=10.1.2.10\n"));
    }

    @Test
    void followsAnchors() throws EditRejectedException {
        Patched project = Patched.compose("""
                x-pool: &pool
                  config:
                    - subnet: 172.20.0.0/24
                      gateway: 172.20.0.1
                services:
                  web:
                    image: n
                    networks:
                      front:
                        ipv4_address: 172.20.0.10
                networks:
                  front:
                    ipam: *pool
                """);

        assertThat(project.after(to(project, "front", "10.1.2.0/24")))
                .contains("    - subnet: 10.1.2.0/24\n      gateway: 10.1.2.1\n")
                .contains("ipv4_address: 10.1.2.10");
    }

    @Test
    void refusesWhatIsWrittenNowhere() {
        assertThat(Patched.compose(STACK)
                        .refusal(new TopologyEdit.Renumber(
                                "front", List.of(new AddressMove(new Slot.StaticIpv4("api"), "172.20.0.77")))))
                .contains("the ipv4_address of api");
    }
}
