package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.catalogue.SecretVariables.FileWay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Case of a found secret: what is known of it, and so what can be done about it.
 *
 * @param way how its image is told of a file; empty where nothing is known
 * @param weakness why its value is weak, as part of a sentence
 * @param lasting whether the value lives on in a volume, so that it must not change alone
 * @param renewable whether another value may take its place in the one file that holds it
 * @param shell whether a shell of the image can read the file for it
 * @param obstacle why it cannot be moved, as a sentence
 */
record SecretCase(
        FoundSecret secret,
        Optional<FileWay> way,
        Optional<String> weakness,
        boolean lasting,
        boolean renewable,
        boolean shell,
        Optional<String> obstacle) {

    static final String MOVE = "move";
    static final String RENEW = "renew";
    static final String AS_FILE = "as-file";
    static final String SHELL = "shell";
    static final String KEEP = "keep";

    /** Returns what the operator may choose. */
    List<String> offered() {
        List<String> offered = new ArrayList<>();
        if (secret.kind().variable() && obstacle.isEmpty()) {
            if (way.isPresent()) {
                offered.add(MOVE);
                if (renewable) {
                    offered.add(RENEW);
                }
            } else {
                offered.add(AS_FILE);
            }
            if (shell) {
                offered.add(SHELL);
            }
        }
        offered.add(KEEP);
        return offered;
    }

    /** Returns what is proposed: nothing that is not known to work. */
    String proposed() {
        return offered().contains(MOVE) ? MOVE : KEEP;
    }

    /** Returns the reason, as a sentence; names no value. */
    String why() {
        StringBuilder why = new StringBuilder();
        weakness.ifPresent(weak -> why.append("Its value ")
                .append(weak)
                .append(lasting ? "; it lives on in a volume, so rotate it afterwards" : "")
                .append(". "));
        if (obstacle.isPresent()) {
            return why + obstacle.get();
        }
        if (!secret.kind().variable()) {
            return why + instead();
        }
        if (way.isPresent()) {
            String variable = way.get().variable(secret.name());
            Optional<String> usual = way.get().usual(secret.name());
            return why
                    + usual.map(path -> "Its image looks for it at " + path + " by itself.")
                            .orElse(
                                    variable.equals(secret.name())
                                            ? "Its image takes the place of a file in the same variable."
                                            : "Its image reads the file that " + variable + " names.");
        }
        return why + "Nothing is known of its image reading " + secret.name() + " from a file"
                + (shell
                        ? "; a shell of the image can read it before the program starts."
                        : "; its documentation may name a variable for it.");
    }

    /** Returns what can be done where a secret is no variable. */
    private String instead() {
        return switch (secret.kind()) {
            case COMMAND ->
                "The list of processes shows it to everybody on the host; let the program read it from a"
                        + " configuration file or a variable for files instead.";
            case LABEL ->
                "Whoever may ask the engine reads labels; where it is Traefik's basicauth.users, name a file with"
                        + " basicauth.usersfile and mount it into Traefik as a secret.";
            case HEALTH_CHECK ->
                "docker inspect shows it; let the check read the file: $(cat /run/secrets/NAME) in CMD-SHELL.";
            case BUILD_ARGUMENT ->
                "It stands in the history of the image; hand it over with build.secrets and RUN --mount=type=secret,"
                        + " then build anew and renew the secret.";
            case ENVIRONMENT, ENV_FILE -> "";
        };
    }
}
