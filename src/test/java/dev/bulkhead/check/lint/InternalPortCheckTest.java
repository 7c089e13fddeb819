package dev.bulkhead.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InternalPortCheckTest {

    @Test
    void findsPortsThatNobodyPublishes() throws Exception {
        assertThat(Linted.compose("""
                services:
                  kibana:
                    image: kibana:8.15.3
                    networks: [back]
                    ports: ["127.0.0.1:5601:5601"]
                networks: {back: {internal: true}}
                """).lines("internal-port"))
                .containsExactly(
                        "warning 5:13 Port 127.0.0.1:5601:5601 of service kibana is not published: the service is on internal networks only.");
    }

    @Test
    void isContentWithOneNetworkThatLeadsOut() throws Exception {
        assertThat(Linted.compose("""
                services:
                  kibana:
                    image: kibana:8.15.3
                    networks: [back, out]
                    ports: ["127.0.0.1:5601:5601"]
                networks: {back: {internal: true}, out: }
                """).lines("internal-port")).isEmpty();
    }

    @Test
    void leavesNetworksAloneOfWhichNothingIsKnown() throws Exception {
        assertThat(Linted.compose("""
                services:
                  kibana: {image: "kibana:8.15.3", networks: [back], ports: ["5601:5601"]}
                networks: {back: {external: true}}
                """).lines("internal-port")).isEmpty();
    }
}
