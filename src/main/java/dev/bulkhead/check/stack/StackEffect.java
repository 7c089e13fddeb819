package dev.bulkhead.check.stack;

import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.ReachOptions;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.reach.diff.ReachChange;
import dev.bulkhead.reach.diff.ReachDiff;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import java.util.List;

/**
 * What a stack that was made of a project opens and closes compared with it.
 *
 * @param changes the pairs that change, over the services that both have
 */
public record StackEffect(List<ReachChange> changes) {

    public StackEffect {
        changes = List.copyOf(changes);
    }

    /** Returns the difference between a project and the stack that was made of it. */
    public static StackEffect between(Topology project, Topology stack, ReachOptions options) {
        List<Service> both = project.services().values().stream()
                .filter(service -> stack.service(service.key()).isPresent())
                .toList();
        Topology compared =
                Topology.of(project.project(), List.copyOf(project.networks().values()), both);
        return new StackEffect(
                ReachDiff.between(Reach.compute(compared, options), Reach.compute(AsStack.all(stack), options))
                        .changes());
    }

    /** Returns in words what opens and closes between services, and from and to outside; empty where nothing does. */
    public String services() {
        return StackReach.words(
                changes.stream().filter(change -> !ofHost(change)).toList());
    }

    /** Returns in words what opens and closes between services and the host they run on; empty where nothing does. */
    public String host() {
        return StackReach.words(changes.stream().filter(StackEffect::ofHost).toList());
    }

    private static boolean ofHost(ReachChange change) {
        return change.from() instanceof Subject.Host || change.to() instanceof Subject.Host;
    }
}
