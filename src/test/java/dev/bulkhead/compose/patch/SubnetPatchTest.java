package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.SetInternal;
import dev.bulkhead.topology.edit.TopologyEdit.SetSubnet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Edits of what a network is like: its subnets, and whether it is internal. */
class SubnetPatchTest {

    @Test
    void setsASubnetInPlaceAndKeepsTheRestOfThePool() throws EditRejectedException {
        String text = """
                services: {web: {image: n, networks: [a]}}
                networks:
                  a:
                    ipam:
                      driver: default
                      config:
                        - gateway: 10.0.0.1        # the host
                          subnet: '10.0.0.0/24'    # all of us
                          ip_range: 10.0.0.128/25
                          aux_addresses: {router: 10.0.0.2}
                        - subnet: fd00::/64
                    labels:
                      - "list=form"
                """;

        assertThat(Patched.compose(text).after(new SetSubnet("a", "10.0.0.0/16")))
                .isEqualTo(text.replace("'10.0.0.0/24'", "'10.0.0.0/16'"));
        assertThat(Patched.compose(text).after(new SetSubnet("a", "10.0.0.0/8")))
                .isEqualTo(text.replace("'10.0.0.0/24'    #", "'10.0.0.0/8'     #"));
    }

    @Test
    void setsTheDefaultOfAVariable() throws EditRejectedException {
        String text = """
                services: {web: {image: n, networks: [a]}}
                networks:
                  a:
                    ipam:
                      config:
                        - subnet: ${NET:-10.0.0.0/24}
                """;

        assertThat(Patched.compose(text).after(new SetSubnet("a", "10.9.0.0/24")))
                .isEqualTo(text.replace("10.0.0.0", "10.9.0.0"));
    }

    @Test
    void setsAVariableWhereItIsSet() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml",
                "services: {web: {image: n, networks: [a]}}\nnetworks:\n  a:\n    ipam: {config: [{subnet: \"${NET:-10.0.0.0/24}\"}]}\n",
                ".env",
                "# ranges\nNET=10.1.0.0/24 # ours\nOTHER=1\n");

        assertThat(Patched.files(files).allAfter(new SetSubnet("a", "10.9.0.0/24")))
                .isEqualTo(Map.of(".env", "# ranges\nNET=10.9.0.0/24 # ours\nOTHER=1\n"));
    }

    @Test
    void addsASubnetToANetworkThatSaysNothing() throws EditRejectedException {
        assertThat(Patched.compose("services: {web: {image: n, networks: [a]}}\nnetworks:\n  a:   # first\n  b:\n")
                        .after(new SetSubnet("a", "10.9.0.0/24")))
                .isEqualTo("""
                        services: {web: {image: n, networks: [a]}}
                        networks:
                          a:   # first
                            ipam:
                              config:
                                - subnet: 10.9.0.0/24
                          b:
                        """);
    }

    @Test
    void addsASubnetToAPoolThatHasOnlyAGateway() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services: {web: {image: n, networks: [a]}}
                        networks:
                          a:
                            ipam:
                              config:
                                - gateway: 10.9.0.1
                        """).after(new SetSubnet("a", "10.9.0.0/24")))
                .endsWith("        - gateway: 10.9.0.1\n          subnet: 10.9.0.0/24\n");
    }

    @Test
    void changesAllDeclarationsThatHaveToAgree() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml",
                "include: [web.yml]\nnetworks:\n  a:\n    ipam: {config: [{subnet: 10.0.0.0/24}]}\n",
                "web.yml",
                "services: {web: {image: n, networks: [a]}}\nnetworks:\n  a:\n    ipam: {config: [{subnet: 10.0.0.0/24}]}\n");

        assertThat(Patched.files(files).allAfter(new SetSubnet("a", "10.9.0.0/24")))
                .isEqualTo(Map.of(
                        "compose.yaml", files.getOrDefault("compose.yaml", "").replace("10.0.0.0", "10.9.0.0"),
                        "web.yml", files.getOrDefault("web.yml", "").replace("10.0.0.0", "10.9.0.0")));
    }

    @Test
    void makesANetworkInternalAndBack() throws EditRejectedException {
        String text = "services: {web: {image: n, networks: [a]}}\nnetworks:\n  a:\n    driver: bridge\n";
        String internal = Patched.compose(text).after(new SetInternal("a", true));

        assertThat(internal).isEqualTo(text + "    internal: true\n");
        assertThat(Patched.compose(internal).after(new SetInternal("a", false)))
                .isEqualTo(text + "    internal: false\n");
    }

    @Test
    void configuresTheImplicitDefaultNetworkByDeclaringIt() throws EditRejectedException {
        assertThat(Patched.compose("services:\n  web:\n    image: n\n").after(new SetInternal("default", true)))
                .isEqualTo("services:\n  web:\n    image: n\n\nnetworks:\n  default:\n    internal: true\n");
    }

    @Test
    void keepsWhatANetworkBehindAnAliasShares() throws EditRejectedException {
        assertThat(Patched.compose("""
                        x-net: &net
                          driver: bridge
                        services: {web: {image: n, networks: [a, b]}}
                        networks:
                          a: *net
                          b: *net
                        """).after(new SetInternal("a", true)))
                .endsWith("  a:\n    <<: *net\n    internal: true\n  b: *net\n");
    }
}
