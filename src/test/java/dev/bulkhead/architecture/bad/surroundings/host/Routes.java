package dev.bulkhead.architecture.bad.surroundings.host;

import java.util.List;

public final class Routes {

    public List<String> read() {
        return List.of();
    }
}
