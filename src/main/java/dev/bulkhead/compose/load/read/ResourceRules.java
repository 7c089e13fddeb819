package dev.bulkhead.compose.load.read;

import dev.bulkhead.compose.load.value.FieldReader;
import dev.bulkhead.compose.load.value.Place;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.Quantities;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Rules of Compose's about how much of something a service gets: copies, limits, devices. */
final class ResourceRules {

    /** Takes what Compose refuses. */
    @FunctionalInterface
    interface Told {
        void of(Place place, String message, String fix);
    }

    private final String name;
    private final MapValue service;
    private final Told told;

    ResourceRules(String name, MapValue service, Told told) {
        this.name = name;
        this.service = service;
        this.told = told;
    }

    /** Checks the devices that are asked for. */
    void devices() {
        devices(FieldReader.items(service, "gpus"));
        resources("reservations").ifPresent(map -> devices(FieldReader.items(map, "devices")));
    }

    /** Checks copies, and limits that can be stated at two places. */
    void amounts() {
        copies();
        Optional<MapValue> limits = resources("limits");
        Optional<MapValue> reserved = resources("reservations");
        same("cpus", limits, "cpus", "deploy.resources.limits.cpus");
        same("mem_limit", limits, "memory", "deploy.resources.limits.memory");
        same("mem_reservation", reserved, "memory", "deploy.resources.reservations.memory");
        same("pids_limit", limits, "pids", "deploy.resources.limits.pids");
    }

    private Optional<MapValue> resources(String which) {
        return FieldReader.map(service, "deploy")
                .flatMap(deploy -> FieldReader.map(deploy, "resources"))
                .flatMap(resources -> FieldReader.map(resources, which));
    }

    private void devices(List<Value> requests) {
        for (Value request : requests) {
            if (request instanceof MapValue map && map.has("count") && map.has("device_ids")) {
                told.of(
                        map.place(),
                        "a device of the service " + name + " states count and device_ids, which exclude each other",
                        "keep one of them");
            }
            if (request instanceof MapValue map) {
                FieldReader.scalar(map, "count")
                        .filter(count -> !count.text().matches("all|[-+]?\\d+"))
                        .ifPresent(count -> told.of(
                                count.place(),
                                "the service " + name + " asks for '" + count.text() + "' devices",
                                "write all or a number"));
            }
        }
    }

    private void copies() {
        Optional<ScalarValue> scale = FieldReader.scalar(service, "scale");
        Optional<ScalarValue> replicas =
                FieldReader.map(service, "deploy").flatMap(deploy -> FieldReader.scalar(deploy, "replicas"));
        if (scale.isPresent()
                && replicas.isPresent()
                && !scale.get().text().equals(replicas.get().text())) {
            told.of(
                    scale.get().place(),
                    "the service " + name + " states scale and deploy.replicas with different numbers",
                    "keep one of them");
        }
        scale.or(() -> replicas)
                .filter(number -> !isCount(number.text()))
                .ifPresent(number -> told.of(
                        number.place(),
                        "the service " + name + " cannot run " + number.text() + " containers",
                        "write 0 or more"));
    }

    /** Above the largest number that fits, Compose reads one below 0. */
    private static boolean isCount(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            return value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        } catch (NumberFormatException other) {
            return true; // no number at all is told of by the schema
        }
    }

    private void same(String own, Optional<MapValue> deploy, String field, String path) {
        Optional<ScalarValue> stated = FieldReader.scalar(service, own).filter(s -> Quantities.amount(s.text()) != 0);
        if (stated.isPresent() && deploy.isPresent()) {
            double other = FieldReader.scalar(deploy.get(), field)
                    .map(s -> Quantities.amount(s.text()))
                    .orElse(0.0);
            if (other != Quantities.amount(stated.get().text())) {
                told.of(
                        stated.get().place(),
                        "the service " + name + " states " + own + " and " + path + ", which differ",
                        "give both the same value, or keep one of them");
            }
        }
    }
}
