package dev.bulkhead.check.stack.make;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A project as a stack.
 *
 * @param name the project's name, which is the stack's too
 * @param file the text of the stack file; no secret is in it
 * @param services its services in the order they are exchanged: whoever others depend on comes first
 * @param staying services that stay with Compose, each with its networks and the reason
 * @param choices what was chosen, and what is lost
 * @param variables variables without which the file cannot be deployed
 * @param stored secrets whose values come from variables and are stored beforehand: name in the swarm to variable
 * @param files the files that the swarm stores, which must be there
 */
public record MadeStack(
        String name,
        String file,
        List<StackService> services,
        List<Staying> staying,
        List<StackChoice> choices,
        SortedSet<String> variables,
        SortedMap<String, String> stored,
        Set<String> files) {

    /** The file's name. */
    public static final String FILE = "compose.stack.yml";

    /**
     * Service that stays with Compose on its host.
     *
     * @param key its name
     * @param networks the networks of the stack that its containers join
     * @param why the reason, as the end of a sentence
     */
    public record Staying(String key, List<String> networks, String why) {}
}
