package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.Tint;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Face of a service's card: everything it shows.
 *
 * @param service key of the service
 * @param icon in Ikonli's notation
 * @param home its zone
 * @param further networks beyond the home, in file order
 * @param ports published ports, in file order
 * @param note a few words where there is no port to show
 * @param owner the service whose network namespace it shares
 * @param onlyInternal whether every network it is on is internal
 * @param inactive whether no active profile starts it
 * @param framed whether the frame that it stands in says on which host it runs
 * @param state how it is, on the engine and by the checks
 */
public record CardFace(
        String service,
        String icon,
        Membership home,
        List<Membership> further,
        List<PortBadge> ports,
        String note,
        Optional<String> owner,
        boolean onlyInternal,
        boolean inactive,
        boolean framed,
        CardState state) {

    public CardFace {
        further = List.copyOf(further);
        ports = List.copyOf(ports);
    }

    /** A network of the service, and its colour family. */
    public record Membership(String network, String title, Tint tint) {}

    /** Returns whether it differs at most in words that are only told when asked for, as how long a container runs. */
    public boolean looksLike(CardFace other) {
        return state.looksLike(other.state) && equals(other.with(state));
    }

    private CardFace with(CardState other) {
        return new CardFace(service, icon, home, further, ports, note, owner, onlyInternal, inactive, framed, other);
    }

    /** Returns what it is called. */
    public String title() {
        return Others.title(service);
    }

    /** Returns whether it stands for containers of others. */
    public boolean others() {
        return Others.isKey(service);
    }

    /** Returns everything the card shows as lines. */
    public String lines() {
        List<String> lines = new ArrayList<>();
        lines.add(title() + ", " + state.live().words());
        lines.add(owner.map(o -> Words.of("cardface.in-the-network-of", o))
                .orElse(Words.of("cardface.at-home-in", home.title())));
        if (!further.isEmpty()) {
            lines.add(Words.of(
                    "cardface.also-on",
                    String.join(", ", further.stream().map(Membership::title).toList())));
        }
        if (onlyInternal) {
            lines.add(Words.of("cardface.only-on-internal-networks-no"));
        }
        ports.forEach(port -> lines.add(port.words()));
        state.problems().forEach(problem -> lines.add(problem.severity().text() + ": " + problem.message()));
        lines.addAll(state.difference().sentences());
        return String.join("\n", lines);
    }

    /** Returns everything the card shows as one sentence, for screen readers. */
    public String words() {
        return lines().replace("\n", ", ");
    }
}
