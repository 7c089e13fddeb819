package dev.bulkhead.proxy.guard;

import dev.bulkhead.proxy.directive.Directive;
import dev.bulkhead.proxy.directive.LabelTree;
import dev.bulkhead.proxy.guard.RouteGuards.Present;
import dev.bulkhead.proxy.route.RouteChange;
import dev.bulkhead.proxy.route.RouteChange.Obstacle;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guards in labels of caddy-docker-proxy: the directive {@code forward_auth} as labels beside that of {@code reverse_proxy}
 * (its {@code README.md}, Labels to Caddyfile conversion).
 */
final class CaddyLabelGuards {

    private CaddyLabelGuards() {}

    static Optional<Present> before(String label, Service service) {
        return CaddyfileGuards.asking(way(sites(label, service), label));
    }

    private static List<Directive> sites(String label, Service service) {
        String root = label.split("\\.", 2)[0];
        return LabelTree.read(service.container().labels(), root.replaceFirst("_\\d+$", "")).stream()
                .filter(site -> site.source().split("\\.", 2)[0].equals(root))
                .toList();
    }

    private static List<Directive> way(List<Directive> directives, String label) {
        for (Directive directive : directives) {
            if (directive.name().equals("reverse_proxy") && directive.source().equals(label)) {
                return List.of(directive);
            }
            List<Directive> below = way(directive.nested(), label);
            if (!below.isEmpty()) {
                List<Directive> way = new ArrayList<>(List.of(directive));
                way.addAll(below);
                return way;
            }
        }
        return List.of();
    }

    static RouteChange labels(String label, Service service, ForwardAuth auth) {
        List<Directive> way = way(sites(label, service), label);
        if (way.size() < 2 || way.getFirst().name().startsWith("(")) {
            return Obstacle.FILE_FORM.refuse("The label " + label + " of " + service.key()
                    + " belongs to a snippet that sites import; write the route into its site first.");
        }
        List<String> names = List.of(label.split("\\.", -1));
        int depth = names.size() - 1;
        Directive at = way.getLast();
        for (int i = 1; i < way.size(); i++) {
            if (way.get(i).name().equals("handle_path")) {
                depth = i;
                at = way.get(i);
                break;
            }
        }
        String parent = String.join(".", names.subList(0, depth));
        String directive = free(parent + ".forward_auth", service.container().labels());
        String condition = CaddyfileGuards.condition(at).map(word -> word + " ").orElse("");
        return RouteChange.of(List.of(
                new TopologyEdit.SetLabel(service.key(), directive, condition + auth.at()),
                new TopologyEdit.SetLabel(service.key(), directive + ".uri", auth.path()),
                new TopologyEdit.SetLabel(
                        service.key(), directive + ".copy_headers", String.join(" ", auth.headers()))));
    }

    private static String free(String name, Map<String, String> labels) {
        String free = name;
        for (int number = 1; used(free, labels); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private static boolean used(String name, Map<String, String> labels) {
        return labels.keySet().stream().anyMatch(label -> label.equals(name) || label.startsWith(name + "."));
    }
}
