package dev.bulkhead.architecture.bad.reach;

import dev.bulkhead.architecture.bad.surroundings.host.Routes;
import java.util.List;

final class LooksAtRoutes {

    List<String> routes() {
        return new Routes().read();
    }
}
