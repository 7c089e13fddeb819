package dev.bulkhead.cli;

import dev.bulkhead.testing.PrivateEngine;
import java.io.StringWriter;

/** Listens to what a command tells and cuts an engine's power as soon as certain words are said. */
final class PowerCut extends StringWriter {

    private final PrivateEngine engine;
    private final String words;
    private boolean done;

    PowerCut(PrivateEngine engine, String words) {
        this.engine = engine;
        this.words = words;
    }

    @Override
    public void write(String text, int offset, int length) {
        super.write(text, offset, length);
        if (!done && getBuffer().indexOf(words) >= 0) {
            done = true;
            engine.cutPower();
        }
    }
}
