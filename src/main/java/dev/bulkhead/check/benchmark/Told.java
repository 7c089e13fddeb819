package dev.bulkhead.check.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the files say of one item: who breaks it, and what they leave open. */
record Told(List<Breach> breaches, Optional<Open> open) {

    Told {
        breaches = List.copyOf(breaches);
    }

    /** The files cannot tell; a command can. */
    static Told open(String why, String command) {
        return new Told(List.of(), Optional.of(new Open(List.of(), why, command)));
    }

    /** All is said with who breaks it. */
    static Told of(List<Breach> breaches) {
        return new Told(breaches, Optional.empty());
    }

    /** All is said with what each service breaks. */
    static Told each(Look look, Function<StatedService, List<Breach>> breaches) {
        return of(look.services().stream()
                .flatMap(service -> breaches.apply(service).stream())
                .toList());
    }

    /** Returns the same, with what is left open of some services; nothing is where there are none. */
    Told but(List<String> services, String why, String command) {
        return services.isEmpty() ? this : new Told(breaches, Optional.of(new Open(services, why, command)));
    }
}
