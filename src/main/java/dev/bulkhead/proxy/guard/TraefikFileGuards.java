package dev.bulkhead.proxy.guard;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.traefik.DynamicFileText;
import dev.bulkhead.topology.edit.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guards in Traefik's dynamic files: middlewares that routers name (Traefik documentation, File provider). */
final class TraefikFileGuards {

    private TraefikFileGuards() {}

    /** Returns the names of the middlewares of the router that a line begins. */
    static List<String> named(ProxyFile file, int line) {
        return router(YamlFields.of(file.name(), file.text()).child("http"), line)
                .map(router -> new YamlFields(Optional.of(router.value().resolved()))
                        .child("middlewares").items().stream()
                                .flatMap(item -> item.text().stream())
                                .toList())
                .orElse(List.of());
    }

    private static Optional<MappingEntry> router(YamlFields http, int line) {
        return http.child("routers").entries().stream()
                .filter(entry -> entry.key().mark().line() == line)
                .findFirst();
    }

    static RouteChange guard(ProxyFile file, List<Integer> lines, ForwardAuth auth, boolean defines) {
        YamlFields root = YamlFields.of(file.name(), file.text());
        YamlFields http = root.child("http");
        List<MappingEntry> routers = new ArrayList<>();
        for (int line : lines) {
            router(http, line).ifPresent(routers::add);
        }
        List<String> definition = !defines || http.child("middlewares").has(auth.name())
                ? List.of()
                : List.of(
                        auth.name() + ":",
                        "  forwardAuth:",
                        "    address: \"" + auth.url() + "\"",
                        "    trustForwardHeader: true",
                        "    authResponseHeaders: [" + String.join(", ", auth.headers()) + "]");
        String name = defines ? auth.name() : auth.name() + TraefikMiddlewares.OF_DOCKER;
        return DynamicFileText.guarded(file.text(), root, routers, name, definition)
                .map(text -> RouteChange.of(List.of(new FileEdit.WriteFile(file.name(), text))))
                .orElseGet(() -> Obstacle.FILE_FORM.refuse("File " + file.name()
                        + " has routers in a form that no middleware can be added to; write them as blocks of lines."));
    }
}
