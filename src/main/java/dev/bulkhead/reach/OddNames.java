package dev.bulkhead.reach;

import dev.bulkhead.reach.names.NameAnswer;
import dev.bulkhead.reach.names.NamedOutsider;
import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Contacts;
import dev.bulkhead.topology.Service;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of services that do not simply lead to them: somebody else has them too, or a link or a line of a hosts file takes them.
 * Whoever asks for another name finds those who share a network with it.
 */
final class OddNames {

    private static final int LONGEST_LABEL = 63;

    private final IndexedTopology indexed;
    /** Containers outside by the name that one asks for; where a service has it too, that is meant. */
    private final Map<String, Integer> outside = new HashMap<>();
    /** Services whose names others have too, wherever that is, or that nobody can ask for. */
    private final BitSet contested = new BitSet();

    private OddNames(IndexedTopology indexed) {
        this.indexed = indexed;
        for (int i = indexed.size() - 1; indexed.outsider(i).isPresent(); i--) {
            outside.put(indexed.name(i), i);
        }
    }

    static OddNames of(IndexedTopology indexed) {
        OddNames odd = new OddNames(indexed);
        for (int i = 0; i < indexed.size(); i++) {
            Service service = indexed.services.get(i);
            if (indexed.name(i).length() > LONGEST_LABEL) {
                odd.contested.set(i);
            }
            Optional<NamedOutsider> outsider = indexed.outsider(i);
            if (outsider.isPresent()) {
                outsider.get()
                        .names()
                        .values()
                        .forEach(names -> names.forEach(name -> odd.mark(name, service, odd.contested)));
            }
            odd.contest(service, odd.contested);
            for (int a = 0; a < service.attachments().size(); a++) {
                Attachment attachment = service.attachments().get(a);
                if (!attachment.aliases().isEmpty()) {
                    attachment.aliases().forEach(alias -> odd.mark(alias, service, odd.contested));
                }
            }
        }
        return odd;
    }

    private void contest(Service service, BitSet names) {
        mark(service.container().containerName(), service, names);
        mark(service.container().hostname(), service, names);
    }

    /** Asked of thousands, most of which have none. */
    private void mark(Optional<String> name, Service bearer, BitSet names) {
        if (name.isPresent()) {
            mark(name.get(), bearer, names);
        }
    }

    private void mark(String name, Service bearer, BitSet names) {
        int other = bearer(name);
        if (other != IndexedTopology.NOBODY && !indexed.services.get(other).equals(bearer)) {
            names.set(other);
        }
    }

    /** Returns the names that a service finds, given those it would find if every name simply led to its service. */
    BitSet correct(int from, BitSet plain) {
        BitSet asked = asked(from);
        // whom containers of others find is not asked
        if (asked.isEmpty() || indexed.outsider(from).isPresent()) {
            return plain;
        }
        BitSet names = (BitSet) plain.clone();
        Service asker = indexed.services.get(from);
        asked.stream().forEach(to -> names.set(to + ReachMatrix.OUTSIDERS, leads(asker, to)));
        return names;
    }

    /** Returns the services whose names lead elsewhere for somebody, or for this service alone. */
    private BitSet asked(int from) {
        NetworkNamespace namespace = indexed.namespaces[from];
        Service owner = indexed.services.get(namespace.owner() == IndexedTopology.NOBODY ? from : namespace.owner());
        Contacts contacts = owner.container().contacts();
        Optional<String> hostname = owner.container().hostname();
        if (contacts.links().isEmpty() && contacts.extraHosts().isEmpty() && hostname.isEmpty()) {
            return contested;
        }
        BitSet asked = (BitSet) contested.clone();
        // Its hosts file knows it, also where nobody else can ask for it.
        hostname.ifPresent(name -> add(name, asked));
        for (Contacts.Link link : contacts.links()) {
            add(link.alias(), asked);
            Integer target = indexed.index.get(link.target());
            if (target != null) {
                contest(indexed.services.get(target), asked);
            }
        }
        contacts.extraHosts().keySet().forEach(name -> add(name, asked));
        return asked;
    }

    private void add(String name, BitSet asked) {
        int service = bearer(name);
        if (service != IndexedTopology.NOBODY) {
            asked.set(service);
        }
    }

    private int bearer(String name) {
        Integer service = indexed.index.get(name);
        if (service != null && indexed.outsider(service).isEmpty()) {
            return service;
        }
        return outside.getOrDefault(name, IndexedTopology.NOBODY);
    }

    /** Who has which names is found out when the first odd one is asked for: every edit makes a matrix. */
    private boolean leads(Service asker, int to) {
        int owner = indexed.namespaces[to].owner();
        return indexed.active[to]
                && owner != IndexedTopology.NOBODY
                && indexed.lookup().ask(asker, indexed.name(to))
                        instanceof NameAnswer.Containers(var services, var _, var _)
                && services.contains(indexed.bearer(owner));
    }
}
