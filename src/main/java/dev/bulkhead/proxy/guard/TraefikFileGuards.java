package dev.bulkhead.proxy.guard;

import dev.bulkhead.compose.yaml.MappingEntry;
import dev.bulkhead.compose.yaml.YamlFields;
import dev.bulkhead.proxy.ProxyFiles.ProxyFile;
import dev.bulkhead.proxy.guard.RouteGuards.Present;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.proxy.traefik.DynamicFileText;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.topology.edit.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guards in Traefik's dynamic files: middlewares that routers name (Traefik documentation, File provider). */
final class TraefikFileGuards {

    private static final List<String> ASKING = List.of("forwardAuth", "basicAuth", "digestAuth");

    private TraefikFileGuards() {}

    static Optional<Present> before(ProxyFile file, int line, Topology topology) {
        YamlFields http = YamlFields.of(file.name(), file.text()).child("http");
        return router(http, line).flatMap(router -> {
            List<String> names = new YamlFields(Optional.of(router.value().resolved()))
                    .child("middlewares").items().stream()
                            .flatMap(item -> item.text().stream())
                            .toList();
            for (String name : names) {
                YamlFields defined = http.child("middlewares").child(name.replaceFirst("@file$", ""));
                for (String kind : ASKING) {
                    if (defined.has(kind)) {
                        return Optional.of(new Present(
                                name,
                                defined.child(kind).child("address").text().map(TraefikGuards::whom)));
                    }
                }
            }
            return TraefikGuards.asking(
                    names.stream()
                            .filter(name -> name.endsWith(TraefikGuards.OF_DOCKER))
                            .toList(),
                    topology);
        });
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
        String name = defines ? auth.name() : auth.name() + TraefikGuards.OF_DOCKER;
        return DynamicFileText.guarded(file.text(), root, routers, name, definition)
                .map(text -> RouteChange.of(List.of(new FileEdit.WriteFile(file.name(), text))))
                .orElseGet(() -> Obstacle.FILE_FORM.refuse("File " + file.name()
                        + " has routers in a form that no middleware can be added to; write them as blocks of lines."));
    }
}
