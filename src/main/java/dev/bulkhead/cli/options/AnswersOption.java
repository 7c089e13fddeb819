package dev.bulkhead.cli.options;

import dev.bulkhead.cli.command.UsageException;
import dev.bulkhead.migrate.MigrationSession;
import dev.bulkhead.migrate.iteration.AnswersYaml;
import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option with the answers to an iteration's questions. */
public final class AnswersOption {

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Answers to its questions, as the wizard saves them.")
    private @Nullable Path file;

    /**
     * Gives the answers of the file to a session; without a file the session keeps its own. Passwords that are still
     * missing are taken from the environment or asked for at the terminal.
     */
    public void give(MigrationSession session, Map<String, String> environment) throws Exception {
        if (file != null) {
            session.answer(new AnswersYaml().read(file.toString(), text(file)));
        }
        if (session.playbook().script().questions().isEmpty()) {
            return;
        }
        for (Question question : session.questions()) {
            if (question instanceof Question.Password password
                    && session.answers().value(password.id()).isEmpty()) {
                Optional<char[]> typed = Optional.ofNullable(environment.get(password.variable()))
                        .map(String::toCharArray)
                        .or(() -> atTerminal(password));
                if (typed.isPresent()) {
                    session.answer(session.answers().withValue(password.id(), hash(password, typed.get())));
                }
            }
        }
    }

    private static String hash(Question.Password question, char[] typed) throws UsageException {
        if (typed.length < PasswordHash.LEAST) {
            throw new UsageException("The password for '" + question.id() + "' has " + typed.length
                    + " characters; it needs " + PasswordHash.LEAST + ".");
        }
        PasswordHash hash = PasswordHash.of(typed);
        Arrays.fill(typed, ' ');
        return hash.text();
    }

    /** Returns what was typed twice alike; empty where nobody sits at a terminal. */
    private static Optional<char[]> atTerminal(Question.Password question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> twice(console, question));
    }

    private static Optional<char[]> twice(Console console, Question.Password question) {
        console.printf("%s%n%s%n", question.title(), question.help());
        while (true) {
            char[] first = console.readPassword("Password: ");
            char[] again = first == null ? null : console.readPassword("Once more: ");
            if (first == null || again == null) {
                return Optional.empty();
            }
            if (Arrays.equals(first, again)) {
                return Optional.of(first);
            }
            console.printf("The two are not the same.%n");
        }
    }

    private static String text(Path file) throws UsageException {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException(
                    "The answers file " + file + " cannot be read; name the file that a plan or the wizard saved.");
        }
    }
}
