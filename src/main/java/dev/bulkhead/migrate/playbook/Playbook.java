package dev.bulkhead.migrate.playbook;

import java.util.List;

/**
 * What an iteration is, as its YAML file says.
 *
 * @param id its place on the path, for instance {@code 1}
 * @param name its short name, for instance {@code foundation}
 * @param title its title for people
 * @param objective what it is for, in one sentence
 * @param risk how much can go wrong
 * @param available whether this version of Bulkhead can carry it out
 * @param requires ids of the iterations it builds on
 * @param changes what will happen, one line each
 * @param before what the operator does first, one line each
 * @param tiers the roles it knows, in the order of their subnets
 * @param ports what it knows of published ports
 */
public record Playbook(
        String id,
        String name,
        String title,
        String objective,
        Risk risk,
        boolean available,
        List<String> requires,
        List<String> changes,
        List<String> before,
        List<Tier> tiers,
        PortGuide ports) {

    public Playbook {
        requires = List.copyOf(requires);
        changes = List.copyOf(changes);
        before = List.copyOf(before);
        tiers = List.copyOf(tiers);
    }

    /** A playbook that knows nothing of published ports. */
    public Playbook(
            String id,
            String name,
            String title,
            String objective,
            Risk risk,
            boolean available,
            List<String> requires,
            List<String> changes,
            List<String> before,
            List<Tier> tiers) {
        this(id, name, title, objective, risk, available, requires, changes, before, tiers, PortGuide.NONE);
    }

    /** Returns how pages call it, for instance {@code Iteration 01: Network Foundation}; one whose id is a word by title. */
    public String heading() {
        return id.matches("\\d{1,4}") ? "Iteration %02d: %s".formatted(Integer.parseInt(id), title) : title;
    }

    /** Returns whether the operator means this one by an id or a name. */
    public boolean answersTo(String idOrName) {
        return id.equals(idOrName) || name.equals(idOrName);
    }
}
