package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Joining a network with an address, which a list cannot say. */
class AttachWithAddressTest {

    private static Attach toXWith(String address) {
        return new Attach("web", Attachment.to("x").withAddresses(Optional.of(address), Optional.empty()));
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
                        """).after(toXWith("10.0.0.7"))).isEqualTo("""
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
                        """).after(toXWith("10.0.0.7"))).contains("""
                            networks:
                              a:
                              x:
                                ipv4_address: 10.0.0.7
                        """);
    }

    @Test
    void turnsAFlowListIntoAFlowMapping() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: [a, b]}\nnetworks: {a: , b: , x: }\n";

        assertThat(Patched.compose(text).after(toXWith("10.0.0.7")))
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
                        """).refusal(toXWith("10.0.0.7")))
                .isEqualTo("Cannot attach web to x: compose.yaml:5:9: ${NET:-a} would have to become a key, and Compose"
                        + " replaces no variables in keys; write the network's name instead of the variable first.");
    }
}
