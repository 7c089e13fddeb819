package dev.bulkhead.check.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.schema.KeyPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of keys. */
class StackTablesTest {

    /** Which of two refused rows counts would be left to their order. */
    @Test
    void noPathIsRefusedByTwoRows() {
        List<KeyPattern> refused = Stream.concat(ServiceKeys.ALL.stream(), ResourceKeys.ALL.stream())
                .filter(key -> key.fate() == StackFate.REFUSED)
                .map(StackKey::path)
                .toList();
        List<String> twice = new ArrayList<>();
        for (int i = 0; i < refused.size(); i++) {
            for (int j = i + 1; j < refused.size(); j++) {
                if (meet(refused.get(i), refused.get(j))) {
                    twice.add(refused.get(i) + " and " + refused.get(j));
                }
            }
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void twoRowsMeetWhereOnePathIsBoth() {
        assertThat(meet(KeyPattern.of("services.*.a"), KeyPattern.of("services.web.*")))
                .isTrue();
        assertThat(meet(KeyPattern.of("services.*.a"), KeyPattern.of("services.*.b")))
                .isFalse();
        assertThat(meet(KeyPattern.of("services.*.[]"), KeyPattern.of("services.*.*")))
                .isFalse();
    }

    private static boolean meet(KeyPattern one, KeyPattern other) {
        if (one.parts().size() != other.parts().size()) {
            return false;
        }
        for (int i = 0; i < one.parts().size(); i++) {
            String a = one.parts().get(i);
            String b = other.parts().get(i);
            boolean any = (a.equals("*") && !b.equals("[]")) || (b.equals("*") && !a.equals("[]"));
            if (!any && !a.equals(b)) {
                return false;
            }
        }
        return true;
    }
}
