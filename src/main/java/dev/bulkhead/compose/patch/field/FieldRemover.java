package dev.bulkhead.compose.patch.field;

import dev.bulkhead.compose.patch.place.Draft;
import dev.bulkhead.compose.patch.text.YamlValue;
import dev.bulkhead.compose.patch.value.ValuePatcher;
import dev.bulkhead.topology.edit.EditRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Candidate changes of text that take a field away in every file that states it. */
final class FieldRemover {

    private final ValuePatcher values;
    private final List<String> path;
    private final List<FieldWalk> walks;

    FieldRemover(ValuePatcher values, List<String> path, List<FieldWalk> walks) {
        this.values = values;
        this.path = path;
        this.walks = walks;
    }

    List<Draft.Attempt> attempts() {
        List<Draft.Attempt> attempts = new ArrayList<>();
        List<FieldWalk> stating = walks.stream().filter(FieldWalk::complete).toList();
        if (!stating.isEmpty()) {
            attempts.add(() -> {
                Draft draft = Draft.EMPTY;
                for (FieldWalk walk : stating) {
                    draft = draft.and(inPlace(walk));
                }
                return draft;
            });
            attempts.add(() -> {
                Draft draft = Draft.EMPTY;
                for (FieldWalk walk : stating) {
                    Optional<Integer> shared = walk.sharedFrom();
                    draft = draft.and(
                            shared.isPresent() && shared.get() < path.size()
                                    ? FieldText.own(walk, shared.get(), _ -> Optional.empty())
                                    : inPlace(walk));
                }
                return draft;
            });
        }
        YamlValue reset = new YamlValue.Tagged("!reset", new YamlValue.Raw("null"));
        FieldSetter setter = new FieldSetter(values, path, reset, (file, field) -> false);
        for (FieldWalk walk : walks) {
            if (!walk.complete()) {
                setter.put(walk)
                        .forEach(attempt -> attempts.add(() -> attempt.draft()
                                .noting("Only !reset takes away what another file or service gives "
                                        + walk.entry().name() + "; it needs Docker Compose 2.24.4 or newer.")));
            }
        }
        return attempts;
    }

    private static Draft inPlace(FieldWalk walk) throws EditRejectedException {
        return walk.item().isPresent()
                ? FieldText.remove(
                        walk, walk.item().get().list(), walk.item().get().node())
                : FieldText.remove(walk, walk.steps().size() - 1);
    }
}
