package dev.bulkhead.reach;

import java.util.List;

/**
 * An answer in words.
 *
 * @param answer what is explained
 * @param sentences why, each a whole sentence; the first answers yes, no or unknown
 * @param places element paths ({@link dev.bulkhead.topology.ElementPath}) of what decides it, for links into the files
 */
public record Explanation(ReachAnswer answer, List<String> sentences, List<String> places) {

    public Explanation {
        sentences = List.copyOf(sentences);
        places = List.copyOf(places);
    }
}
