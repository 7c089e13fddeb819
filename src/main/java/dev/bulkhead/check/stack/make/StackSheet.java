package dev.bulkhead.check.stack.make;

import dev.bulkhead.check.stack.StackEffect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The choices of a stack as Markdown: why each part is as it is, what is lost, and how the services are exchanged. */
public final class StackSheet {

    private StackSheet() {}

    /**
     * Returns the page.
     *
     * @param effect what it opens and closes compared with Compose
     */
    public static String of(MadeStack stack, StackEffect effect) {
        StringBuilder text = new StringBuilder("# ")
                .append(stack.name())
                .append(" as a stack\n\nMade by Bulkhead from the Compose files. `")
                .append(MadeStack.FILE)
                .append(
                        "` is the stack, `stack.sh` exchanges the running containers for it.\n\n## Who reaches whom\n\n");
        text.append(
                effect.services().isEmpty()
                        ? "As with Compose: nothing opens and nothing closes between services, and from and to outside.\n"
                        : "Compared with Compose the stack " + effect.services() + ".\n");
        if (!effect.host().isEmpty()) {
            text.append(
                            "\nAn overlay has no address on the host, so between the host itself and the services the stack ")
                    .append(effect.host())
                    .append(".\n");
        }
        section(
                text,
                "Lost",
                "A stack has nothing like it; read these before anything else.",
                lines(stack, StackChoice.Kind.LOST));
        section(
                text,
                "Staying with Compose",
                "These go on running as they are, and join the stack's networks.",
                staying(stack));
        section(text, "Otherwise", "It works, and means something else.", lines(stack, StackChoice.Kind.OTHERWISE));
        section(text, "The same in another form", "", lines(stack, StackChoice.Kind.WRITTEN));
        section(
                text,
                "Needed from the environment",
                "`stack.sh` takes them from the environment of the command, then from `.env`, or from the file that `ENV_FILE` names. It prints no value.",
                stack.variables().stream().map(name -> "`" + name + "`").toList());
        return text.append(STEPS).toString();
    }

    private static final String STEPS = """

        ## Step by step

        On a manager of the swarm that runs the containers now (`docker swarm init` makes one):

        1. `sh stack.sh prepare` labels this host as the home of what is stored here, makes networks, secrets, configs and all services
           without a task, and joins the running containers to the networks. Nothing stops.
        2. `sh stack.sh move` exchanges one service after the other, those that others need first: start-first ones run before their
           containers stop. Each has to run, and to be healthy where it has a check, within `WAIT` seconds (120 if left out); otherwise its
           containers are started again and the script ends there. `sh stack.sh move SERVICE` exchanges one.
        3. `sh stack.sh status` shows both sides.
        4. `sh stack.sh back` goes the whole way back, from wherever it ended: containers are started as they were, and the stack is
           removed. `sh stack.sh confirm` removes the stopped containers instead; named volumes stay, and belong to the stack's services.

        A service with state or a port of its host is away while it is exchanged, since two of it cannot run.
        """;

    /** What is said of several in the same words is one line. */
    private static List<String> lines(MadeStack stack, StackChoice.Kind kind) {
        Map<List<String>, Set<String>> owners = new LinkedHashMap<>();
        stack.choices().stream()
                .filter(choice -> choice.kind() == kind)
                .forEach(choice -> owners.computeIfAbsent(
                                List.of(choice.owner().replaceFirst(" .*", ""), choice.key(), choice.words()),
                                _ -> new LinkedHashSet<>())
                        .add(choice.owner().replaceFirst("^\\S+ ", "")));
        return owners.entrySet().stream()
                .map(entry -> entry.getKey().getFirst()
                        + (entry.getValue().size() > 1 ? "s " : " ")
                        + String.join(", ", entry.getValue()) + ", "
                        + entry.getKey().get(1) + ": " + entry.getKey().get(2))
                .toList();
    }

    private static List<String> staying(MadeStack stack) {
        return stack.staying().stream()
                .map(one -> one.key() + ": " + one.why()
                        + (one.networks().isEmpty() ? "" : "; joins " + String.join(", ", one.networks())))
                .toList();
    }

    private static void section(StringBuilder text, String title, String words, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append("\n\n");
        Stream.of(words)
                .filter(each -> !each.isEmpty())
                .forEach(each -> text.append(each).append("\n\n"));
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
    }
}
