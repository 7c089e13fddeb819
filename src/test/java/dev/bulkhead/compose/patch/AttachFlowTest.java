package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Joining a network in flow collections and JSON. */
class AttachFlowTest {

    private static final Attach TO_X = new Attach("web", "x");

    @Test
    void addsToAFlowList() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: [ a, b ]}\nnetworks: {a: , b: , x: }\n";

        assertThat(Patched.compose(text).after(TO_X)).isEqualTo(text.replace("[ a, b ]", "[ a, b, x ]"));
    }

    @Test
    void addsALineToAFlowListOfLines() throws EditRejectedException {
        assertThat(Patched.compose("""
                        services:
                          web:
                            image: nginx
                            networks: [
                              "a",   # first
                              "b"    # second
                            ]
                        networks: {a: , b: , x: }
                        """).after(TO_X)).isEqualTo("""
                        services:
                          web:
                            image: nginx
                            networks: [
                              "a",   # first
                              "b",    # second
                              "x"
                            ]
                        networks: {a: , b: , x: }
                        """);
    }

    @Test
    void keepsATrailingComma() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: [a,]}\nnetworks: {a: , x: }\n";

        assertThat(Patched.compose(text).after(TO_X)).isEqualTo(text.replace("[a,]", "[a, x,]"));
    }

    @Test
    void addsToAFlowMapping() throws EditRejectedException {
        String text = "services:\n  web: {image: nginx, networks: {a: {aliases: [b]}}}\nnetworks: {a: , x: }\n";

        assertThat(Patched.compose(text).after(TO_X)).isEqualTo(text.replace("[b]}}", "[b]}, x: {}}"));
    }

    @Test
    void writesJsonInAJsonFile() throws EditRejectedException {
        String text = "{\"services\": {\"web\": {\"image\": \"nginx\"}}, \"networks\": {\"x\": {}}}";

        assertThat(Patched.compose(text).after(TO_X))
                .isEqualTo(
                        "{\"services\": {\"web\": {\"image\": \"nginx\", \"networks\": [\"default\", \"x\"]}}, \"networks\": {\"x\": {}}}");
    }

    @Test
    void quotesTheKeysOfAListThatBecomesAMappingInAJsonFile() throws EditRejectedException {
        String text =
                "{\"services\": {\"web\": {\"image\": \"nginx\", \"networks\": [\"a\"]}}, \"networks\": {\"a\": {}, \"x\": {}}}";

        assertThat(Patched.compose(text)
                        .after(new Attach(
                                "web", Attachment.to("x").withAddresses(Optional.of("10.0.0.9"), Optional.empty()))))
                .isEqualTo(text.replace("[\"a\"]", "{\"a\": {}, \"x\": {\"ipv4_address\": \"10.0.0.9\"}}"));
    }
}
