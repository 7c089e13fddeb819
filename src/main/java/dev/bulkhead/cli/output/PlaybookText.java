package dev.bulkhead.cli.output;

import dev.bulkhead.migrate.playbook.Action;
import dev.bulkhead.migrate.playbook.Ask;
import dev.bulkhead.migrate.playbook.PhaseScript;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.reach.rules.Selector;
import dev.bulkhead.topology.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Text of playbooks: a line for each, or all that one asks and does. */
public final class PlaybookText {

    private PlaybookText() {}

    /** Returns a line for each. */
    public static String list(List<Playbook> playbooks, Set<String> skipped) {
        return playbooks.stream()
                .map(playbook -> playbook.id() + " (" + playbook.name() + "): " + playbook.title() + ". "
                        + playbook.objective()
                        + (playbook.requires().isEmpty()
                                ? ""
                                : " Builds on " + String.join(", ", playbook.requires()) + ".")
                        + (skipped.contains(playbook.id()) ? " Skipped." : "")
                        + "\n")
                .collect(Collectors.joining());
    }

    /** Returns what one that can be used consists of, as a sentence. */
    public static String summary(Playbook playbook) {
        Playbook.Script script = playbook.script();
        return "Playbook " + playbook.id() + " (" + playbook.title() + ") can be used: "
                + Counted.of(script.questions().size(), "question") + ", "
                + Counted.of(script.phases().size(), "phase") + ", "
                + Counted.of(script.rules().size(), "rule") + " at the end.";
    }

    /** Returns all that one asks and does. */
    public static String of(Playbook playbook) {
        StringBuilder text = new StringBuilder(playbook.heading()).append('\n');
        text.append(playbook.objective())
                .append(" Risk: ")
                .append(playbook.risk().word())
                .append(".\n");
        section("builds on", playbook.requires(), text);
        section("changes", playbook.changes(), text);
        section("before you begin", playbook.before(), text);
        section(
                "asks",
                playbook.script().questions().stream()
                        .map(PlaybookText::question)
                        .toList(),
                text);
        playbook.script().phases().forEach(phase -> phase(phase, text));
        section(
                "holds at the end",
                playbook.script().rules().stream().map(Object::toString).toList(),
                text);
        return text.toString();
    }

    private static void section(String heading, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append(heading).append(":\n");
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static String question(Ask ask) {
        return switch (ask) {
            case Ask.Fixed(Question question) ->
                question.id() + ": " + question.title()
                        + proposed(question).map(answer -> " (" + answer + ")").orElse("");
            case Ask.Proposed proposed ->
                proposed.stated()
                        .map(question -> question.id() + ": " + question.title() + " (worked out by "
                                + proposed.proposer() + ")")
                        .orElseGet(() -> "what " + proposed.proposer() + " works out from the project");
        };
    }

    private static Optional<String> proposed(Question question) {
        return switch (question) {
            case Question.Choice choice -> Optional.of(choice.proposed());
            case Question.Line line -> Optional.of(line.proposed());
            case Question.Tiers _, Question.Table _, Question.Password _ -> Optional.empty();
        };
    }

    private static void phase(PhaseScript phase, StringBuilder text) {
        switch (phase) {
            case PhaseScript.Proposed proposed ->
                text.append("phases that ").append(proposed.proposer()).append(" works out from the project\n");
            case PhaseScript.Written written -> {
                text.append("phase: ").append(written.title());
                written.terms()
                        .when()
                        .forEach((asked, value) -> text.append(", where ")
                                .append(asked)
                                .append(" is ")
                                .append(value));
                text.append('\n');
                written.before()
                        .forEach(rule -> text.append("  first has to hold: ")
                                .append(rule)
                                .append('\n'));
                written.actions()
                        .forEach(action ->
                                text.append("  ").append(action(action)).append('\n'));
                written.after()
                        .forEach(rule ->
                                text.append("  then has to hold: ").append(rule).append('\n'));
            }
        }
    }

    private static String action(Action action) {
        return switch (action) {
            case Action.Propose propose -> "what " + propose.proposer() + " works out from the project";
            case Action.CreateNetwork create ->
                "create network " + create.network()
                        + create.subnet().map(range -> " at " + range).orElse("")
                        + (create.internal() ? ", internal" : "");
            case Action.Attach attach ->
                services(attach.services()) + " join " + attach.network()
                        + attach.ipv4().map(address -> " at " + address).orElse("");
            case Action.Detach detach -> services(detach.services()) + " leave " + detach.network();
            case Action.Leave leave -> services(leave.services()) + " leave " + leave.network() + ", files stay";
            case Action.RemoveNetwork remove -> "remove network " + remove.network();
            case Action.SetSubnet set -> "give network " + set.network() + " the range " + set.subnet();
            case Action.Publish publish -> services(publish.services()) + " publish " + publish.port();
            case Action.Unpublish close -> services(close.services()) + " no longer publish " + close.port();
            case Action.SetField set -> "set " + String.join("/", set.path()) + of(set.holder());
            case Action.RemoveField remove -> "remove " + String.join("/", remove.path()) + of(remove.holder());
            case Action.AddItem add -> "add to " + String.join("/", add.path()) + of(add.holder());
            case Action.AddElement add -> "add " + add.kind().name().toLowerCase(Locale.ROOT) + " " + add.key();
            case Action.WriteFile write -> "write " + write.file();
            case Action.WriteSecret secret -> "write " + secret.file().name() + ", a secret";
            case Action.Restart restart -> "restart " + services(restart.services()) + ": " + restart.why();
        };
    }

    private static String of(Action.Holder holder) {
        return switch (holder) {
            case Action.Holder.OfServices(Action.Services services) -> " of " + services(services);
            case Action.Holder.OfElement(Action.Kind kind, String key) ->
                " of " + kind.name().toLowerCase(Locale.ROOT) + " " + key;
        };
    }

    private static String services(Action.Services services) {
        return services.selectors().stream().map(Selector::text).collect(Collectors.joining(", "));
    }
}
