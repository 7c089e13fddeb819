package dev.bulkhead.compose;

import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.OneLine;
import dev.bulkhead.topology.SourceMark;
import java.util.List;

/**
 * Fault of a project for which Compose or the engine refuses it, such as a reference to a network that nobody declares.
 *
 * <p>Such a project can still be shown and repaired, so loading goes on; whoever needs what Compose would accept calls
 * {@link ComposeProject#requireSound()}.
 *
 * @param rule what kind of fault it is
 * @param subjects what it concerns,
 * @param at where it stands
 * @param message what is wrong, without the place
 * @param fix what would be right
 * @param since major version of the first engine that refuses it, while those before ignore what is stated; 0 where all do
 */
public record LoadProblem(Rule rule, List<Element> subjects, SourceMark at, String message, String fix, int since) {

    /** Every engine refuses it, or Compose already does. */
    public LoadProblem(Rule rule, List<Element> subjects, SourceMark at, String message, String fix) {
        this(rule, subjects, at, message, fix, 0);
    }

    public LoadProblem {
        subjects = List.copyOf(subjects);
        message = OneLine.of(message);
        fix = OneLine.of(fix);
    }

    /** The kinds of fault, named as findings name them. */
    public enum Rule {
        /** A service joins a network that is not declared. */
        UNDEFINED_NETWORK("undefined-network"),
        /** A service states both {@code networks} and {@code network_mode}. */
        NETWORKS_WITH_NETWORK_MODE("networks-with-network-mode"),
        /** {@code network_mode: service:x} names no service of the project. */
        UNDEFINED_NETWORK_MODE_SERVICE("undefined-network-mode-service"),
        /** {@code depends_on}, {@code links} or {@code volumes_from} names no service of the project. */
        UNDEFINED_DEPENDENCY("undefined-dependency"),
        /** Services wait for each other in a circle. */
        DEPENDENCY_CYCLE("dependency-cycle"),
        /** Two files of an include declare one element differently; Compose before 2.41 refuses this. */
        INCLUDE_CONFLICT("include-conflict"),
        /** Two services claim one container name. */
        DUPLICATE_CONTAINER_NAME("duplicate-container-name"),
        /** Any other rule of Compose's that the project breaks. */
        INVALID("compose-invalid"),
        /** Compose accepts it, and the engine refuses to make or start it. */
        ENGINE_REFUSES("engine-refuses");

        private final String id;

        Rule(String id) {
            this.id = id;
        }

        /** Returns the name of the rule in findings. */
        public String id() {
            return id;
        }
    }

    /** Returns the fault as one sentence with its place. */
    public ComposeException toException() {
        return new ComposeException(at, message + "; " + fix + ".");
    }
}
