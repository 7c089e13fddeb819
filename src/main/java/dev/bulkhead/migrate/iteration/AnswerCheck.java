package dev.bulkhead.migrate.iteration;

import dev.bulkhead.address.Cidr;
import dev.bulkhead.migrate.playbook.PasswordHash;
import dev.bulkhead.migrate.playbook.Question;
import dev.bulkhead.migrate.playbook.Tier;
import dev.bulkhead.migrate.playbook.TierProposal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Check that answers fit the questions they are given to. */
public final class AnswerCheck {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private AnswerCheck() {}

    /**
     * Returns the answers, completed with what the questions propose where none was given.
     *
     * @throws AnswersException if one does not fit, with what would be right
     */
    public static Answers complete(Answers given, String iteration, List<Question> questions) throws AnswersException {
        if (!given.iteration().equals(iteration)) {
            throw new AnswersException(
                    "These answers are for iteration " + given.iteration() + ", not for " + iteration + ".");
        }
        rejectUnknown(given, questions);
        Answers result = Answers.proposed(iteration, questions);
        for (Map.Entry<String, String> value : given.values().entrySet()) {
            result = result.withValue(value.getKey(), value.getValue());
        }
        for (Map.Entry<String, List<String>> tiers : given.tiers().entrySet()) {
            result = result.withTiers(tiers.getKey(), tiers.getValue());
        }
        for (Question question : questions) {
            check(question, result);
        }
        return result;
    }

    private static void rejectUnknown(Answers given, List<Question> questions) throws AnswersException {
        Set<String> known = new TreeSet<>();
        for (Question question : questions) {
            if (question instanceof Question.Table table) {
                table.rows().forEach(row -> known.add(row.id()));
            } else {
                known.add(question.id());
            }
        }
        for (String id : given.values().keySet()) {
            if (!known.contains(id)) {
                throw new AnswersException(
                        "There is no question '" + id + "'; known are " + String.join(", ", known) + ".");
            }
        }
    }

    private static void check(Question question, Answers answers) throws AnswersException {
        switch (question) {
            case Question.Choice choice ->
                checkChoice(
                        choice.id(),
                        choice.options().stream().map(Question.Option::value).toList(),
                        answers);
            case Question.Table table -> {
                for (Question.Row row : table.rows()) {
                    checkChoice(row.id(), row.offered(), answers);
                }
            }
            case Question.Password password -> checkPassword(password, answers.value(password.id()));
            case Question.Line line -> checkLine(line, answers.value(line.id()).orElse(""));
            case Question.Tiers table -> checkTiers(table, answers);
        }
    }

    private static void checkChoice(String id, List<String> values, Answers answers) throws AnswersException {
        String value = answers.value(id).orElse("");
        if (!values.contains(value)) {
            throw new AnswersException("The answer to '" + id + "' is '" + value + "'; it has to be one of "
                    + String.join(", ", values) + ".");
        }
    }

    /** One that is not given yet is no fault of the other answers; what it would repeat may be the password itself. */
    private static void checkPassword(Question.Password password, Optional<String> value) throws AnswersException {
        if (value.isPresent() && PasswordHash.parse(value.get()).isEmpty()) {
            throw new AnswersException("The answer to '" + password.id()
                    + "' is no argon2id hash ($argon2id$v=19$m=...); passwords themselves stand in no file of answers:"
                    + " leave it out and put the password into the environment as " + password.variable() + ".");
        }
    }

    private static void checkLine(Question.Line line, String value) throws AnswersException {
        switch (line.kind()) {
            case CIDR -> {
                if (Cidr.tryParse(value).filter(Cidr::isIpv4).isEmpty()) {
                    throw new AnswersException("The answer to '" + line.id() + "' is '" + value
                            + "', which is not an IPv4 range; write for instance 172.20.0.0/16.");
                }
            }
            case DOMAIN, HOST_NAME -> checkName(line, value);
            case DIRECTORY ->
                checkForm(
                        line,
                        value,
                        "[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*",
                        "it has to be a directory inside the project, for instance secrets.");
            case USER_NAME ->
                checkForm(
                        line,
                        value,
                        "[a-z][a-z0-9._-]{0,31}",
                        "it has to be small letters, digits, dots and dashes, beginning with a letter, for instance"
                                + " admin.");
            case MAIL ->
                checkForm(
                        line,
                        value,
                        "[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*",
                        "it has to be an address of mail, for instance me@example.org.");
            case FREE -> checkForm(line, value, "[^\\p{Cntrl}]*", "it has to fit into one line.");
            case FILE_NAME -> {
                if (!value.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*\\.ya?ml") || value.contains("..")) {
                    throw new AnswersException("The answer to '" + line.id() + "' is '" + value
                            + "'; it has to be a YAML file inside the project, for instance networks.yml.");
                }
            }
        }
    }

    private static void checkForm(Question.Line line, String value, String form, String right) throws AnswersException {
        if (!value.matches(form)) {
            throw new AnswersException("The answer to '" + line.id() + "' is '" + value + "'; " + right);
        }
    }

    private static void checkName(Question.Line line, String value) throws AnswersException {
        if (!NAME.matcher(value).matches()) {
            throw new AnswersException("The answer to '" + line.id() + "' is '" + value
                    + "', which is no name of DNS; write for instance "
                    + (line.kind() == Question.LineKind.DOMAIN ? "home.arpa." : "sonarr or sonarr.home.arpa."));
        }
        if (value.equals("local") || value.endsWith(".local")) {
            throw new AnswersException("The answer to '" + line.id() + "' is '" + value
                    + "'; names under local belong to multicast DNS (RFC 6762) and are not asked of a DNS server;"
                    + " choose another, for instance home.arpa.");
        }
    }

    private static void checkTiers(Question.Tiers table, Answers answers) throws AnswersException {
        Set<String> tiers = table.tiers().stream().map(Tier::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> services = table.rows().stream().map(TierProposal::service).collect(Collectors.toSet());
        for (Map.Entry<String, List<String>> row : answers.tiers().entrySet()) {
            if (!services.contains(row.getKey())) {
                throw new AnswersException("There is no service '" + row.getKey() + "' in the project.");
            }
            for (String tier : row.getValue()) {
                if (!tiers.contains(tier)) {
                    throw new AnswersException("Service " + row.getKey() + " is put into tier '" + tier
                            + "', which is none of " + String.join(", ", tiers) + ".");
                }
            }
        }
        for (TierProposal row : table.rows()) {
            if (row.unattachable().isPresent()
                    && !answers.tiersOf(row.service()).isEmpty()) {
                throw new AnswersException("Service " + row.service() + " cannot stand in a tier: "
                        + row.unattachable().get());
            }
        }
    }
}
