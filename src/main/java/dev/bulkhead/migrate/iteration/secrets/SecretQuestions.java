package dev.bulkhead.migrate.iteration.secrets;

import dev.bulkhead.migrate.iteration.Answers;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Question.Option;
import java.util.List;

/** Questions of iteration 5: where the files stand, and what becomes of each secret. */
final class SecretQuestions {

    static final String SECRETS = "secrets";
    static final String DIRECTORY = "directory";

    private static final List<Option> OPTIONS = List.of(
            new Option(SecretCase.MOVE, "Into a file", "It stands in a file of its own, which its image reads."),
            new Option(
                    SecretCase.RENEW,
                    "Into a file, with a new value",
                    "The weak value goes; the new one is made when the change is applied and stands in its file alone."),
            new Option(
                    SecretCase.AS_FILE,
                    "Into a file, named in ..._FILE",
                    "You know from the image's documentation that it reads the file which the variable with _FILE behind"
                            + " its name names."),
            new Option(
                    SecretCase.SHELL,
                    "Into a file, read by a shell",
                    "A shell of the image reads the file and starts the program: docker inspect shows the value no more, the"
                            + " program's own environment does. The image's start command is written into the file, and"
                            + " stays if a later image has another."),
            new Option(
                    SecretCase.KEEP, "Leave it", "Whoever may ask the engine, and whoever reads the files, sees it."));

    private SecretQuestions() {}

    static List<Question> of(List<SecretCase> cases) {
        return List.of(
                new Question.Line(
                        DIRECTORY,
                        "Which directory holds the files?",
                        "Made for you alone (mode 0700) where it is missing, and kept out of version control.",
                        Question.LineKind.DIRECTORY,
                        "secrets"),
                new Question.Table(
                        SECRETS,
                        "What becomes of each secret?",
                        "Nothing shows a value here. A value that lives on in a volume, as a database's password does, is"
                                + " moved as it is.",
                        "Secret",
                        OPTIONS,
                        cases.stream()
                                .map(each -> new Question.Row(
                                        each.secret().row(),
                                        each.secret().text(),
                                        each.why(),
                                        each.offered(),
                                        each.proposed()))
                                .toList()));
    }

    /** Returns what becomes of a secret. */
    static String fate(SecretCase each, Answers answers) {
        return answers.value(each.secret().row()).orElse(SecretCase.KEEP);
    }
}
