package dev.bulkhead.reach;

import dev.bulkhead.testing.Stack;
import java.util.Optional;

/** Answers as one line: verdict, reason, what carries it, and whether the name is known. */
final class Questions {

    private Questions() {}

    static String ask(Stack stack, String from, String to) {
        return ask(Reach.compute(stack.topology()), from, to, Optional.empty());
    }

    static String ask(ReachMatrix matrix, String from, String to, Optional<PortQuery> port) {
        ReachAnswer answer = matrix.answer(
                matrix.indexOf(Subject.of(from)).orElseThrow(),
                matrix.indexOf(Subject.of(to)).orElseThrow(),
                port);
        return answer.verdict().text() + " " + answer.reason()
                + answer.via().map(v -> " via " + v).orElse("") + (answer.names() ? " by name" : "");
    }
}
