package dev.bulkhead.ui.canvas.model;

import dev.bulkhead.layout.Tint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a service's card shows.
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
 * @param live how it is on the engine
 * @param problems findings about it, worst first
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
        LiveState live,
        List<ElementProblem> problems) {

    public CardFace {
        further = List.copyOf(further);
        ports = List.copyOf(ports);
        problems = List.copyOf(problems);
    }

    /** A network of the service, and its colour family. */
    public record Membership(String network, String title, Tint tint) {}

    /** Returns whether a port is open to every machine that can route to the host. */
    public boolean exposed() {
        return ports.stream().anyMatch(port -> port.audience() == PortBadge.Audience.EVERYONE);
    }

    /** Returns everything the card shows as words. */
    public String words() {
        StringBuilder words = new StringBuilder(service)
                .append(", ")
                .append(live.words())
                .append(owner.map(o -> ", in the network of " + o).orElse(", at home in " + home.title()));
        if (!further.isEmpty()) {
            words.append(", also on ")
                    .append(String.join(
                            ", ", further.stream().map(Membership::title).toList()));
        }
        if (onlyInternal) {
            words.append(", only on internal networks");
        }
        ports.forEach(port -> words.append(", ").append(port.words()));
        problems.forEach(problem -> words.append(", ")
                .append(problem.level().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(problem.sentence()));
        return words.toString();
    }
}
