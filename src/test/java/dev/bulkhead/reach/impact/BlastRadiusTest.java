package dev.bulkhead.reach.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.reach.setting.SharedNetworks;
import dev.bulkhead.testing.Stack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {

    private final Stack stack = new Stack()
            .internal("front")
            .internal("back")
            .internal("vault")
            .internal("island")
            .service("shop", "front")
            .service("proxy", "front", "back")
            .service("app", "back", "vault")
            .service("database", "vault")
            .service("hermit", "island");

    @Test
    void whatAServiceReachesItselfIsApartFromWhatItReachesOverOthers() {
        BlastRadius blast = BlastRadius.of(Reach.compute(stack.topology()), new Subject.OfService("shop"));

        assertThat(blast.origin().text()).isEqualTo("shop");
        assertThat(names(blast.direct())).containsExactly("host", "proxy");
        assertThat(names(blast.transitive())).containsExactly("app", "database");
        assertThat(blast.services()).isEqualTo(3);
    }

    @Test
    void theWayLeadsOverThePivots() {
        BlastRadius blast = BlastRadius.of(Reach.compute(stack.topology()), new Subject.OfService("shop"));

        assertThat(names(blast.way(new Subject.OfService("database"))))
                .containsExactly("shop", "proxy", "app", "database");
        assertThat(blast.way(new Subject.OfService("hermit"))).isEmpty();
        assertThat(blast.way(new Subject.OfService("shop"))).isEmpty();
    }

    @Test
    void theHostIsReachedButIsNoPivot() {
        // every bridge leads to the host, and the host to every bridge: nobody would be safe from anybody
        BlastRadius blast = BlastRadius.of(Reach.compute(stack.topology()), new Subject.OfService("hermit"));

        assertThat(names(blast.direct())).containsExactly("host");
        assertThat(blast.transitive()).isEmpty();
        assertThat(blast.services()).isZero();
    }

    @Test
    void aServiceThatIsNotThereHasNone() {
        assertThatThrownBy(() -> BlastRadius.of(Reach.compute(stack.topology()), new Subject.OfService("ghost")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ghost");
    }

    @Test
    void containersOfOthersAreReachedAndLeadOnButAreNoServicesOfTheProject() {
        ReachOptions told = ReachOptions.defaults()
                .withShared(new SharedNetworks(
                        Map.of(),
                        List.of(new NamedOutsider(
                                "blog",
                                Optional.of("blog"),
                                Map.of("stack_front", Set.of("blog"), "stack_island", Set.of("blog")),
                                List.of()))));
        ReachMatrix matrix = Reach.compute(stack.topology(), told);

        BlastRadius shop = BlastRadius.of(matrix, new Subject.OfService("shop"));
        BlastRadius blog = BlastRadius.of(matrix, new Subject.Foreign("blog"));

        assertThat(names(shop.direct())).containsExactly("host", "proxy", "foreign:blog");
        assertThat(names(shop.transitive())).containsExactly("app", "database", "hermit");
        assertThat(names(shop.way(new Subject.OfService("hermit")))).containsExactly("shop", "foreign:blog", "hermit");
        assertThat(shop.count()).isEqualTo("4 other services and 1 container of others");
        assertThat(names(blog.direct())).containsExactly("host", "hermit", "proxy", "shop");
        assertThat(blog.count()).isEqualTo("5 other services");
    }

    private static List<String> names(List<Subject> subjects) {
        return subjects.stream().map(Subject::text).toList();
    }
}
