package dev.bulkhead.check.engine;

import static dev.bulkhead.check.engine.MistakePlaces.any;
import static dev.bulkhead.check.engine.MistakePlaces.forget;
import static dev.bulkhead.check.engine.MistakePlaces.guest;
import static dev.bulkhead.check.engine.MistakePlaces.joined;
import static dev.bulkhead.check.engine.MistakePlaces.joinedBy;
import static dev.bulkhead.check.engine.MistakePlaces.membership;
import static dev.bulkhead.check.engine.MistakePlaces.names;
import static dev.bulkhead.check.engine.MistakePlaces.others;
import static dev.bulkhead.check.engine.MistakePlaces.sound;
import static dev.bulkhead.check.engine.MistakePlaces.used;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * A mistake that an engine refuses, put into a project where that has a place for it.
 *
 * @param name what it is called
 * @param maker makes it; false where there is no place for it
 */
record Mistake(String name, BiPredicate<RandomProject, Random> maker) {

    /** Name of a container that is no project's. */
    static final String TAKEN = "taken";

    /** Port of the host that a program has which is no container. */
    static final int HELD = 29_600;

    /** All kinds. */
    static final List<Mistake> KINDS = List.of(
            new Mistake("port taken twice", (project, random) -> {
                Optional<ObjectNode> first = joined(project, random);
                Optional<ObjectNode> second = others(project, first);
                return first.isPresent() && second.isPresent() && publish(first.get()) && publish(second.get());
            }),
            new Mistake(
                    "ports of a guest",
                    (project, random) ->
                            guest(project, random).filter(Mistake::publish).isPresent()),
            new Mistake(
                    "name of a guest",
                    (project, random) -> guest(project, random)
                            .map(guest -> guest.put("hostname", "other"))
                            .isPresent()),
            new Mistake("links on the host", (project, random) -> {
                Optional<ObjectNode> service = joined(project, random);
                Optional<String> other = names(project).stream()
                        .filter(name -> service.filter(
                                        one -> project.services().path(name).equals(one))
                                .isEmpty())
                        .findFirst();
                service.ifPresent(one -> {
                    one.remove(List.of("networks", "ports", "hostname", "links", "deploy", "depends_on"));
                    one.put("network_mode", "host").putArray("links").add(other.orElse("nobody"));
                });
                return service.isPresent() && other.isPresent() && sound(project, other.get());
            }),
            new Mistake("host setting", (project, random) -> {
                Optional<ObjectNode> service = joined(project, random);
                service.ifPresent(one -> {
                    one.remove(List.of("networks", "ports", "hostname", "deploy"));
                    one.put("network_mode", "host").putObject("sysctls").put("net.ipv4.ip_forward", 1);
                });
                return service.isPresent();
            }),
            new Mistake(
                    "engines own network",
                    (project, random) -> used(project, random)
                            .map(net -> net.removeAll().put("external", true).put("name", "host"))
                            .isPresent()),
            new Mistake(
                    "device name too long",
                    (project, random) ->
                            option(project, random, "com.docker.network.bridge.name", "br-0123456789abcdef")),
            new Mistake(
                    "mtu of words",
                    (project, random) -> option(project, random, "com.docker.network.driver.mtu", "large")),
            new Mistake(
                    "switch of words",
                    (project, random) -> option(project, random, "com.docker.network.bridge.enable_icc", "perhaps")),
            new Mistake(
                    "binding of words",
                    (project, random) ->
                            option(project, random, "com.docker.network.bridge.host_binding_ipv4", "here")),
            new Mistake(
                    "copies of a port",
                    (project, random) -> joined(project, random)
                            .filter(Mistake::publish)
                            .map(service -> copies(service, 2))
                            .isPresent()),
            new Mistake("copies of a short range", (project, random) -> {
                Optional<ObjectNode> service = joined(project, random);
                service.ifPresent(one -> copies(one, 3).putArray("ports").add("29000-29001:80"));
                return service.isPresent();
            }),
            new Mistake(
                    "address outside",
                    (project, random) -> joined(project, random)
                            .map(service -> address(project, service, random, "10.99.0.5"))
                            .orElse(false)),
            new Mistake(
                    "address of the gateway",
                    (project, random) -> joined(project, random)
                            .map(service -> {
                                service.remove("deploy");
                                String name = joinedBy(service, random);
                                ObjectNode network =
                                        (ObjectNode) project.networks().path(name);
                                network.remove("internal");
                                network.putObject("ipam")
                                        .putArray("config")
                                        .addObject()
                                        .put("subnet", "10.95.0.0/24")
                                        .put("gateway", "10.95.0.1");
                                forget(project, name);
                                ((ObjectNode) service.path("networks"))
                                        .putObject(name)
                                        .put("ipv4_address", "10.95.0.1");
                                return true;
                            })
                            .orElse(false)),
            new Mistake("overlap", (project, random) -> {
                List<String> names = used(project);
                for (String name : names.stream().limit(2).toList()) {
                    ((ObjectNode) project.networks().path(name))
                            .putObject("ipam")
                            .putArray("config")
                            .addObject()
                            .put("subnet", "10.96.0.0/2" + names.indexOf(name));
                    forget(project, name);
                }
                return names.size() > 1;
            }),
            new Mistake(
                    "health switched off",
                    (project, random) -> waits(
                            project, first -> first.putObject("healthcheck").put("disable", true))),
            new Mistake("health that nobody tells", (project, random) -> {
                boolean times = random.nextBoolean();
                return waits(project, first -> {
                    first.remove("healthcheck");
                    if (times) {
                        first.putObject("healthcheck").put("interval", "2s");
                    }
                });
            }),
            new Mistake("port that a program of the host has", (project, random) -> {
                Optional<ObjectNode> service = joined(project, random);
                service.ifPresent(one -> {
                    one.remove("deploy");
                    one.putArray("ports").add(HELD + ":80");
                });
                return service.isPresent();
            }),
            new Mistake("name twice", (project, random) -> {
                List<String> names = names(project);
                for (String name : List.of(names.getFirst(), names.getLast())) {
                    ObjectNode service = (ObjectNode) project.services().path(name);
                    service.remove("deploy");
                    service.put("container_name", "same");
                }
                return true;
            }),
            new Mistake("name of another's container", (project, random) -> {
                ObjectNode service = any(project, random);
                service.remove("deploy");
                service.put("container_name", TAKEN);
                return true;
            }),
            new Mistake(
                    "driver that is not there",
                    (project, random) -> used(project, random)
                            .map(net -> net.removeAll().put("driver", "weave"))
                            .isPresent()),
            new Mistake(
                    "overlay without a swarm",
                    (project, random) -> used(project, random)
                            .map(net ->
                                    net.removeAll().put("driver", "overlay").put("attachable", random.nextBoolean()))
                            .isPresent()),
            new Mistake(
                    "external network that is not there",
                    (project, random) -> used(project, random)
                            .map(net -> net.removeAll().put("external", true).put("name", "nowhere"))
                            .isPresent()),
            new Mistake("image that is never pulled", (project, random) -> {
                any(project, random)
                        .put("image", "gone:1")
                        .put("pull_policy", random.nextBoolean() ? "never" : "build");
                return true;
            }),
            new Mistake(
                    "host name too long",
                    (project, random) -> joined(project, random)
                            .map(service -> service.put("hostname", "h".repeat(65 + random.nextInt(40))))
                            .isPresent()),
            new Mistake("relative target", (project, random) -> {
                any(project, random).putArray("volumes").add("./data:data");
                return true;
            }),
            new Mistake(
                    "hardware address of words",
                    (project, random) -> joined(project, random)
                            .map(service -> membership(service, random).put("mac_address", "zz"))
                            .isPresent()));

