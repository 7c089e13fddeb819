package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.compose.ComposeException;
import dev.bulkhead.topology.Element;
import dev.bulkhead.topology.SourceMark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that the operator's rules file can be read. */
final class RulesFileCheck implements Check {

    @Override
    public String id() {
        return "rules-file";
    }

    @Override
    public String title() {
        return "The rules file can be read";
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        input.notes().rulesFault().ifPresent(first -> {
            findings.accept(finding(first, " None of its rules is checked until it can be read."));
            first.all().stream().skip(1).forEach(further -> findings.accept(finding(further, "")));
        });
    }

    private Finding finding(ComposeException fault, String consequence) {
        List<Element> file = fault.mark().map(SourceMark::file).stream()
                .<Element>map(Element.FileElement::new)
                .toList();
        return new Finding(
                id(),
                severity(),
                file,
                Sentences.of(fault.sentence()) + consequence,
                fault.mark(),
                Optional.empty(),
                Optional.empty());
    }
}
