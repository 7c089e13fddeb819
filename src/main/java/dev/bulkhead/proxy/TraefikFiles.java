package dev.bulkhead.proxy;

import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.traefik.TraefikSettings;
import java.util.List;
import java.util.Optional;

final class TraefikFiles {
    private TraefikFiles() {}

    static Optional<TraefikSettings> settings(List<ProxyFile> files) {
        return Optional.empty();
    }
}
