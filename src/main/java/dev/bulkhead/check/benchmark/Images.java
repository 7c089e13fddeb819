package dev.bulkhead.check.benchmark;

import dev.bulkhead.catalogue.CatalogueEntry;
import dev.bulkhead.catalogue.SecretSigns;
import dev.bulkhead.catalogue.SecretVariables;
import dev.bulkhead.check.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rulings on images, health checks and secrets. */
final class Images {

    private Images() {}

    /** A health check of the image is not seen here; one that is switched off is. */
    static ItemAnswer health(StatedProject look) {
        Set<String> without = look.findings("health-check").stream()
                .map(StatedProject::service)
                .collect(Collectors.toSet());
        List<Breach> breaches = look.services().stream()
                .filter(service -> without.contains(service.key()) && switchedOff(service))
                .map(service -> service.breach(
                        "a health check that is switched off",
                        "Let it state one that tells whether its program works.",
                        "healthcheck"))
                .toList();
        List<String> open = look.services().stream()
                .filter(service -> without.contains(service.key()) && !switchedOff(service))
                .map(StatedService::key)
                .toList();
        return ItemAnswer.of(breaches)
                .but(
                        open,
                        "No health check is stated; the image may have one.",
                        "docker image inspect --format '{{.Config.Healthcheck}}' IMAGE");
    }

    private static boolean switchedOff(StatedService service) {
        return service.says("true", "healthcheck", "disable")
                || service.stated().scalars("healthcheck", "test").stream()
                        .anyMatch(word -> word.text().equals("NONE"));
    }

    /** A tag that moves is an old image until somebody pulls; whether a version is the newest is not in the files. */
    static ItemAnswer current(StatedProject look) {
        Set<String> pulled = look.services().stream()
                .filter(service -> service.service()
                        .container()
                        .source()
                        .pullPolicy()
                        .filter("always"::equals)
                        .isPresent())
                .map(StatedService::key)
                .collect(Collectors.toSet());
        List<Finding> moving = look.findings("image-tag").stream()
                .filter(finding -> !pulled.contains(StatedProject.service(finding)))
                .toList();
        Set<String> named = moving.stream().map(StatedProject::service).collect(Collectors.toSet());
        List<String> open = look.services().stream()
                .map(StatedService::key)
                .filter(key -> !named.contains(key) && !pulled.contains(key))
                .toList();
        return ItemAnswer.of(moving.stream()
                        .map(finding -> StatedProject.breach(
                                finding, "an image whose tag moves, and which stays as it was pulled first"))
                        .toList())
                .but(
                        open,
                        "Whether a newer version of the image is out, or one that was built here is up to date, the files"
                                + " do not say.",
                        "docker compose images, against what the publisher lists");
    }

    /** What the builder notes in the image; what else a Dockerfile writes into it is not read here. */
    static ItemAnswer buildSecrets(StatedProject look) {
        List<Breach> breaches = look.services().stream()
                .flatMap(service -> service.service().container().source().arguments().entrySet().stream()
                        .filter(argument ->
                                SecretSigns.holdsSecret(argument.getKey(), argument.getValue(), known(look, service)))
                        .map(argument -> service.breach(
                                "a secret in build argument " + argument.getKey(),
                                "Hand it over with secrets: under build:, and read it in the Dockerfile with RUN"
                                        + " --mount=type=secret,id=NAME.",
                                "build",
                                "args",
                                argument.getKey())))
                .toList();
        return new ItemAnswer(
                breaches,
                ItemAnswer.open("How images were built stands in their Dockerfiles.", "docker history --no-trunc IMAGE")
                        .open());
    }

    private static Optional<SecretVariables> known(StatedProject look, StatedService service) {
        return service.service()
                .container()
                .image()
                .flatMap(look.input().catalogue()::byImage)
                .map(CatalogueEntry::secrets);
    }

    /** The finding names the variable and never its value. */
    static ItemAnswer secrets(StatedProject look) {
        return ItemAnswer.of(look.findings("plain-secret").stream()
                .map(finding -> StatedProject.breach(finding, finding.message().replaceFirst("\\.$", "")))
                .toList());
    }
}
