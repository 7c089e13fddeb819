package dev.bulkhead.migrate.playbook;

import dev.bulkhead.migrate.goal.SecretFile;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.SourceMark;
import dev.bulkhead.topology.edit.FieldValue;
import dev.bulkhead.topology.edit.FileMode;
import java.util.List;
import java.util.Optional;

/**
 * Action of a playbook: one thing that a phase does, as data.
 *
 * <p>Every text may name the answer to a question as {@code ${QUESTION}}.
 */
public sealed interface Action {

    /** Returns where it stands in its playbook. */
    SourceMark at();

    /** Whatever a proposer works out from the project and the answers. */
    record Propose(SourceMark at, String proposer) implements Action {}

    /**
     * A network is declared in the files, and the engine has it before services join it.
     *
     * @param subnet its range; empty means one that the engine chooses
     */
    record CreateNetwork(SourceMark at, String network, Optional<String> subnet, boolean internal, String purpose)
            implements Action {}

    /**
     * Services join a network.
     *
     * @param ipv4 the address they get there, for one service alone
     */
    record Attach(SourceMark at, Services services, String network, List<String> aliases, Optional<String> ipv4)
            implements Action {
        public Attach {
            aliases = List.copyOf(aliases);
        }
    }

    /** Services leave a network, in the files and on the engine. */
    record Detach(SourceMark at, Services services, String network) implements Action {}

    /** Containers of services leave a network as they run; the files are left alone. */
    record Leave(SourceMark at, Services services, String network) implements Action {}

    /** A network goes from the files, with every membership in it, and unless it is external from the engine. */
    record RemoveNetwork(SourceMark at, String network) implements Action {}

    /** A network gets another range. */
    record SetSubnet(SourceMark at, String network, String subnet) implements Action {}

    /** A port of services is published; in Compose's short form. */
    record Publish(SourceMark at, Services services, String port) implements Action {}

    /** A port of services is published no longer; in Compose's short form. */
    record Unpublish(SourceMark at, Services services, String port) implements Action {}

    /** A field of something gets a value. */
    record SetField(SourceMark at, Holder holder, List<String> path, FieldValue value) implements Action {
        public SetField {
            path = List.copyOf(path);
        }
    }

    /** A field of something goes. */
    record RemoveField(SourceMark at, Holder holder, List<String> path) implements Action {
        public RemoveField {
            path = List.copyOf(path);
        }
    }

    /** A list of something gets an item more. */
    record AddItem(SourceMark at, Holder holder, List<String> path, FieldValue item) implements Action {
        public AddItem {
            path = List.copyOf(path);
        }
    }

    /** A service, volume, secret or config is declared. */
    record AddElement(SourceMark at, Kind kind, String key, FieldValue.Fields body) implements Action {}

    /** A file is written. */
    record WriteFile(SourceMark at, String file, String text, Optional<FileMode> mode) implements Action {}

    /** A secret file is written unless it is there; only its name may name answers. */
    record WriteSecret(SourceMark at, SecretFile file) implements Action {}

    /** Containers of services are restarted once the files are written. */
    record Restart(SourceMark at, Services services, String why) implements Action {}

    /** Services of the project that an action is about, as rules name them; {@code *} is every service. */
    record Services(SourceMark at, List<Selector> selectors) {
        public Services {
            selectors = List.copyOf(selectors);
        }
    }

    /** What holds a field. */
    sealed interface Holder {

        /** Services. */
        record OfServices(Services services) implements Holder {}

        /** An element of another kind. */
        record OfElement(Kind kind, String key) implements Holder {}
    }

    /** Kind of what a project's files declare. */
    enum Kind {
        SERVICE,
        NETWORK,
        VOLUME,
        SECRET,
        CONFIG
    }
}
