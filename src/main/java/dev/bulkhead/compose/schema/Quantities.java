package dev.bulkhead.compose.schema;

import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.ListValue;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Time spans and sizes of a service, which Compose reads once everything has been put together (compose-go {@code types}). */
public final class Quantities {

    /** Days and weeks too (xhit/go-str2duration). */
    private static final Pattern SPAN =
            Pattern.compile("[-+]?(0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h|d|w))+)");

    /** As docker/go-units reads it. */
    private static final Pattern SIZE = Pattern.compile("(\\d+(\\.\\d*)?|\\.\\d+) ?([bB]|[kmgtpKMGTP]([iI]?[bB])?)?");

    private static final String UNITS = "kmgtp";

    private static final List<String> SPANS = List.of(
            "healthcheck.interval",
            "healthcheck.timeout",
            "healthcheck.start_period",
            "healthcheck.start_interval",
            "stop_grace_period",
            "deploy.update_config.delay",
            "deploy.update_config.monitor",
            "deploy.rollback_config.delay",
            "deploy.rollback_config.monitor",
            "deploy.restart_policy.delay",
            "deploy.restart_policy.window");

    private static final List<String> SIZES = List.of(
            "deploy.resources.limits.memory",
            "deploy.resources.reservations.memory",
            "mem_limit",
            "mem_reservation",
            "memswap_limit",
            "mem_swappiness",
            "shm_size",
            "build.shm_size",
            "volumes.tmpfs.size");

    private Quantities() {}

    /** Tells every text of a service that is neither a time span nor a size where Compose reads one. */
    public static void check(String name, MapValue service, Consumer<Misfit> misfits) {
        check(
                "the service " + name,
                service,
                SPANS,
                SPAN,
                "a time span",
                "write it with units, such as 30s or 1m30s",
                misfits);
        check(
                "the service " + name,
                service,
                SIZES,
                SIZE,
                "a size",
                "write it as a number with a unit, such as 512m or 2g",
                misfits);
    }

    private static void check(
            String root,
            MapValue service,
            List<String> paths,
            Pattern form,
            String words,
            String fix,
            Consumer<Misfit> misfits) {
        for (String path : paths) {
            at(service, List.of(path.split("\\.")))
                    .filter(text ->
                            text.isString() && !form.matcher(text.text()).matches())
                    .forEach(text -> misfits.accept(new Misfit(
                            text.place(),
                            root + ": " + path + " is " + words + ", but '" + text.text() + "' stands here",
                            fix)));
        }
    }

    /** The values at a path, through the items of lists. */
    private static Stream<ScalarValue> at(Value value, List<String> path) {
        return switch (value) {
            case ScalarValue scalar -> Stream.of(scalar).filter(_ -> path.isEmpty());
            case ListValue list -> list.items().stream().flatMap(item -> at(item, path));
            case MapValue map ->
                path.isEmpty()
                        ? Stream.empty()
                        : map.get(path.getFirst()).stream().flatMap(next -> at(next, path.subList(1, path.size())));
        };
    }

    /** Returns how much a size or number is: 1g as much as 1024m; 0 where it is none. */
    public static double amount(String text) {
        String number = text.strip().toLowerCase(Locale.ROOT).replaceAll("i?b$", "");
        int unit = number.isEmpty() ? -1 : UNITS.indexOf(number.charAt(number.length() - 1));
        try {
            return unit < 0
                    ? Double.parseDouble(number)
                    : Double.parseDouble(number.substring(0, number.length() - 1)) * Math.pow(1024, unit + 1);
        } catch (NumberFormatException other) {
            return 0;
        }
    }
}
