package dev.bulkhead.check.stack;

import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.load.value.Value;
import dev.bulkhead.compose.load.value.Value.Field;
import dev.bulkhead.compose.load.value.Value.MapValue;
import dev.bulkhead.compose.load.value.Value.ScalarValue;
import dev.bulkhead.compose.schema.Quantities;
import dev.bulkhead.compose.stack.StackFile;
import dev.bulkhead.topology.SourceMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finding about memory and processors that services reserve: Compose starts them whatever there is, a Swarm only on a host that
 * has so much left (moby/swarmkit {@code manager/scheduler/filter.go}).
 */
final class ReservationPart {

    private static final List<String> RESERVATIONS = List.of("deploy", "resources", "reservations");

    private final StackLook look;
    private final Map<String, Reserved> reserved = new LinkedHashMap<>();

    ReservationPart(StackLook look) {
        this.look = look;
    }

    /** What the files say of a service; what a later one says counts. */
    private static final class Reserved {

        private Optional<ScalarValue> memory = Optional.empty();
        private Optional<ScalarValue> processors = Optional.empty();
        private Optional<ScalarValue> replicas = Optional.empty();
        private boolean everywhere;

        private void take(Value service) {
            memory = text(service, "mem_reservation").or(() -> memory);
            memory = text(service, path("memory")).or(() -> memory);
            processors = text(service, path("cpus")).or(() -> processors);
            replicas = text(service, "deploy", "replicas").or(() -> replicas);
            everywhere = text(service, "deploy", "mode")
                    .map(mode -> mode.text().equals("global"))
                    .orElse(everywhere);
        }

        private static String[] path(String last) {
            List<String> all = new ArrayList<>(RESERVATIONS);
            all.add(last);
            return all.toArray(String[]::new);
        }

        private boolean any() {
            return tasks().orElse(1.0) > 0
                    && (memory.isPresent() || processors.isPresent())
                    && !(is(memory, 0) && is(processors, 0));
        }

        private static boolean is(Optional<ScalarValue> text, double wanted) {
            return text.isEmpty()
                    || amount(text).filter(found -> found == wanted).isPresent();
        }

        /** Empty where it cannot be known: there is one on each host, or the number is none. */
        private Optional<Double> tasks() {
            return everywhere ? Optional.empty() : replicas.isEmpty() ? Optional.of(1.0) : amount(replicas);
        }

        private Optional<Double> all(Optional<ScalarValue> each) {
            return each.isEmpty()
                    ? Optional.of(0.0)
                    : tasks().flatMap(count -> amount(each).map(amount -> amount * count));
        }

        private SourceMark at() {
            return memory.or(() -> processors).orElseThrow().place().mark();
        }

        /** A zero is known only where it is written. */
        private static Optional<Double> amount(Optional<ScalarValue> text) {
            return text.map(ScalarValue::text)
                    .filter(words -> Quantities.amount(words) > 0 || words.matches("0+(\\.0*)?[a-zA-Z]*"))
                    .map(Quantities::amount);
        }
    }

    private static Optional<ScalarValue> text(Value value, String... path) {
        Optional<Value> at = Optional.of(value);
        for (String name : path) {
            at = at.flatMap(one -> one instanceof MapValue map ? map.get(name) : Optional.empty());
        }
        return at.filter(ScalarValue.class::isInstance).map(ScalarValue.class::cast);
    }

    void run() {
        for (StackFile file : look.stack().files()) {
            Map<String, Field> services = StackLook.section(file, "services");
            services.forEach((key, service) ->
                    reserved.computeIfAbsent(key, _ -> new Reserved()).take(service.value()));
        }
        Map<String, Reserved> reserving = new TreeMap<>(reserved);
        reserving.values().removeIf(one -> !one.any());
        if (reserving.isEmpty()) {
            return;
        }
        Map.Entry<String, Reserved> largest = reserving.entrySet().stream()
                .max(Comparator.comparing(
                        one -> Reserved.amount(one.getValue().memory).orElse(0.0)))
                .orElseThrow();
        List<String> path = new ArrayList<>(List.of("services", largest.getKey()));
        path.addAll(RESERVATIONS);
        look.tell(
                StackFate.CHANGED,
                Severity.INFO,
                path,
                largest.getValue().at(),
                "a task starts only on a host that has so much unreserved, and waits without an error where none has; "
                        + sum(reserving) + ", and what the hosts have is not known here",
                "Compare it with docker node inspect --format '{{.Description.Resources}}' of each host, and lower what is reserved"
                        + " beyond what is needed; docker service ps --no-trunc says of a task why it waits.");
    }

    private static String sum(Map<String, Reserved> reserving) {
        String who =
                String.join(", ", reserving.keySet()) + (reserving.size() == 1 ? " reserves " : " together reserve ");
        double memory = 0;
        double processors = 0;
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, Reserved> one : reserving.entrySet()) {
            Reserved said = one.getValue();
            Optional<Double> bytes = said.all(said.memory);
            Optional<Double> share = said.all(said.processors);
            memory += bytes.orElse(0.0);
            processors += share.orElse(0.0);
            if (bytes.isEmpty() || share.isEmpty()) {
                unknown.add(one.getKey());
            }
        }
        List<String> parts = new ArrayList<>();
        if (memory > 0) {
            parts.add(number(memory / (1 << 20)) + " MiB of memory");
        }
        if (processors > 0) {
            parts.add(number(processors) + (processors == 1 ? " processor" : " processors"));
        }
        if (parts.isEmpty()) {
            return who + "what cannot be summed up from the files";
        }
        return who
                + String.join(" and ", parts)
                + (unknown.isEmpty()
                        ? ""
                        : " and more, since of " + String.join(", ", unknown)
                                + " the sum cannot be known from the files");
    }

    private static String number(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount).replaceFirst("\\.?0+$", "");
    }
}
