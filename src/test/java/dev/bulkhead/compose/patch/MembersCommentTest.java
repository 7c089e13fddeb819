package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.topology.edit.TopologyEdit.Attach;
import dev.bulkhead.topology.edit.TopologyEdit.Detach;
import org.junit.jupiter.api.Test;

/** The comment above a network that names its members stays true. */
class MembersCommentTest {

    private static final String PROJECT = """
            services:
              db:
                image: postgres
                networks: [data]
              web:
                image: nginx
                networks: [front]
            networks:
              # Members: db
              data: {}
              # Members: whoever pays
              front: {}
            """;

    @Test
    void whoJoinsIsNamed() throws Exception {
        assertThat(Patched.compose(PROJECT).after(new Attach("web", "data")))
                .isEqualTo(PROJECT.replace("[front]", "[front, data]").replace("# Members: db", "# Members: db, web"));
    }

    @Test
    void whoLeavesIsNamedNoMore() throws Exception {
        String both = PROJECT.replace("[front]", "[front, data]").replace("# Members: db", "# Members: db, web");

        assertThat(Patched.compose(both).after(new Detach("web", "data"))).isEqualTo(PROJECT);
    }

    @Test
    void whatSomebodyElseWroteIsLeftAlone() throws Exception {
        assertThat(Patched.compose(PROJECT).after(new Attach("db", "front")))
                .isEqualTo(PROJECT.replace("[data]", "[data, front]"));
    }
}
