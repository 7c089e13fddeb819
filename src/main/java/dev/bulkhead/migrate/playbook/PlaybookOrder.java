package dev.bulkhead.migrate.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Order of playbooks: whether they can stand beside each other, and each can be begun once what it builds on is done. */
public final class PlaybookOrder {

    private final Map<String, Playbook> byId = new LinkedHashMap<>();

    private PlaybookOrder() {}

    /**
     * Looks whether playbooks can join others.
     *
     * @param known those that are looked at already
     * @param more those that come to them, by the name of the file of each
     * @throws PlaybookException if two answer to one id or name, or one builds on what is not there or on itself, with
     *     the place
     */
    public static void check(List<Playbook> known, Map<String, Playbook> more) throws PlaybookException {
        PlaybookOrder order = new PlaybookOrder();
        known.forEach(playbook -> order.byId.put(playbook.id(), playbook));
        for (Map.Entry<String, Playbook> one : more.entrySet()) {
            order.join(one.getKey(), one.getValue());
        }
        for (Playbook playbook : more.values()) {
            order.follow(playbook, new ArrayList<>());
        }
    }

    private void join(String file, Playbook playbook) throws PlaybookException {
        for (String word : List.of(playbook.id(), playbook.name())) {
            Optional<Playbook> other =
                    byId.values().stream().filter(one -> one.answersTo(word)).findFirst();
            if (other.isPresent()) {
                throw new PlaybookException(file + ": another playbook, '"
                        + other.get().title() + "', is called '" + word + "' already; choose another id and name.");
            }
        }
        byId.put(playbook.id(), playbook);
    }

    private void follow(Playbook playbook, List<Playbook> way) throws PlaybookException {
        way.add(playbook);
        for (Playbook.Requirement required : playbook.about().requires()) {
            Playbook next = byId.get(required.id());
            if (next == null) {
                throw new PlaybookException(required.at() + ": there is no iteration '" + required.id()
                        + "' to build on; known are "
                        + byId.values().stream()
                                .map(one -> one.id() + " (" + one.name() + ")")
                                .collect(Collectors.joining(", "))
                        + ".");
            }
            if (way.contains(next)) {
                throw new PlaybookException(required.at() + ": "
                        + way.subList(way.indexOf(next), way.size()).stream()
                                .map(Playbook::id)
                                .collect(Collectors.joining(" builds on "))
                        + " builds on " + next.id() + ", so none of them could ever be begun.");
            }
            follow(next, way);
        }
        way.removeLast();
    }
}
