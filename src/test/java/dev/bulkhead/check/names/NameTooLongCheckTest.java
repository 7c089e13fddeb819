package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;

class NameTooLongCheckTest {

    private static final String LONG = "a".repeat(64);

    @Test
    void findsNamesThatDnsDoesNotCarry() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web:
                    image: "nginx:1.29"
                    container_name: LONG
                    networks:
                      back: {aliases: [LONG.example.org, short]}
                  LONG: {image: "nginx:1.29", networks: [back]}
                networks: {back: }
                """.replace("LONG", LONG)).lines("name-too-long"))
                .containsExactlyInAnyOrder(
                        "info 7:3 Service " + LONG
                                + " has 64 characters without a dot, and DNS carries 63: nobody can look it up.",
                        "info 4:5 Container name " + LONG
                                + " of service web has 64 characters without a dot, and DNS carries 63: nobody can look it up.",
                        "warning 6:14 Alias " + LONG
                                + ".example.org of service web has 64 characters without a dot, and DNS carries 63: nobody can look it up.");
    }

    @Test
    void isContentWithSixtyThreeBetweenDotsAndWhereNobodyAsks() throws Exception {
        assertThat(Linted.compose("""
                services:
                  web: {image: "nginx:1.29", hostname: FITS.FITS}
                  host: {image: "nginx:1.29", network_mode: host, container_name: LONG}
                """.replace("LONG", LONG).replace("FITS", LONG.substring(1)))
                        .lines("name-too-long"))
                .isEmpty();
    }

    @Test
    void aHostNameThatTheKernelDoesNotTakeIsAnError() throws Exception {
        String text = "services: {web: {image: 'nginx:1.29', hostname: NAME}}";

        assertThat(Linted.compose(text.replace("NAME", LONG)).lines("engine-refuses"))
                .isEmpty();
        assertThat(Linted.compose(text.replace("NAME", LONG + "a")).lines("engine-refuses"))
                .singleElement()
                .asString()
                .contains("states a hostname of 65 characters, and a machine's name has at most 64");
    }
}
