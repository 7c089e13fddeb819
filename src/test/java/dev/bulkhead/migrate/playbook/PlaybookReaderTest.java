package dev.bulkhead.migrate.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaybookReaderTest {

    private final PlaybookReader reader = new PlaybookReader();

    @Test
    void thePathHasItsEightIterationsInOrder() throws Exception {
        assertThat(reader.readBuiltIn())
                .extracting(playbook -> playbook.id() + " " + playbook.name() + " needs " + playbook.requires())
                .containsExactly(
                        "1 foundation needs []",
                        "2 ports needs [1]",
                        "3 tls needs [2]",
                        "4 authentication needs [3]",
                        "5 secrets needs [4]",
                        "6 monitoring needs [1]",
                        "7 hardening needs [5]",
                        "8 retire-legacy needs [1]");
    }

    @Test
    void readsATierWithItsTraits() throws Exception {
        Playbook playbook = reader.read("own.yml", """
                id: "9"
                name: own
                title: Our own
                objective: Try it.
                risk: low
                available: true
                tiers:
                  - {id: lab, network: lab-net, purpose: Toys, traits: [internal, guarded], words: [toy]}
                """);

        assertThat(playbook.tiers())
                .containsExactly(new Tier(
                        "lab", "lab-net", "Toys", Set.of(Tier.Trait.INTERNAL, Tier.Trait.GUARDED), List.of("toy")));
    }

    @Test
    void namesWhatIsMissingAndWhatIsUnknown() {
        assertThatThrownBy(() -> reader.read("own.yml", "id: 9\n"))
                .isInstanceOf(PlaybookException.class)
                .hasMessage("own.yml: name is missing.");
        assertThatThrownBy(() -> reader.read(
                        "own.yml", "{id: 9, name: a, title: a, objective: a, risk: extreme, available: true}"))
                .isInstanceOf(PlaybookException.class)
                .hasMessage("own.yml: risk extreme is none of none, low, medium and high.");
        assertThatThrownBy(() -> reader.read("own.yml", "id: 9\nnmae: a\n"))
                .isInstanceOf(PlaybookException.class)
                .hasMessageContaining("nmae");
    }
}
