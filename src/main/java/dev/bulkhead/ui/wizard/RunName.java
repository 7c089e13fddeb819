package dev.bulkhead.ui.wizard;

import dev.bulkhead.migrate.iteration.FilesAsTheyAre;
import dev.bulkhead.migrate.iteration.secrets.RotateSecrets;
import dev.bulkhead.migrate.iteration.span.SpanNetwork;
import dev.bulkhead.migrate.playbook.Playbook;
import dev.bulkhead.ui.words.Words;

/** Name of what a run carries out, as a part of a sentence. */
public final class RunName {

    private RunName() {}

    /** Returns the title of its pages, with the number of a step of the path. */
    public static String heading(Playbook playbook) {
        return playbook.id().equals(playbook.name()) ? playbook.title() : playbook.id() + " " + playbook.title();
    }

    /** Returns the name of an iteration, or of the change that has none. */
    public static String of(String iteration) {
        return switch (iteration) {
            case FilesAsTheyAre.ID -> Words.of("runname.bringing-the-engine-to-the");
            case RotateSecrets.ID -> Words.of("runname.rotating-secrets");
            case SpanNetwork.ID -> Words.of("runname.spanning-a-network-over-hosts");
            default -> Words.of("runname.iteration", iteration);
        };
    }
}
