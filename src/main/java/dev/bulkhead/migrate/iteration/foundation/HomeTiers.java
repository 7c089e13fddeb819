package dev.bulkhead.migrate.iteration.foundation;

import dev.bulkhead.catalogue.Role;
import dev.bulkhead.migrate.iteration.evidence.Evidence;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierReason;
import dev.bulkhead.topology.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Home tier of each service, the one it belongs to before anybody else is looked at. */
final class HomeTiers {

    static final String DOCKER_SOCKET = "docker.sock";

    private final Evidence evidence;
    private final List<Tier> tiers;

    HomeTiers(Evidence evidence, List<Tier> tiers) {
        this.evidence = evidence;
        this.tiers = tiers;
    }

    /** Returns the home of a service: by what is known of its image, else by name, else by how it is used. */
    TierReason of(ServiceProfile profile) {
        return fromCatalogue(profile)
                .or(() -> fromNamespace(profile))
                .or(() -> fromWords(profile))
                .or(() -> fromUse(profile))
                .orElseGet(() -> new TierReason(
                        id("backend"), "Nothing shows that people open it, so it stands with what works behind."));
    }

    private Optional<TierReason> fromCatalogue(ServiceProfile profile) {
        return profile.known()
                .flatMap(entry -> tier(entry.tier().text())
                        .map(tier -> new TierReason(
                                tier.id(),
                                entry.name() + " " + phrase(profile.role().orElse(entry.role())) + ".")));
    }

    private static String phrase(Role role) {
        return switch (role) {
            case REVERSE_PROXY -> "takes requests in and hands them on";
            case TUNNEL -> "brings requests in from a provider's edge";
            case VPN -> "is the way out for downloads";
            case DNS -> "answers names";
            case GUARD -> "watches and blocks";
            case AUTH -> "signs people in";
            case SECRETS -> "keeps keys and passwords";
            case METRICS -> "collects measurements";
            case EXPORTER -> "offers measurements";
            case LOGS -> "handles logs";
            case ALERTING -> "sends alerts";
            case DASHBOARD -> "shows dashboards";
            case MANAGEMENT -> "looks after other containers";
            case DATABASE -> "is a database";
            case CACHE -> "is a cache";
            case QUEUE -> "passes messages on";
            case STORAGE -> "stores files";
            case DOWNLOADER -> "downloads";
            case AUTOMATION -> "works for other services";
            case APP -> "is what people open";
        };
    }

    private Optional<TierReason> fromNamespace(ServiceProfile profile) {
        List<String> sharers = evidence.namespaceSharers(profile.key());
        boolean tunnels =
                profile.service().container().hostAccess().capabilities().contains("NET_ADMIN");
        return sharers.isEmpty() || !tunnels
                ? Optional.empty()
                : tier("download")
                        .map(tier -> new TierReason(
                                tier.id(),
                                "It lends its network to " + String.join(", ", sharers) + ", as a VPN does."));
    }

    private Optional<TierReason> fromWords(ServiceProfile profile) {
        Service service = profile.service();
        String image = service.container().image().orElse("");
        String repository = image.substring(image.lastIndexOf('/') + 1).replaceFirst("[:@].*", "");
        List<String> words = Stream.of(service.key(), repository)
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        for (String word : words) {
            for (Tier tier : tiers) {
                if (tier.words().contains(word)) {
                    return Optional.of(new TierReason(tier.id(), "The word '" + word + "' in its name tells of it."));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<TierReason> fromUse(ServiceProfile profile) {
        Set<String> proxies = evidence.profiles().stream()
                .filter(p -> p.does(Role.REVERSE_PROXY))
                .map(ServiceProfile::key)
                .collect(Collectors.toSet());
        Optional<String> proxy = evidence.flows().stream()
                .filter(flow -> flow.to().equals(profile.key()) && proxies.contains(flow.from()))
                .map(flow -> flow.from())
                .findFirst();
        if (proxy.isPresent()) {
            return tier("frontend").map(t -> new TierReason(t.id(), proxy.get() + " hands requests on to it."));
        }
        boolean socket = profile.service().container().hostAccess().hostPaths().stream()
                .anyMatch(path -> path.endsWith(DOCKER_SOCKET));
        if (socket) {
            return tier("mgmt").map(t -> new TierReason(t.id(), "It is given the engine's socket."));
        }
        return profile.service().ports().isEmpty()
                ? Optional.empty()
                : tier("frontend")
                        .map(t -> new TierReason(
                                t.id(),
                                "It publishes port "
                                        + profile.service().ports().getFirst().target() + ", so people open it."));
    }

    private Optional<Tier> tier(String id) {
        return tiers.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** Returns the tier if the playbook has it, else the last one, so that every service has a home. */
    private String id(String wanted) {
        return tier(wanted).orElse(tiers.getLast()).id();
    }
}
