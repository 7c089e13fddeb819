package dev.bulkhead.check.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rulings on how much of the machine a container may take. */
final class LimitItems {

    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*[a-zA-Z]*");
    private static final Pattern RETRIES = Pattern.compile("on-failure(?::([0-9]+))?");
    private static final int MOST_RETRIES = 5;

    private static final String[] DEPLOYED = {"deploy", "resources", "limits"};

    private LimitItems() {}

    static ItemAnswer memory(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        !memory(service),
                        "no limit of memory",
                        "Write mem_limit with what it needs at most; bulkhead measure tells what that is."));
    }

    static ItemAnswer processors(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        !processors(service),
                        "no limit or share of processors",
                        "Write cpus with what it needs at most, or cpu_shares with its weight beside the others."));
    }

    static ItemAnswer processes(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        !processes(service),
                        service.text("pids_limit")
                                .map(limit -> "pids_limit: " + limit + ", which is no limit")
                                .orElse("no limit of processes"),
                        "Write pids_limit, for instance 200.",
                        "pids_limit"));
    }

    /** All three in one sentence for each service. */
    static ItemAnswer resources(StatedProject look) {
        return ItemAnswer.each(look, service -> {
            List<String> missing = new ArrayList<>();
            if (!memory(service)) {
                missing.add("memory");
            }
            if (!processors(service)) {
                missing.add("processors");
            }
            if (!processes(service)) {
                missing.add("processes");
            }
            return service.breachIf(
                    !missing.isEmpty(),
                    "no limit of " + String.join(", ", missing),
                    "Write mem_limit, cpus and pids_limit; bulkhead measure tells what each needs at most.");
        });
    }

    private static boolean memory(StatedService service) {
        return positive(service, "mem_limit") || deployed(service, "memory");
    }

    private static boolean processors(StatedService service) {
        return positive(service, "cpus")
                || positive(service, "cpu_shares")
                || positive(service, "cpu_quota")
                || service.text("cpuset").isPresent()
                || deployed(service, "cpus");
    }

    private static boolean processes(StatedService service) {
        return positive(service, "pids_limit") || deployed(service, "pids");
    }

    private static boolean deployed(StatedService service, String name) {
        return positive(service, DEPLOYED[0], DEPLOYED[1], DEPLOYED[2], name);
    }

    /** Nought and less mean no limit. */
    private static boolean positive(StatedService service, String... path) {
        Optional<Matcher> number =
                service.text(path).map(text -> NUMBER.matcher(text.strip())).filter(Matcher::matches);
        return number.map(matcher -> new BigDecimal(matcher.group(1)).signum() > 0)
                .orElse(false);
    }

    /** The engine's own limits stand in its settings. */
    static ItemAnswer openFiles(StatedProject look) {
        return ItemAnswer.of(List.of())
                .but(
                        look.services().stream()
                                .filter(service ->
                                        service.stated().get("ulimits").isEmpty())
                                .map(StatedService::key)
                                .toList(),
                        "No ulimits are stated, so those of the engine apply.",
                        "docker inspect --format '{{.HostConfig.Ulimits}}' CONTAINER, and default-ulimits in"
                                + " /etc/docker/daemon.json");
    }

    /** Never is fine, and so are a few times; without an end is not. */
    static ItemAnswer restarts(StatedProject look) {
        return ItemAnswer.each(look, service -> {
            Optional<String> policy = service.text("restart");
            if (policy.isPresent()) {
                return service.breachIf(
                        !few(policy.get()),
                        "restart: " + policy.get() + ", which "
                                + (policy.get().matches("on-failure:[0-9]+")
                                        ? "tries more than five times"
                                        : "never gives up"),
                        "Write restart: on-failure:5. It is not started with the machine then: decide which of the two"
                                + " matters more.",
                        "restart");
            }
            Optional<String> condition =
                    service.text("deploy", "restart_policy", "condition").filter(text -> !text.equals("none"));
            boolean stated = service.stated().at("deploy", "restart_policy").isPresent()
                    && !service.says("none", "deploy", "restart_policy", "condition");
            boolean bounded = service.text("deploy", "restart_policy", "max_attempts")
                    .filter(text -> text.matches("[1-5]"))
                    .isPresent();
            return service.breachIf(
                    stated && !bounded,
                    "deploy.restart_policy"
                            + condition.map(text -> " with " + text).orElse("") + ", which tries more than five times",
                    "Write max_attempts: 5 below deploy.restart_policy.",
                    "deploy",
                    "restart_policy",
                    "condition");
        });
    }

    private static boolean few(String policy) {
        Matcher retries = RETRIES.matcher(policy);
        return policy.equals("no")
                || policy.equals("false")
                || (retries.matches()
                        && retries.group(1) != null
                        && retries.group(1).length() < 3
                        && Integer.parseInt(retries.group(1)) > 0
                        && Integer.parseInt(retries.group(1)) <= MOST_RETRIES);
    }

    static ItemAnswer cgroup(StatedProject look) {
        return ItemAnswer.each(
                look,
                service -> service.breachIf(
                        service.text("cgroup_parent").isPresent(),
                        "cgroup_parent: " + service.text("cgroup_parent").orElse(""),
                        "Remove it, so that the limits of the engine's own control group apply.",
                        "cgroup_parent"));
    }
}
