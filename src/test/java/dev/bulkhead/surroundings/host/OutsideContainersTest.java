package dev.bulkhead.surroundings.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.engine.observed.ObservedContainer;
import dev.bulkhead.engine.observed.ObservedContainer.RunState;
import dev.bulkhead.engine.observed.ObservedEndpoint;
import dev.bulkhead.engine.observed.ObservedEnvironment;
import dev.bulkhead.engine.observed.ObservedState;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.testing.Stack;
import dev.bulkhead.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutsideContainersTest {

    private static final Topology PROJECT =
            new Stack().network("edge").network("inner").service("web", "edge").topology();

    private static ObservedContainer container(
            String name, RunState state, Map<String, String> labels, ObservedEndpoint... endpoints) {
        return new ObservedContainer(
                "0123456789abcdef",
                name,
                new ObservedContainer.Made(
                        "x:1", "", labels, ObservedEnvironment.UNKNOWN, "n", List.of(), Optional.of(name + "-host")),
                new ObservedContainer.Status(state, ObservedContainer.Health.NONE, Optional.empty(), 0),
                Arrays.asList(endpoints),
                List.of());
    }

    private static ObservedEndpoint on(String network, String... aliases) {
        return new ObservedEndpoint(
                network, Optional.empty(), Optional.empty(), Optional.empty(), List.of(aliases), Optional.empty(), 0);
    }

    private static Map<String, String> labels(String project, String service) {
        return Map.of(ObservedContainer.PROJECT_LABEL, project, ObservedContainer.SERVICE_LABEL, service);
    }

    private static List<NamedOutsider> outsiders(ObservedContainer... containers) {
        return OutsideContainers.of(PROJECT, new ObservedState(List.of(), Arrays.asList(containers)));
    }

    @Test
    void thoseOfOtherProjectsAndOfNoneHaveTheirNamesOnSharedNetworks() {
        assertThat(outsiders(
                        container(
                                "blog-db-1",
                                RunState.RUNNING,
                                labels("blog", "db"),
                                on("blog_inner"),
                                on("stack_edge", "db")),
                        container("watch", RunState.PAUSED, Map.of(), on("stack_inner"))))
                .containsExactly(
                        new NamedOutsider(
                                "blog-db-1",
                                Optional.of("blog"),
                                Map.of(
                                        "stack_edge",
                                        Set.of("blog-db-1", "db", "blog-db-1-host", "0123456789ab"),
                                        "blog_inner",
                                        Set.of()),
                                List.of()),
                        new NamedOutsider(
                                "watch",
                                Optional.empty(),
                                Map.of("stack_inner", Set.of("watch", "watch-host", "0123456789ab")),
                                List.of()));
    }

    @Test
    void ownOnesStoppedOnesAndThoseElsewhereAreNone() {
        assertThat(outsiders(
                        container("stack-web-1", RunState.RUNNING, labels("stack", "web"), on("stack_edge", "web")),
                        container("gone", RunState.EXITED, Map.of(), on("stack_edge")),
                        container("far", RunState.RUNNING, Map.of(), on("bridge"), on("elsewhere"))))
                .isEmpty();
    }

    @Test
    void oneOfAServiceThatTheFilesNoLongerHaveStillAnswers() {
        assertThat(outsiders(
                        container("stack-old-1", RunState.RUNNING, labels("stack", "old"), on("stack_edge", "old"))))
                .extracting(NamedOutsider::words)
                .containsExactly("container stack-old-1 of project stack");
    }
}
