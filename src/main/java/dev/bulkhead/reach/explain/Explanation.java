package dev.bulkhead.reach.explain;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.topology.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Explanation of an answer in words.
 *
 * @param answer what is explained
 * @param verdict yes, no or unknown and why, as a sentence
 * @param question what would settle it where it is unknown
 * @param more what there is to say beside it, each a whole sentence
 * @param places the things that decide it, for links into the files
 */
public record Explanation(
        ReachAnswer answer, String verdict, Optional<OpenQuestion> question, List<String> more, List<Element> places) {

    public Explanation {
        more = List.copyOf(more);
        places = List.copyOf(places);
    }

    static String inOneSentence(String verdict, Optional<OpenQuestion> question) {
        return question.map(asked -> verdict.substring(0, verdict.length() - 1) + " (" + asked.words() + ").")
                .orElse(verdict);
    }

    /** Returns all of it as sentences; the first answers yes, no or unknown, with the question that would settle it. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(inOneSentence(verdict, question));
        sentences.addAll(more);
        return sentences;
    }
}
