package dev.bulkhead.migrate.iteration;

import dev.bulkhead.migrate.playbook.Question;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Proposers of what playbooks leave to be worked out from a project, by the names that they write after
 * {@code propose}.
 *
 * @param questions proposers of questions
 * @param actions proposers of actions, phases and what goes with them
 * @param inside names of those that have to know containers from inside
 */
public record Proposers(
        SortedMap<String, ForQuestions> questions, SortedMap<String, ForActions> actions, Set<String> inside) {

    public Proposers {
        questions = Collections.unmodifiableSortedMap(new TreeMap<>(questions));
        actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
        inside = Set.copyOf(inside);
    }

    /** Proposers of which none has another's name. */
    public static Proposers of(Map<String, ForQuestions> questions, Map<String, ForActions> actions) {
        return new Proposers(new TreeMap<>(questions), new TreeMap<>(actions), Set.of());
    }

    /** Returns the same, all of which have to know containers from inside. */
    public Proposers lookingInside() {
        return new Proposers(questions, actions, names());
    }

    /** Proposer of questions. */
    @FunctionalInterface
    public interface ForQuestions {

        /**
         * Returns questions with proposals made from the project as it is.
         *
         * @param stated the words of the one question that is filled in; empty where the proposer words its questions
         */
        List<Question> propose(ProposalInput input, Optional<Question> stated);
    }

    /** Proposer of actions. */
    @FunctionalInterface
    public interface ForActions {

        /**
         * Adds to a goal what follows from project and answers.
         *
         * @throws AnswersException if nothing can follow from them, with the reason
         */
        void propose(GoalDraft draft, Answers answers) throws AnswersException;
    }

    /** Returns these and others. */
    public Proposers plus(Proposers others) {
        SortedMap<String, ForQuestions> allQuestions = new TreeMap<>(questions);
        others.questions.forEach((name, proposer) -> add(allQuestions, name, proposer));
        SortedMap<String, ForActions> allActions = new TreeMap<>(actions);
        others.actions.forEach((name, proposer) -> add(allActions, name, proposer));
        Set<String> allInside = new TreeSet<>(inside);
        allInside.addAll(others.inside);
        return new Proposers(allQuestions, allActions, allInside);
    }

    private static <T> void add(Map<String, T> all, String name, T proposer) {
        if (all.put(name, proposer) != null) {
            throw new IllegalArgumentException("Two proposers have the name " + name + ".");
        }
    }

    ForQuestions questions(String name) {
        return known(questions.get(name), name);
    }

    ForActions actions(String name) {
        return known(actions.get(name), name);
    }

    private static <T> T known(@Nullable T proposer, String name) {
        if (proposer == null) {
            throw new IllegalArgumentException("There is no proposer " + name + ".");
        }
        return proposer;
    }

    /** Returns all names. */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(questions.keySet());
        names.addAll(actions.keySet());
        return names;
    }
}
