package dev.bulkhead.migrate.iteration.hardening;

import dev.bulkhead.catalogue.ImageNeeds;
import dev.bulkhead.compose.ResolvedValue;
import dev.bulkhead.engine.measured.PeakUse;
import dev.bulkhead.migrate.iteration.ProposalInput;
import dev.bulkhead.migrate.iteration.evidence.ServiceProfile;
import dev.bulkhead.migrate.iteration.evidence.Sight;
import dev.bulkhead.migrate.iteration.evidence.Survey;
import dev.bulkhead.proxy.route.RouteTarget;
import dev.bulkhead.topology.ContainerSpec;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.edit.FieldEdit;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.ProjectEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts about a service that its hardening is worked out from.
 *
 * @param profile the service, and what is known of its image
 * @param stated all that the files say of it, which can hold secrets
 * @param sight its running container, if it has one
 * @param needs what its image needs of the host
 * @param around what it is among
 */
record ServiceFacts(
        ServiceProfile profile, ResolvedValue.Fields stated, Optional<Sight> sight, ImageNeeds needs, Around around) {

    /**
     * What a service is among.
     *
     * @param machine what the engine's machine has
     * @param updater the service that exchanges images by itself, if there is one
     * @param healer the service that restarts what is unhealthy, if there is one
     * @param routed services that a reverse proxy has a route to
     */
    record Around(
            Optional<Survey.Machine> machine, Optional<String> updater, Optional<Healer> healer, Set<String> routed) {}

    /** Service that restarts what is unhealthy, with its environment. */
    record Healer(String service, Map<String, String> environment) {

        Optional<String> variable(String name) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }

        /** Names the service alone; a variable can hold a secret. */
        @Override
        public String toString() {
            return service;
        }
    }

    /** Returns the facts of all services, sorted by key. */
    static List<ServiceFacts> of(ProposalInput input) {
        Survey survey = input.project().engine().survey();
        Around around = new Around(
                survey.machine(),
                first(input, List.of("watchtower", "diun", "whats-up-docker")),
                first(input, List.of("autoheal"))
                        .flatMap(key -> input.project().topology().service(key))
                        .map(service ->
                                new Healer(service.key(), service.container().environment())),
                input.evidence().routes().stream()
                        .flatMap(route -> route.container().stream())
                        .map(RouteTarget.Container::service)
                        .collect(Collectors.toSet()));
        return input.evidence().profiles().stream()
                .map(profile -> new ServiceFacts(
                        profile,
                        survey.of(profile.key()),
                        Optional.ofNullable(survey.sights().get(profile.key())),
                        profile.service()
                                .container()
                                .image()
                                .map(image -> input.project().catalogue().needs(image))
                                .orElse(ImageNeeds.UNKNOWN),
                        around))
                .toList();
    }

    private static Optional<String> first(ProposalInput input, List<String> ids) {
        return input.evidence().profiles().stream()
                .filter(profile -> profile.known()
                        .filter(entry -> ids.contains(entry.id()))
                        .isPresent())
                .map(ServiceProfile::key)
                .findFirst();
    }

    String key() {
        return profile.key();
    }

    ContainerSpec container() {
        return profile.service().container();
    }

    Optional<PeakUse> peak() {
        return sight.flatMap(Sight::peak);
    }

    boolean privileged() {
        return container().hostAccess().privileged();
    }

    /** Returns what the files say of a field below others. */
    Optional<ResolvedValue> at(String... path) {
        return stated.at(path);
    }

    /** Returns the text of a single value. */
    Optional<String> text(String... path) {
        return stated.text(path);
    }

    /** Returns the texts of a list. */
    List<String> texts(String... path) {
        return stated.scalars(path).stream().map(ResolvedValue.Scalar::text).toList();
    }

    /** Returns an edit that gives one of its fields a value. */
    ProjectEdit set(FieldValue value, String... path) {
        return new FieldEdit.SetField(field(path), value);
    }

    /** Returns an edit that adds to one of its lists. */
    ProjectEdit add(FieldValue item, String... path) {
        return new FieldEdit.AddItem(field(path), item);
    }

    private Element.FieldElement field(String... path) {
        Element.FieldElement field = Element.service(key()).field(path[0]);
        for (int i = 1; i < path.length; i++) {
            field = field.field(path[i]);
        }
        return field;
    }
}
