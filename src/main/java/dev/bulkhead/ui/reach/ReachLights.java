package dev.bulkhead.ui.reach;

import dev.bulkhead.layout.WorldNode;
import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.reach.ReachMatrix;
import dev.bulkhead.reach.Subject;
import dev.bulkhead.ui.canvas.model.Lights;
import dev.bulkhead.ui.canvas.model.Lights.Direction;
import dev.bulkhead.ui.canvas.model.Lights.Light;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Lights of the map for a service, worked out from the reach table. */
final class ReachLights {

    private final Function<String, List<String>> cards;
    private final ReachTable table;
    private final ReachMatrix matrix;
    private final Direction direction;
    private final int origin;
    private final SortedMap<String, Light> services = new TreeMap<>();
    private final SortedMap<WorldNode, Light> world = new TreeMap<>();

    private ReachLights(
            ReachTable table,
            ReachMatrix matrix,
            int origin,
            Direction direction,
            Function<String, List<String>> cards) {
        this.cards = cards;
        this.table = table;
        this.matrix = matrix;
        this.origin = origin;
        this.direction = direction;
    }

    /**
     * Returns what is lit for a service.
     *
     * @param only the other end, where two services are asked about
     * @param cards the cards on which a container outside the project stands
     */
    static Optional<Lights> of(
            ReachTable table,
            String service,
            Optional<String> only,
            Direction direction,
            Function<String, List<String>> cards) {
        Optional<Integer> row = table.index(new Subject.OfService(service));
        return table.matrix()
                .flatMap(matrix -> row.map(
                        index -> new ReachLights(table, matrix, index, direction, cards).lights(service, only)));
    }

    private Lights lights(String service, Optional<String> only) {
        int reached = 0;
        int breaches = 0;
        int goals = 0;
        for (int other = 0; other < table.size(); other++) {
            Subject subject = Subject.of(table.headers().get(other).name());
            boolean wanted = only.isEmpty() || only.get().equals(subject.text());
            Optional<Light> light = other == origin || !wanted ? Optional.empty() : light(other);
            if (light.isPresent()) {
                put(subject, light.get());
                breaches += light.get().breach() ? 1 : 0;
                goals += againstGoal(other) ? 1 : 0;
                reached += light.get().kind() == Lights.Kind.BLOCKED ? 0 : 1;
            }
        }
        return new Lights(
                service, direction, services, world, words(service, reached) + ReachTable.breaches(breaches, goals));
    }

    private void put(Subject subject, Light light) {
        switch (subject) {
            case Subject.Internet() -> world.put(WorldNode.INTERNET, light);
            case Subject.Lan() -> world.put(WorldNode.LAN, light);
            case Subject.Host() -> world.put(WorldNode.HOST, light);
            case Subject.OfService(String key) -> services.put(key, light);
            case Subject.Foreign(String container) ->
                cards.apply(container).forEach(card -> services.merge(card, light, ReachLights::worse));
        }
    }

    /** One card for several containers shows the one that matters most. */
    private static Light worse(Light one, Light other) {
        boolean second =
                other.breach() != one.breach() ? other.breach() : other.kind().compareTo(one.kind()) < 0;
        return second ? other : one;
    }

    private Optional<Light> light(int other) {
        boolean out = direction == Direction.REACHES;
        int row = out ? origin : other;
        int column = out ? other : origin;
        boolean breach = table.broken(row, column);
        Optional<Lights.Kind> kind = switch (table.kind(row, column)) {
            case OPEN -> Optional.of(Lights.Kind.OPEN);
            case PORTS -> Optional.of(Lights.Kind.PORTS);
            case PROXY -> Optional.of(Lights.Kind.PROXY);
            case UNKNOWN -> Optional.of(Lights.Kind.UNKNOWN);
            case BLOCKED -> breach ? Optional.of(Lights.Kind.BLOCKED) : Optional.empty();
            case SELF -> Optional.empty();
        };
        return kind.map(found -> new Light(found, breach, via(found, row, column)));
    }

    private String via(Lights.Kind kind, int row, int column) {
        ReachAnswer answer = matrix.answer(
                table.headers().get(row).subject(), table.headers().get(column).subject());
        if (kind == Lights.Kind.PROXY) {
            return answer.routedBy()
                    .map(proxy -> Words.of("reachlights.route-of", proxy))
                    .orElse(Words.of("reachlights.route"));
        }
        return answer.via().orElse(ReachSummary.words(answer.reason()));
    }

    private boolean againstGoal(int other) {
        return direction == Direction.REACHES ? table.againstGoal(origin, other) : table.againstGoal(other, origin);
    }

    private String words(String service, int reached) {
        int all = table.size() - 1;
        return direction == Direction.REACHES
                ? Words.of("reachlights.reaches-of", service, reached, all)
                : Words.of("reachlights.is-reached-by-of", service, reached, all);
    }
}
