package dev.bulkhead.check;

import dev.bulkhead.topology.Service;
import java.util.Collections;

/** Which services run side by side. */
final class Profiles {

    private Profiles() {}

    /** Returns whether some choice of a single profile, or none, starts both services. */
    static boolean together(Service a, Service b) {
        return a.profiles().isEmpty() || b.profiles().isEmpty() || !Collections.disjoint(a.profiles(), b.profiles());
    }
}
