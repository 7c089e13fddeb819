package dev.bulkhead.compose.stack;

import dev.bulkhead.compose.load.value.Place;
import java.util.List;

/** Something that {@code docker stack deploy} reads otherwise than Compose, before it looks at what the keys mean. */
public sealed interface StackNote {

    /** Returns where it stands. */
    Place at();

    /** A variable that only {@code .env}, or Compose itself, gives a value. */
    record OnlyForCompose(Place at, List<String> path, String variable) implements StackNote {}

    /** A text whose variables mean something else. */
    record ReadOtherwise(Place at, List<String> path) implements StackNote {}

    /**
     * A text that the client refuses.
     *
     * @param why the reason, as the part of a sentence
     */
    record Unreadable(Place at, List<String> path, String why) implements StackNote {}

    /**
     * A file of a secret or config that a swarm cannot store.
     *
     * @param why the reason, as the part of a sentence
     */
    record NotStored(Place at, List<String> path, String file, String why) implements StackNote {}

    /** A further document of a file, of which only the first is read. */
    record FurtherDocument(Place at) implements StackNote {}

    /** A tag such as {@code !reset}, which is passed over. */
    record PassedOver(Place at, List<String> path, String tag) implements StackNote {}
}