    /** Puts it into a project; returns whether there was a place for it. */
    boolean into(RandomProject project, Random random) {
        return maker.test(project, random);
    }

    /** Lets the last service wait until the first one is healthy. */
    private static boolean waits(RandomProject project, Consumer<ObjectNode> health) {
        List<String> names = names(project);
        health.accept((ObjectNode) project.services().path(names.getFirst()));
        for (String name : names) {
            ((ObjectNode) project.services().path(name)).remove("depends_on");
        }
        ((ObjectNode) project.services().path(names.getLast()))
                .putObject("depends_on")
                .putObject(names.getFirst())
                .put("condition", "service_healthy");
        return names.size() > 1;
    }

    /** A service on networks of the project that nobody else shares the network of. */
    private static boolean publish(ObjectNode service) {
        service.remove("deploy");
        service.putArray("ports").add("29500:80");
        return true; // on internal networks alone no port is bound
    }

    private static ObjectNode copies(ObjectNode service, int number) {
        service.remove("container_name");
        service.remove("hostname");
        service.path("networks").forEach(membership -> {
            if (membership instanceof ObjectNode object) {
                object.remove("ipv4_address");
            }
        });
        service.putObject("deploy").put("replicas", number);
        return service;
    }

    /** Takes the addresses that services have on a network away. */
    private static boolean option(RandomProject project, Random random, String name, String value) {
        Optional<ObjectNode> network = used(project, random);
        network.ifPresent(one -> one.putObject("driver_opts").put(name, value));
        return network.isPresent();
    }

    private static boolean address(RandomProject project, ObjectNode service, Random random, String address) {
        service.remove("deploy");
        String name = joinedBy(service, random);
        ((ObjectNode) project.networks().path(name))
                .putObject("ipam")
                .putArray("config")
                .addObject()
                .put("subnet", "10.98.0.0/24");
        forget(project, name);
        ((ObjectNode) service.path("networks").path(name)).put("ipv4_address", address);
        return true;
    }
}
