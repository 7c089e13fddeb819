package dev.bulkhead.ui.canvas.sight;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.Element.GraphElement;
import dev.bulkhead.topology.Network;
import dev.bulkhead.topology.Service;
import dev.bulkhead.topology.Topology;
import dev.bulkhead.ui.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Change of a service or network since the last save.
 *
 * @param words what changed, in a few words
 * @param removed whether it is gone, so that no picture shows it
 */
public record UnsavedChange(GraphElement element, String words, boolean removed) {

    /** Returns what is otherwise in a project than it was saved, services before networks, in the order of the files. */
    public static List<UnsavedChange> between(Topology saved, Topology now) {
        List<UnsavedChange> changes = new ArrayList<>();
        if (saved.equals(now)) {
            return changes;
        }
        now.services()
                .forEach((key, service) -> words(saved.service(key), service)
                        .ifPresent(words -> changes.add(new UnsavedChange(Element.service(key), words, false))));
        now.networks()
                .forEach((key, network) -> words(saved.network(key), network)
                        .ifPresent(words -> changes.add(new UnsavedChange(Element.network(key), words, false))));
        saved.services().keySet().stream()
                .filter(key -> now.service(key).isEmpty())
                .forEach(key ->
                        changes.add(new UnsavedChange(Element.service(key), Words.of("unsavedchange.removed"), true)));
        saved.networks().keySet().stream()
                .filter(key -> now.network(key).isEmpty())
                .forEach(key ->
                        changes.add(new UnsavedChange(Element.network(key), Words.of("unsavedchange.removed"), true)));
        return changes;
    }

    /** Returns the name of the element with what changed. */
    public String sentence() {
        return switch (element) {
            case Element.ServiceElement(String key) -> key + ": " + words;
            case Element.NetworkElement(String key) -> Words.of("unsavedchange.network", key, words);
            case Element.MembershipElement(String service, String network) ->
                Words.of("unsavedchange.on", service, network, words);
        };
    }

    private static Optional<String> words(Optional<Service> before, Service now) {
        if (before.isEmpty()) {
            return Optional.of(Words.of("unsavedchange.new"));
        }
        Service was = before.get();
        if (was.equals(now)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (Attachment joined : now.attachments()) {
            Optional<Attachment> old = was.attachment(joined.network());
            if (old.isEmpty()) {
                words.add(Words.of("unsavedchange.joins", joined.network()));
            } else if (!old.get().equals(joined)) {
                words.add(Words.of("unsavedchange.otherwise-on", joined.network()));
            }
        }
        was.attachments().stream()
                .filter(left -> !now.joins(left.network()))
                .forEach(left -> words.add(Words.of("unsavedchange.leaves", left.network())));
        addIf(!was.networkMode().equals(now.networkMode()), Words.of("unsavedchange.network-mode"), words);
        addIf(!was.ports().equals(now.ports()), Words.of("unsavedchange.ports"), words);
        addIf(!was.dependsOn().equals(now.dependsOn()), Words.of("unsavedchange.dependencies"), words);
        addIf(!was.profiles().equals(now.profiles()), Words.of("unsavedchange.profiles"), words);
        addIf(!was.container().image().equals(now.container().image()), Words.of("unsavedchange.image"), words);
        boolean rest = !was.container().equals(now.container())
                && was.container().image().equals(now.container().image());
        addIf(rest || words.isEmpty(), Words.of("unsavedchange.its-container"), words);
        return Optional.of(String.join(", ", words));
    }

    private static Optional<String> words(Optional<Network> before, Network now) {
        if (before.isEmpty()) {
            return Optional.of(Words.of("unsavedchange.new"));
        }
        Network was = before.get();
        if (was.equals(now)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        addIf(!was.name().equals(now.name()), Words.of("unsavedchange.name-on-the-engine"), words);
        addIf(!was.subnets().equals(now.subnets()), Words.of("unsavedchange.addresses"), words);
        addIf(
                was.internal() != now.internal(),
                now.internal() ? Words.of("unsavedchange.internal-now") : Words.of("unsavedchange.a-way-out-now"),
                words);
        addIf(
                was.external() != now.external(),
                now.external() ? Words.of("unsavedchange.external-now") : Words.of("unsavedchange.made-by-compose-now"),
                words);
        addIf(!was.purpose().equals(now.purpose()), Words.of("unsavedchange.purpose"), words);
        addIf(words.isEmpty(), Words.of("unsavedchange.options"), words);
        return Optional.of(String.join(", ", words));
    }

    private static void addIf(boolean holds, String word, List<String> words) {
        if (holds) {
            words.add(word);
        }
    }
}
