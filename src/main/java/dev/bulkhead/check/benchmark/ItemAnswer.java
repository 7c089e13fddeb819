package dev.bulkhead.check.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the files say of one item: who breaks it, and what they leave open. */
record ItemAnswer(List<Breach> breaches, Optional<Open> open) {

    ItemAnswer {
        breaches = List.copyOf(breaches);
    }

    /** The files cannot tell; a command can. */
    static ItemAnswer open(String why, String command) {
        return new ItemAnswer(List.of(), Optional.of(new Open(List.of(), why, command)));
    }

    /** All is said with who breaks it. */
    static ItemAnswer of(List<Breach> breaches) {
        return new ItemAnswer(breaches, Optional.empty());
    }

    /** All is said with what each service breaks. */
    static ItemAnswer each(StatedProject look, Function<StatedService, List<Breach>> breaches) {
        return of(look.services().stream()
                .flatMap(service -> breaches.apply(service).stream())
                .toList());
    }

    /** Returns the same, with what is left open of some services; nothing is where there are none. */
    ItemAnswer but(List<String> services, String why, String command) {
        return services.isEmpty() ? this : new ItemAnswer(breaches, Optional.of(new Open(services, why, command)));
    }
}
