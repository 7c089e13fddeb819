package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.PortMapping;
import dev.bulkhead.topology.Protocol;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Publish;
import dev.bulkhead.topology.edit.TopologyEdit.Unpublish;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortPatchTest {

    private static PortMapping tcp(int published, int target) {
        return PortMapping.of(published, target, Protocol.TCP);
    }

    @Test
    void publishesQuotedLikeItsNeighbours() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    ports:\n      - '80:80'   # web\n";

        assertThat(Patched.compose(text).after(new Publish("web", tcp(443, 443))))
                .isEqualTo(text + "      - '443:443'\n");
    }

    @Test
    void quotesWhatOldParsersTakeForANumberOfBaseSixty() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    ports:\n      - 8080:80\n";

        assertThat(Patched.compose(text).after(new Publish("web", tcp(22, 22))))
                .isEqualTo(text + "      - \"22:22\"\n");
        assertThat(Patched.compose(text).after(new Publish("web", tcp(8081, 81))))
                .isEqualTo(text + "      - 8081:81\n");
    }

    @Test
    void writesTheLongFormAmongLongForms() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    ports:\n      - target: 80\n        published: \"8080\"\n";

        assertThat(Patched.compose(text)
                        .after(new Publish(
                                "web",
                                new PortMapping(
                                        Optional.of("127.0.0.1"), Optional.of("53"), 53, Protocol.UDP, "ingress"))))
                .isEqualTo(
                        text
                                + "      - target: 53\n        published: \"53\"\n        host_ip: 127.0.0.1\n        protocol: udp\n");
    }

    @Test
    void makesTheListWhereThereIsNone() throws EditRejectedException {
        assertThat(Patched.compose("services:\n  web:\n    image: n\n").after(new Publish("web", tcp(80, 80))))
                .isEqualTo("services:\n  web:\n    image: n\n    ports:\n      - \"80:80\"\n");
    }

    @Test
    void unpublishesOneLine() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: n
                            ports:
                              - "${HTTP_PORT:-80}:80"   # plain
                              - "443:443"
                        """).after(new Unpublish("web", tcp(80, 80))))
                .isEqualTo("""
                        services:
                          web:
                            image: n
                            ports:
                              - "443:443"
                        """);
    }

    @Test
    void unpublishesALongForm() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: n
                            ports:
                              - target: 80
                                published: 8080
                                mode: host
                              - "443:443"
                        """)
                        .after(new Unpublish(
                                "web",
                                new PortMapping(Optional.empty(), Optional.of("8080"), 80, Protocol.TCP, "host"))))
                .contains("    ports:\n      - \"443:443\"\n");
    }

    @Test
    void takesTheKeyAwayWithTheLastPort() throws EditRejectedException {
        assertThat(Patched.compose("services:\n  web:\n    ports:\n      - 80:80\n    image: n\n")
                        .after(new Unpublish("web", tcp(80, 80))))
                .isEqualTo("services:\n  web:\n    image: n\n");
    }

    @Test
    void splitsARange() throws EditRejectedException {
        String text = "services:\n  web:\n    image: n\n    ports:\n      - \"%s\"   # games\n      - 80:80\n";

        assertThat(Patched.compose(text.formatted("8000-8003:9000-9003/udp"))
                        .after(new Unpublish("web", PortMapping.of(8001, 9001, Protocol.UDP))))
                .isEqualTo("""
                        services:
                          web:
                            image: n
                            ports:
                              - "8000:9000/udp"   # games
                              - "8002-8003:9002-9003/udp"
                              - 80:80
                        """);
        assertThat(Patched.compose(text.formatted("127.0.0.1:8000-8003:8000-8003"))
                        .after(new Unpublish(
                                "web",
                                new PortMapping(
                                        Optional.of("127.0.0.1"), Optional.of("8003"), 8003, Protocol.TCP, "ingress"))))
                .contains("      - \"127.0.0.1:8000-8002:8000-8002\"   # games\n");
    }

    @Test
    void takesAPortOfTheBaseFileAway() throws EditRejectedException {
        Map<String, String> files = Map.of(
                "compose.yaml", "services:\n  web:\n    image: n\n    ports: [\"80:80\", \"443:443\"]\n",
                "compose.override.yaml", "services:\n  web:\n    ports:\n      - 22:22\n");

        assertThat(Patched.files(files).allAfter(new Unpublish("web", tcp(80, 80))))
                .isEqualTo(Map.of("compose.yaml", "services:\n  web:\n    image: n\n    ports: [\"443:443\"]\n"));
    }

    @Test
    void overridesAPortThatComesByExtends() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          base:
                            image: n
                            ports: ["80:80", "81:81"]
                          web:
                            extends: base
                        """).after(new Unpublish("web", tcp(80, 80))))
                .endsWith("  web:\n    extends: base\n    ports: !override\n      - \"81:81\"\n");
    }
}
