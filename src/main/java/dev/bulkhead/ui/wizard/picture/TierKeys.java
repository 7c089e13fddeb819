package dev.bulkhead.ui.wizard.picture;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.ui.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keys of the cards, which do all that a drag does: arrows go from card to card, with Ctrl they give the card its home in
 * the tier beside, with Ctrl and Shift it joins one tier more or leaves the last one; Enter opens its menu, Delete puts it
 * back where it was proposed.
 */
final class TierKeys {

    /** The same in a line for the one who has a card in focus. */
    static final String HELP = Words.of("tierkeys.arrows-next-card-ctrl-arrows");

    private final List<String> tiers;
    private final Consumer<TierMove> move;
    private final Consumer<String> reset;

    /**
     * Creates the keys.
     *
     * @param tiers the ids of all tiers in order
     * @param reset puts a service back where it was proposed
     */
    TierKeys(List<String> tiers, Consumer<TierMove> move, Consumer<String> reset) {
        this.tiers = List.copyOf(tiers);
        this.move = move;
        this.reset = reset;
    }

    /** Does what a key asks for a service that is in some tiers, home first; returns whether it asks for anything. */
    boolean change(KeyEvent event, String service, Answers answers) {
        List<String> now = answers.tiersOf(service);
        KeyCode code = event.getCode();
        if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            reset.accept(service);
            return true;
        }
        if (!event.isShortcutDown() || (code != KeyCode.LEFT && code != KeyCode.RIGHT)) {
            return false;
        }
        boolean right = code == KeyCode.RIGHT;
        (event.isShiftDown() ? membership(service, now, right) : home(service, now, right)).ifPresent(move);
        return true;
    }

    private Optional<TierMove> home(String service, List<String> now, boolean right) {
        int home = now.isEmpty() ? (right ? -1 : tiers.size()) : tiers.indexOf(now.getFirst());
        int next = home + (right ? 1 : -1);
        return next >= 0 && next < tiers.size()
                ? Optional.of(new TierMove(service, tiers.get(next), TierMove.Kind.HOME))
                : Optional.empty();
    }

    private Optional<TierMove> membership(String service, List<String> now, boolean more) {
        if (more) {
            return tiers.stream()
                    .filter(tier -> !now.contains(tier))
                    .findFirst()
                    .map(tier -> new TierMove(service, tier, TierMove.Kind.JOIN));
        }
        return now.size() > 1
                ? Optional.of(new TierMove(service, now.getLast(), TierMove.Kind.LEAVE))
                : Optional.empty();
    }

    /**
     * Returns where an arrow leads among cards.
     *
     * @param zones the cards of each zone that has any, in order
     */
    static <C> Optional<C> beside(List<List<C>> zones, C card, KeyCode arrow) {
        for (int zone = 0; zone < zones.size(); zone++) {
            int row = zones.get(zone).indexOf(card);
            if (row >= 0) {
                return switch (arrow) {
                    case UP -> at(zones, zone, row - 1).or(() -> last(zones, card, -1));
                    case DOWN -> at(zones, zone, row + 1).or(() -> last(zones, card, 1));
                    case LEFT -> nearest(zones, zone - 1, row);
                    case RIGHT -> nearest(zones, zone + 1, row);
                    case HOME -> Optional.of(zones.getFirst().getFirst());
                    case END -> Optional.of(zones.getLast().getLast());
                    default -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    private static <C> Optional<C> at(List<List<C>> zones, int zone, int row) {
        return row >= 0 && row < zones.get(zone).size()
                ? Optional.of(zones.get(zone).get(row))
                : Optional.empty();
    }

    /** Beyond the end of a zone the next one begins. */
    private static <C> Optional<C> last(List<List<C>> zones, C card, int step) {
        List<C> all = zones.stream().flatMap(List::stream).toList();
        int next = all.indexOf(card) + step;
        return next >= 0 && next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
    }

    private static <C> Optional<C> nearest(List<List<C>> zones, int zone, int row) {
        return zone >= 0 && zone < zones.size()
                ? at(zones, zone, Math.min(row, zones.get(zone).size() - 1))
                : Optional.empty();
    }
}
