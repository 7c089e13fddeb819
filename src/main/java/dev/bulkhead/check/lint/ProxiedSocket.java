package dev.bulkhead.check.lint;

import dev.bulkhead.catalogue.ImageReference;
import dev.bulkhead.topology.Service;
import java.util.Locale;

/** Socket of the engine behind a proxy: which services are such proxies, and what they let through. */
public final class ProxiedSocket {

    private ProxiedSocket() {}

    /** Returns whether a service is one. */
    public static boolean is(Service service) {
        return service.container()
                .image()
                .flatMap(ImageReference::parse)
                .map(image -> image.repository().toLowerCase(Locale.ROOT))
                .filter(image -> image.contains("socket-proxy") || image.contains("socketproxy"))
                .isPresent();
    }

    /**
     * Returns whether one lets its clients write to the engine: by the switch that most of them share, or the option of
     * wollomatic/socket-proxy.
     */
    public static boolean mayWrite(Service proxy) {
        String post = proxy.container().environment().getOrDefault("POST", "0");
        return post.equals("1")
                || post.equalsIgnoreCase("true")
                || proxy.container().command().stream().anyMatch(word -> word.startsWith("-allowPOST"));
    }
}
