package dev.bulkhead.reach.explain;

import dev.bulkhead.reach.ReachAnswer;
import dev.bulkhead.topology.Element;
import java.util.List;

/**
 * Explanation of an answer in words.
 *
 * @param answer what is explained
 * @param sentences why, each a whole sentence; the first answers yes, no or unknown
 * @param places the things that decide it, for links into the files
 */
public record Explanation(ReachAnswer answer, List<String> sentences, List<Element> places) {

    public Explanation {
        sentences = List.copyOf(sentences);
        places = List.copyOf(places);
    }
}
