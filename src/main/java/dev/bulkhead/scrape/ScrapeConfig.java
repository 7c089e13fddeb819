package dev.bulkhead.scrape;

import dev.bulkhead.compose.yaml.YamlFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Configuration of Prometheus, and of those that read the same (Prometheus documentation, Configuration): jobs with what
 * they scrape, to whom alerts go, and where samples are written and read.
 */
final class ScrapeConfig {

    private static final String ADDRESS = "__address__";
    private static final String HTTP = "http";

    private final String collector;
    private final String file;
    private final Function<String, List<YamlFields>> listed;
    private final Set<ScrapeTarget> found = new LinkedHashSet<>();

    /**
     * Reads for one collector.
     *
     * @param collector its service
     * @param file the configuration's name, for reasons
     * @param listed the files of targets that a pattern of paths leads to
     */
    ScrapeConfig(String collector, String file, Function<String, List<YamlFields>> listed) {
        this.collector = collector;
        this.file = file;
        this.listed = listed;
    }

    /** Returns the connections that a configuration tells of. */
    List<ScrapeTarget> targets(YamlFields root) {
        root.child("scrape_configs").items().forEach(this::job);
        for (YamlFields to : root.child("alerting").child("alertmanagers").items()) {
            String scheme = to.child("scheme").text().orElse(HTTP);
            addresses(to)
                    .forEach(address ->
                            add(collector, address, scheme, false, "It hands alerts over, by " + file + "."));
        }
        for (String kind : List.of("remote_write", "remote_read")) {
            root.child(kind).items().stream()
                    .flatMap(to -> to.child("url").text().stream())
                    .forEach(url -> add(collector, url, HTTP, false, "It is the " + kind + " of " + file + "."));
        }
        return List.copyOf(found);
    }

    private void job(YamlFields job) {
        String name = job.child("job_name").text().orElse("");
        String scheme = job.child("scheme").text().orElse(HTTP);
        String why = "Job " + name + " of " + file + " scrapes it.";
        Optional<String> proxy = job.child("proxy_url").text();
        for (String target : addresses(job)) {
            String asked = proxy.orElseGet(() -> relabelled(target, job));
            add(collector, asked, scheme, true, why);
            // an exporter that is asked about others asks those itself
            ScrapeAddress.of(asked, scheme)
                    .map(ScrapeAddress::host)
                    .filter(exporter -> ScrapeAddress.of(target, scheme)
                            .filter(address -> !address.host().equals(exporter))
                            .isPresent())
                    .ifPresent(exporter ->
                            add(exporter, target, scheme, false, "Job " + name + " of " + file + " has it probed."));
        }
    }

    private List<String> addresses(YamlFields job) {
        List<String> all = new ArrayList<>();
        job.child("static_configs").items().forEach(group -> all.addAll(targetsOf(group)));
        for (YamlFields discovery : job.child("file_sd_configs").items()) {
            discovery.child("files").items().stream()
                    .flatMap(pattern -> pattern.text().stream())
                    .flatMap(pattern -> listed.apply(pattern).stream())
                    .flatMap(list -> list.items().stream())
                    .forEach(group -> all.addAll(targetsOf(group)));
        }
        for (YamlFields discovery : job.child("dns_sd_configs").items()) {
            discovery
                    .child("port")
                    .text()
                    .ifPresent(port -> discovery.child("names").items().stream()
                            .flatMap(host -> host.text().stream())
                            .forEach(host -> all.add(host.replaceFirst("^tasks\\.", "") + ":" + port)));
        }
        return all;
    }

    private static List<String> targetsOf(YamlFields group) {
        return group.child("targets").items().stream()
                .flatMap(target -> target.text().stream())
                .toList();
    }

    /** Relabelling may put another address in the place of a target's. */
    private static String relabelled(String target, YamlFields job) {
        String address = target;
        for (YamlFields rule : job.child("relabel_configs").items()) {
            boolean replaces = rule.child("action").text().orElse("replace").equals("replace");
            if (replaces && rule.child("target_label").text().equals(Optional.of(ADDRESS))) {
                address = replaced(address, rule);
            }
        }
        return address;
    }

    private static String replaced(String address, YamlFields rule) {
        String replacement = rule.child("replacement").text().orElse("$1");
        List<YamlFields> sources = rule.child("source_labels").items();
        boolean ofAddress = sources.size() == 1 && sources.getFirst().text().equals(Optional.of(ADDRESS));
        if (!replacement.contains("$")) {
            return replacement;
        }
        try {
            Matcher match =
                    Pattern.compile(rule.child("regex").text().orElse("(.*)")).matcher(address);
            return ofAddress && match.matches()
                    ? match.replaceFirst(replacement.replaceAll("\\$\\{(\\d+)}", "\\$$1"))
                    : address;
        } catch (IndexOutOfBoundsException | IllegalArgumentException odd) {
            return address; // an expression of another dialect
        }
    }

    private void add(String from, String target, String scheme, boolean fetched, String why) {
        ScrapeAddress.of(target, scheme)
                .filter(address -> !address.itself())
                .ifPresent(address -> found.add(new ScrapeTarget(from, address.host(), address.port(), fetched, why)));
    }
}
