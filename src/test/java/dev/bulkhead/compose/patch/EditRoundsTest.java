package dev.bulkhead.compose.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bulkhead.topology.Attachment;
import dev.bulkhead.topology.edit.EditRejectedException;
import dev.bulkhead.topology.edit.ProjectEdit;
import dev.bulkhead.topology.edit.TopologyEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many edits that are verified together give the files that one after the other give. */
class EditRoundsTest {

    private static final String EVERY_FORM = """
        # all the ways in which a service can state its networks
        x-shared: &shared
          networks: [flat]
        services:
          listed:
            image: a
            networks:
              - flat # the old one
          inline:
            image: a
            networks: [flat, other]
          mapped:
            image: a
            networks:
              flat:
                aliases: [m]
          empty:
            image: a
            networks: {}
          silent:
            image: a
          merged:
            <<: *shared
            image: a
          also-merged:
            <<: *shared
            image: a
          anchored:
            image: a
            networks: &both
              - flat
          aliased:
            image: a
            networks: *both
          last: {image: a, networks: [flat]}
          here: {image: a, networks: [fresh]}
        networks:
          flat: {}
          other: {}
          # Members: here
          fresh: {}
          data: {}
        """;

    private static final List<String> SERVICES =
            List.of("listed", "inline", "mapped", "empty", "silent", "merged", "also-merged", "aliased", "last");

    private static Map<String, String> oneByOne(List<ProjectEdit> edits) throws EditRejectedException {
        Map<String, String> files = new TreeMap<>(Map.of("compose.yaml", EVERY_FORM));
        for (ProjectEdit edit : edits) {
            files.putAll(Patched.files(files).allAfter(edit));
        }
        return files;
    }

    private static Attachment stated(String network, int choice) {
        return choice == 0
                ? Attachment.to(network)
                : Attachment.to(network).withAliases(List.of("alias")).withPriority(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void joiningTogetherGivesTheTextOfJoiningInTurn(long seed) throws Exception {
        Random random = new Random(seed);
        List<ProjectEdit> edits = new ArrayList<>();
        for (String service : SERVICES) {
            for (String network : List.of("fresh", "data")) {
                if (random.nextInt(4) > 0) {
                    edits.add(new TopologyEdit.Attach(service, stated(network, random.nextInt(2))));
                }
            }
        }

        Patch patch = Patched.compose(EVERY_FORM).patch(new ProjectEdit.Series("all", edits));

        assertThat(patch.changes()).hasSize(1);
        assertThat(patch.changes().getFirst().after()).contains(oneByOne(edits).get("compose.yaml"));
    }

    @Test
    void leavingTogetherGivesTheTextOfLeavingInTurn() throws Exception {
        List<ProjectEdit> edits = List.of(
                new TopologyEdit.Attach("listed", "fresh"),
                new TopologyEdit.Attach("inline", "fresh"),
                new TopologyEdit.Attach("mapped", "fresh"),
                new TopologyEdit.Detach("listed", "flat"),
                new TopologyEdit.Detach("inline", "flat"),
                new TopologyEdit.Detach("inline", "other"),
                new TopologyEdit.Detach("mapped", "flat"));

        Map<String, String> together = Patched.compose(EVERY_FORM).allAfter(new ProjectEdit.Series("all", edits));

        assertThat(together).isEqualTo(oneByOne(edits));
    }

    @Test
    void theOneThatDoesNotFitIsNamedAndNothingIsChanged() {
        List<ProjectEdit> edits = List.of(
                new TopologyEdit.Detach("inline", "other"),
                new TopologyEdit.Detach("listed", "flat"),
                new TopologyEdit.Detach("mapped", "nowhere"));

        assertThatThrownBy(() -> Patched.compose(EVERY_FORM).patch(new ProjectEdit.Series("all", edits)))
                .isInstanceOf(EditRejectedException.class)
                .hasMessageContaining("listed");
    }
}
