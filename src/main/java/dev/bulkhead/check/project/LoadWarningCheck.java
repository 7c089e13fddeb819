package dev.bulkhead.check.project;

import dev.bulkhead.check.Check;
import dev.bulkhead.check.CheckInput;
import dev.bulkhead.check.Finding;
import dev.bulkhead.check.Severity;
import dev.bulkhead.compose.LoadWarning;
import dev.bulkhead.proxy.ProxyFiles;
import dev.bulkhead.topology.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Check that the files say all that is needed to read them: the doubts of the reader. */
final class LoadWarningCheck implements Check {

    static final String ID = "reading";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "The files are read without a doubt";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void run(CheckInput input, Consumer<Finding> findings) {
        for (LoadWarning warning : input.notes().warnings()) {
            findings.accept(new Finding(
                    id(),
                    severity(),
                    List.of(),
                    Sentences.of(warning.message()),
                    warning.at(),
                    Optional.empty(),
                    Optional.empty()));
        }
        for (ProxyFiles.Unread unread : input.reach().proxyFiles().unread()) {
            Element proxy = Element.service(unread.service());
            findings.accept(new Finding(
                    id(),
                    severity(),
                    List.of(proxy),
                    Sentences.of(unread.sentence()),
                    input.sources().at(proxy),
                    Optional.empty(),
                    Optional.empty()));
        }
    }
}
