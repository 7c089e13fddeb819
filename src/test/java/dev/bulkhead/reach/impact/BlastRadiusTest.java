package dev.bulkhead.reach.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.testing.Stack;
import java.util.List;
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
        BlastRadius blast = BlastRadius.of(Reach.compute(stack.topology()), "shop");

        assertThat(blast.origin().text()).isEqualTo("shop");
        assertThat(names(blast.direct())).containsExactly("host", "proxy");
        assertThat(names(blast.transitive())).containsExactly("app", "database");
        assertThat(blast.services()).isEqualTo(3);
    }

    @Test
    void theWayLeadsOverThePivots() {
        BlastRadius blast = BlastRadius.of(Reach.compute(stack.topology()), "shop");

        assertThat(names(blast.way(new Subject.OfService("database"))))
                .containsExactly("shop", "proxy", "app", "database");
        assertThat(blast.way(new Subject.OfService("hermit"))).isEmpty();
        assertThat(blast.way(new Subject.OfService("shop"))).isEmpty();
    }

    @Test
    void theHostIsReachedButIsNoPivot() {
        // every bridge leads to the host, and the host to every bridge: nobody would be safe from anybody
        BlastRadius blast = BlastRadius.of(Reach.compute(stack.topology()), "hermit");

        assertThat(names(blast.direct())).containsExactly("host");
        assertThat(blast.transitive()).isEmpty();
        assertThat(blast.services()).isZero();
    }

    @Test
    void aServiceThatIsNotThereHasNone() {
        assertThatThrownBy(() -> BlastRadius.of(Reach.compute(stack.topology()), "ghost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ghost");
    }

    private static List<String> names(List<Subject> subjects) {
        return subjects.stream().map(Subject::text).toList();
    }
}
