package dev.bulkhead.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    private static final List<String> SERVICES = List.of("bazarr", "radarr", "sonarr");
    private static final List<String> NETWORKS = List.of("backend-net", "frontend-net");
    private static final String HEAD = "version: 1\ngroups:\n  media: [sonarr]\nrules:\n";

    private static List<String> at(String text) {
        return Completion.at(text, text.length(), SERVICES, NETWORKS).stream()
                .map(Completion.Proposal::text)
                .toList();
    }

    @Test
    void anEmptyFileOffersItsSections() {
        assertThat(at("")).containsExactly("version: 1", "groups:", "rules:", "exposure:", "checks:", "engine:");
        assertThat(at("version: 1\nru")).containsExactly("rules:");
    }

    @Test
    void aDashOffersTheKindsOfRules() {
        assertThat(at(HEAD + "  - ")).containsExactly("must: ", "must-not: ", "only: ");
        assertThat(at(HEAD + "  - must")).containsExactly("must: ", "must-not: ");
    }

    @Test
    void subjectsAreServicesGroupsNetworksAndTheWorld() {
        assertThat(at(HEAD + "  - must: "))
                .containsExactly(
                        "bazarr",
                        "radarr",
                        "sonarr",
                        "group:media",
                        "network:backend-net",
                        "network:frontend-net",
                        "internet",
                        "lan",
                        "host",
                        "*");
    }

    @ParameterizedTest
    @CsvSource({
        "'  - must: so', sonarr",
        "'  - must: sonarr -> ra', radarr",
        "'  - only: bazarr, ra', radarr",
        "'  - must-not: bazarr -> network:back', network:backend-net",
        "'  - must: bazarr -> gro', group:media",
    })
    void whatWasBegunIsCompletedFirst(String line, String first) {
        assertThat(at(HEAD + line)).first().isEqualTo(first);
    }

    @Test
    void aProposalReplacesWhatWasTyped() {
        String text = HEAD + "  - must: sonarr -> ra";

        assertThat(Completion.at(text, text.length(), SERVICES, NETWORKS))
                .first()
                .isEqualTo(new Completion.Proposal("radarr", 2));
    }

    @Test
    void anArrowFollowsAWholeSubject() {
        assertThat(at(HEAD + "  - must: sonarr ")).containsExactly("-> ");
        assertThat(at(HEAD + "  - must: sonarr -> radarr ")).isEmpty();
    }

    @Test
    void groupsHoldServices() {
        assertThat(at("groups:\n  media: [sonarr, ba")).containsExactly("bazarr");
    }

    @Test
    void eachSectionHasKeysOfItsOwn() {
        assertThat(at(HEAD + "  - must: sonarr -> radarr\n    w")).containsExactly("why: ");
        assertThat(at("exposure:\n  ")).containsExactly("public: ", "allow-published: [");
        assertThat(at("groups:\n  m")).isEmpty();
    }
}
