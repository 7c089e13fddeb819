package dev.bulkhead.check;

import dev.bulkhead.topology.Service;
import java.util.Collections;
import java.util.Set;

/** Profiles of services: which of them run side by side. */
public final class Profiles {

    private Profiles() {}

    /** Returns whether some choice of a single profile, or none, starts both services. */
    public static boolean together(Service a, Service b) {
        return a.profiles().isEmpty() || b.profiles().isEmpty() || !Collections.disjoint(a.profiles(), b.profiles());
    }

    /** Returns whether chosen profiles start a service; {@code *} chooses all. */
    public static boolean starts(Service service, Set<String> chosen) {
        return service.profiles().isEmpty()
                || chosen.contains("*")
                || !Collections.disjoint(service.profiles(), chosen);
    }
}
