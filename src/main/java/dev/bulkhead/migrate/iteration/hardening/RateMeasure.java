package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests of one address are limited at the reverse proxy: a middleware of Traefik in labels of the service. Other proxies
 * are told of in a sentence: Caddy itself has no rate limit, and nginx-proxy takes none by variables.
 */
final class RateMeasure implements Measure {

    private static final Pattern ROUTER = Pattern.compile("traefik\\.http\\.routers\\.([^.]+)\\.rule");
    private static final String AVERAGE = "100";
    private static final String BURST = "200";

    @Override
    public String id() {
        return "rate";
    }

    @Override
    public String title() {
        return "Whose requests are limited at the proxy?";
    }

    @Override
    public String help() {
        return "Traefik hands on at most " + AVERAGE + " requests a second of one address on average, " + BURST
                + " at once; more are answered with 429.";
    }

    @Override
    public String label() {
        return "Limit requests";
    }

    @Override
    public Outcome of(ServiceFacts facts) {
        Map<String, String> labels = new TreeMap<>(facts.container().labels());
        List<String> routers = labels.keySet().stream()
                .map(ROUTER::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
        if (routers.isEmpty()) {
            return facts.around().routed().contains(facts.key())
                    ? new Outcome.Withheld(
                            "its route is not in labels of Traefik; Caddy has no rate limit unless the module"
                                    + " caddy-ratelimit is built into it, and nginx takes limit_req in a file of its own,"
                                    + " which you add by hand")
                    : new Outcome.Held();
        }
        boolean limited = labels.keySet().stream()
                .anyMatch(label -> label.toLowerCase(java.util.Locale.ROOT).endsWith(".ratelimit.average"));
        if (limited) {
            return new Outcome.Held();
        }
        String middleware = facts.key() + "-rate";
        List<ProjectEdit> edits = new ArrayList<>();
        String prefix = "traefik.http.middlewares." + middleware + ".ratelimit.";
        edits.add(new TopologyEdit.SetLabel(facts.key(), prefix + "average", AVERAGE));
        edits.add(new TopologyEdit.SetLabel(facts.key(), prefix + "burst", BURST));
        for (String router : routers) {
            String label = "traefik.http.routers." + router + ".middlewares";
            String present = labels.getOrDefault(label, "");
            edits.add(new TopologyEdit.SetLabel(
                    facts.key(), label, present.isEmpty() ? middleware : middleware + "," + present));
        }
        return new Outcome.Offered(
                "Its route stands in labels of Traefik: " + String.join(", ", routers) + ".",
                "A page of hundreds of small pictures loads in parts; programs that ask much have to wait.",
                false,
                edits);
    }
}
