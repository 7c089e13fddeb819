package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.CheckRule;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.FindingBuilder;
import dev.bulkhead.check.Severity;
import dev.bulkhead.surroundings.LiveFact;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Check of how the project runs, where an engine was asked. */
final class LiveFactCheck implements Check {

    @Override
    public String id() {
        return rule(LiveFact.Kind.CUT_OFF).id();
    }

    @Override
    public String title() {
        return rule(LiveFact.Kind.CUT_OFF).title();
    }

    @Override
    public List<CheckRule> rules() {
        return Arrays.stream(LiveFact.Kind.values()).map(LiveFactCheck::rule).toList();
    }

    private static CheckRule rule(LiveFact.Kind kind) {
        return switch (kind) {
            case CUT_OFF -> new CheckRule("cut-off", "Running services have their networks and names", Severity.ERROR);
            case REFUSED ->
                new CheckRule(
                        "engine-conflict",
                        "The engine has what the project needs, and nothing on it stands in the way",
                        Severity.ERROR);
            case TO_COME -> new CheckRule("image-to-pull", "Images are on the engine", Severity.INFO);
            case PENDING -> new CheckRule("pending-change", "What runs is what the files say", Severity.WARNING);
            case FOREIGN ->
                new CheckRule("foreign-attachment", "Only the project is on its networks", Severity.WARNING);
            case HOST_SILENT -> new CheckRule("host-silent", "The engines of all hosts answer", Severity.WARNING);
            case SPANNING_RANGE ->
                new CheckRule(
                        "spanning-subnet",
                        "Networks that span hosts share addresses with nothing there",
                        Severity.WARNING);
            case ON_SEVERAL_HOSTS -> new CheckRule("on-several-hosts", "A service runs on one host", Severity.INFO);
            case NAME_SHARED -> new CheckRule("name-of-others", "A name finds one project only", Severity.WARNING);
        };
    }

    private static String fix(LiveFact.Kind kind) {
        return switch (kind) {
            case CUT_OFF ->
                "Restart or recreate the container; docker compose up --force-recreate does it for a service.";
            case REFUSED -> "Put that right before the next docker compose up.";
            case TO_COME -> "Nothing needs to be done where the engine reaches the registry; else load them first.";
            case PENDING ->
                "Deploy it (docker compose up), or take it back in the files, before anything else is changed.";
            case FOREIGN ->
                "State it in the files (external networks), or disconnect it: recreating a container loses it.";
            case HOST_SILENT -> "Start its engine or mend the way to it, and check again.";
            case SPANNING_RANGE -> "Give one of the two another subnet that no host uses.";
            case ON_SEVERAL_HOSTS -> "Stop it where it is not wanted; each container keeps its own volumes.";
            case NAME_SHARED -> "Give the service an alias that only it has, and ask for that.";
        };
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        for (LiveFact fact : input.around().live()) {
            CheckRule rule = rule(fact.kind());
            findings.accept(new FindingBuilder(rule.id(), input.sources())
                    .finding(
                            rule.severity(),
                            List.of(fact.subject()),
                            fact.subject(),
                            fact.sentence(),
                            fix(fact.kind())));
        }
    }
}
