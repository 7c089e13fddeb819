package dev.bulkhead.migrate.iteration.auth;

import dev.bulkhead.catalogue.Machines;
import dev.bulkhead.migrate.iteration.Answers;
import java.util.List;

/**
 * Decision about an entrance.
 *
 * @param entrance the entrance
 * @param access what it asks of people
 * @param letThrough what paths begin with on which nobody is asked
 */
record Decision(Entrance entrance, Access access, List<String> letThrough) {

    Decision {
        letThrough = List.copyOf(letThrough);
    }

    /** Returns what was answered of an entrance. */
    static Decision of(Entrance entrance, Entrances known, Answers answers) {
        Access access = answers.value(AuthQuestions.ACCESS + entrance.id())
                .flatMap(Access::parse)
                .orElse(Access.OPEN);
        boolean bypass = answers.value(AuthQuestions.MACHINES + entrance.id())
                .filter(AuthQuestions.BYPASS::equals)
                .isPresent();
        String below =
                entrance.paths().stream().findFirst().map(Entrance::plain).orElse("");
        List<String> paths = known.machines(entrance).map(Machines::paths).orElse(List.of()).stream()
                .map(path -> below + path)
                .toList();
        return new Decision(entrance, access, bypass ? paths : List.of());
    }

    /** Returns whether the portal is asked. */
    boolean guarded() {
        return access != Access.OPEN;
    }
}
