package dev.bulkhead.cli.options;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Option to answer for people or for programs. */
public final class TextOrJson {

    enum Format {
        text,
        json
    }

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    /** Returns the answer in the form that was asked for. */
    public String choose(Callable<String> text, Callable<String> json) throws Exception {
        return switch (format) {
            case text -> text.call();
            case json -> json.call();
        };
    }
}
