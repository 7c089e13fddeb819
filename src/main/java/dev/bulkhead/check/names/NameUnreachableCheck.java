package dev.bulkhead.check.names;

import dev.bulkhead.catalogue.Integration;
import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Profiles;
import dev.bulkhead.check.Severity;
import dev.bulkhead.proxy.ProxyRoutes;
import dev.bulkhead.reach.Namespaces;
import dev.bulkhead.reach.Reach;
import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.reach.names.NameLookup;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Check that a service finds whom it is told of: the name is answered, by the one that is meant
 * (NginxProxyManager/nginx-proxy-manager#1441, docker/compose#12593).
 */
final class NameUnreachableCheck implements Check {

    private static final NameAnswer NOT_HERE = new NameAnswer.Nobody(NameAnswer.Why.NOT_ON_ITS_NETWORKS);

    /** An asker and a name, told of at one or several places. */
    private record Pair(String asker, String host) {}

    @Override
    public String id() {
        return "name-unreachable";
    }

    @Override
    public String title() {
        return "A service finds the services that its settings name";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        NameLookup lookup = Reach.names(input.topology(), input.reach(), NameUnreachableCheck::runs);
        List<Mention> mentions = NamedServices.of(
                input.topology(),
                ProxyRoutes.of(input.topology(), input.reach().proxyFiles()),
                input.around().scraped());
        FindingBuilder build = FindingBuilder.of(this, input);
        Map<Pair, List<Mention>> pairs = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            if (!lookup.book().meant(mention.host()).isEmpty()) {
                pairs.computeIfAbsent(new Pair(mention.asker().key(), mention.host()), p -> new ArrayList<>())
                        .add(mention);
            }
        }
        Set<Pair> told = new LinkedHashSet<>();
        NameFault fault = new NameFault(
                input.topology(),
                lookup,
                Namespaces.of(input.topology(), input.reach()),
                input.reach().hosts());
        pairs.forEach((pair, places) -> {
            Mention first = places.getFirst();
            lookup.book().meant(first.host()).forEach(service -> told.add(new Pair(pair.asker(), service)));
            fault.of(first.asker(), first.host())
                    .filter(found -> Profiles.together(first.asker(), found.meant()))
                    .ifPresent(found -> findings.accept(finding(build, first, places, found)));
        });
        notRunning(input, lookup, mentions, build, findings);
        notStarted(input, mentions, build, findings);
        usual(input, fault, told, findings);
        outside(lookup, mentions, build, findings);
    }

    /** Of a service with no copies nothing runs that could answer. */
    private void notRunning(
            CheckInput input,
            NameLookup lookup,
            List<Mention> mentions,
            FindingBuilder build,
            Consumer<Finding> findings) {
        Map<Pair, List<Mention>> pairs = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            input.topology()
                    .service(mention.host())
                    .filter(target -> !runs(target)
                            && runs(mention.asker())
                            && Profiles.together(mention.asker(), target)
                            && lookup.ask(mention.asker(), mention.host()) instanceof NameAnswer.Nobody)
                    .ifPresent(target -> pairs.computeIfAbsent(
                                    new Pair(mention.asker().key(), target.key()), p -> new ArrayList<>())
                            .add(mention));
        }
        pairs.forEach((pair, places) -> findings.accept(build.finding(
                severity(),
                List.of(Element.service(pair.asker()), Element.service(pair.host())),
                places.getFirst().place(),
                "Service " + pair.asker() + " names " + pair.host() + " (" + where(places)
                        + "), of which no container runs (replicas: 0), so nobody answers.",
                "Let " + pair.host() + " run, or take the name out.")));
    }

    /** Which of the profiles are started is the operator's choice, so this is no more than a hint. */
    private static void notStarted(
            CheckInput input, List<Mention> mentions, FindingBuilder build, Consumer<Finding> findings) {
        Set<String> chosen = input.reach().activeProfiles();
        Map<Pair, List<Mention>> pairs = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            input.topology()
                    .service(mention.host())
                    .filter(target -> Profiles.starts(mention.asker(), chosen) && !Profiles.starts(target, chosen))
                    .ifPresent(target -> pairs.computeIfAbsent(
                                    new Pair(mention.asker().key(), target.key()), p -> new ArrayList<>())
                            .add(mention));
        }
        pairs.forEach((pair, places) -> {
            String profiles = input.topology()
                    .service(pair.host())
                    .map(target -> String.join(" or ", target.profiles()))
                    .orElse("");
            findings.accept(build.finding(
                    Severity.INFO,
                    List.of(Element.service(pair.asker()), Element.service(pair.host())),
                    places.getFirst().place(),
                    "Service " + pair.asker() + " names " + pair.host() + " (" + where(places)
                            + "), which only profile " + profiles + " starts; without it nobody answers.",
                    "Start it with --profile, or take the name out where it is not meant to run."));
        });
    }

    private static boolean runs(Service service) {
        return service.container().copies() > 0;
    }

    /** A name that only containers of others have is answered on the networks that are shared with them. */
    private void outside(NameLookup lookup, List<Mention> mentions, FindingBuilder build, Consumer<Finding> findings) {
        Map<Pair, List<Mention>> pairs = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            boolean borne = lookup.book().meant(mention.host()).isEmpty()
                    && !lookup.book().outside(mention.host()).isEmpty();
            if (borne && lookup.ask(mention.asker(), mention.host()).equals(NOT_HERE)) {
                pairs.computeIfAbsent(new Pair(mention.asker().key(), mention.host()), p -> new ArrayList<>())
                        .add(mention);
            }
        }
        pairs.forEach((pair, places) -> {
            String networks = String.join(" and ", lookup.book().outside(pair.host()));
            String others = lookup.book().outside(pair.host()).stream()
                    .flatMap(network -> lookup.book().answering(network, pair.host()).stream())
                    .distinct()
                    .collect(Collectors.joining(" and "));
            findings.accept(build.finding(
                    severity(),
                    List.of(Element.service(pair.asker())),
                    places.getFirst().place(),
                    "Service " + pair.asker() + " names " + pair.host() + " (" + where(places) + "), which " + others
                            + " has on network " + networks + ", and is not on that network.",
                    "Let " + pair.asker() + " join network " + networks + "."));
        });
    }

    private static String where(List<Mention> places) {
        return places.stream().map(Mention::words).distinct().collect(Collectors.joining(", "));
    }

    private Finding finding(FindingBuilder build, Mention first, List<Mention> places, NameFault.Found found) {
        List<Element> subjects = new ArrayList<>();
        subjects.add(Element.service(first.asker().key()));
        if (!found.meant().key().equals(first.asker().key())) {
            subjects.add(Element.service(found.meant().key()));
        }
        return build.finding(
                severity(),
                subjects,
                first.place(),
                "Service " + first.asker().key() + " names " + first.host() + " (" + where(places) + "), "
                        + found.message() + ".",
                found.remedy());
    }

    /** What is usual between two images is no more than a hint, and only where the files name nobody of that kind. */
    private void usual(CheckInput input, NameFault fault, Set<Pair> told, Consumer<Finding> findings) {
        FindingBuilder build = FindingBuilder.of(this, input);
        for (Service asker : input.topology().services().values()) {
            List<Integration> integrations = asker.container()
                    .image()
                    .flatMap(input.catalogue()::byImage)
                    .map(entry -> entry.traffic().talksTo())
                    .orElse(List.of());
            for (Integration integration : integrations) {
                List<Service> targets = input.topology().services().values().stream()
                        .filter(service -> runs(service)
                                && NamedServices.isOf(service, integration.target(), input.catalogue())
                                && Profiles.together(asker, service))
                        .toList();
                boolean stated = targets.stream().anyMatch(t -> told.contains(new Pair(asker.key(), t.key())));
                Optional<NameFault.Found> apart =
                        targets.size() == 1 && !stated ? fault.apart(asker, targets.getFirst()) : Optional.empty();
                apart.ifPresent(found -> findings.accept(build.finding(
                        Severity.INFO,
                        List.of(
                                Element.service(asker.key()),
                                Element.service(found.meant().key())),
                        Element.service(asker.key()),
                        "Service " + asker.key() + " usually talks to "
                                + found.meant().key() + " (" + integration.why() + "), " + found.message() + ".",
                        found.remedy())));
            }
        }
    }
}
