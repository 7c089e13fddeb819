package dev.bulkhead.compose.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.compose.ComposeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    private static YamlDocument document(String text) throws ComposeException {
        return YamlReader.parse("compose.yaml", text).documents().getFirst();
    }

    private static String textOf(YamlNode node) {
        return node.span().text();
    }

    @Test
    void findsTheNetworksOfAServiceWithTheirOffsets() throws ComposeException {
        String text = """
                services:
                  web:
                    # where it lives
                    networks:
                      - front   # public
                      - "back"

                  # next
                  db:
                    image: postgres
                """;
        MappingEntry entry = document(text).find("services", "web", "networks").orElseThrow();
        assertThat(textOf(entry.key())).isEqualTo("networks");
        assertThat(textOf(entry.value())).isEqualTo("- front   # public\n      - \"back\"");
        assertThat(entry.key().mark()).hasToString("compose.yaml:4:5");
    }

    @Test
    void countsOffsetsInCharsAndColumnsInCharactersAfterByteOrderMarkCarriageReturnsAndEmoji() throws ComposeException {
        String text = "\uFEFFa: 1\r\nb: '\uD83D\uDE00' # \uD83D\uDE00\r\nc: [\uD83D\uDE00, d]\r\n";
        YamlDocument document = document(text);
        assertThat(textOf(document.find("a").orElseThrow().key())).isEqualTo("a");
        assertThat(document.find("a").orElseThrow().key().mark()).hasToString("compose.yaml:1:1");
        assertThat(textOf(document.find("b").orElseThrow().value())).isEqualTo("'\uD83D\uDE00'");
        SequenceNode list = (SequenceNode) document.find("c").orElseThrow().value();
        assertThat(textOf(list.items().getLast())).isEqualTo("d");
        assertThat(list.items().getLast().mark()).hasToString("compose.yaml:3:8");
    }

    @Test
    void endsABlockWithItsLastContentCharacter() throws ComposeException {
        String text = "a:\n  b: |\n    one\n    two\n\n\n# about c\nc: d\n";
        YamlNode a = document(text).find("a").orElseThrow().value();
        assertThat(textOf(a)).isEqualTo("b: |\n    one\n    two");
        assertThat(((ScalarNode) document(text).find("a", "b").orElseThrow().value()).value())
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void placesAnEmptyValueRightAfterItsColon() throws ComposeException {
        String text = "networks:\n  front:\n  back:   # note\n";
        ScalarNode value = (ScalarNode)
                document(text).find("networks", "back").orElseThrow().value();
        assertThat(value.isEmpty()).isTrue();
        assertThat(text.substring(0, value.start())).endsWith("back:");
    }

    @Test
    void keepsStylesAnchorsTagsAliasesAndMergeKeys() throws ComposeException {
        String text = """
                x-base: &base !custom
                  restart: always
                services:
                  web:
                    <<: *base
                    networks: !override [a, 'b', "c"]
                """;
        YamlDocument document = document(text);
        MappingNode base = (MappingNode) document.find("x-base").orElseThrow().value();
        assertThat(base.properties().anchor()).contains("base");
        assertThat(base.properties().tag()).contains("!custom");
        assertThat(text.substring(base.contentStart())).startsWith("restart");
        MappingEntry merge = document.find("services", "web", "<<").orElseThrow();
        assertThat(merge.isMerge()).isTrue();
        assertThat(merge.value()).isInstanceOf(AliasNode.class);
        assertThat(merge.value().resolved()).isSameAs(base);
        SequenceNode networks = (SequenceNode)
                document.find("services", "web", "networks").orElseThrow().value();
        assertThat(networks.flow()).isTrue();
        assertThat(text.substring(networks.contentStart())).startsWith("[a");
        assertThat(networks.items().stream().map(n -> ((ScalarNode) n).style()).toList())
                .isEqualTo(List.of(ScalarStyle.PLAIN, ScalarStyle.SINGLE_QUOTED, ScalarStyle.DOUBLE_QUOTED));
    }

    @Test
    void startsTheContentOfAnAnchoredListAtItsFirstDash() throws ComposeException {
        String text = "a: &nets # shared\n  - x\n  - y\n";
        YamlNode list = document(text).find("a").orElseThrow().value();
        assertThat(text.substring(list.contentStart())).startsWith("- x");
    }

    @Test
    void readsEveryDocumentOfAFile() throws ComposeException {
        YamlFile file = YamlReader.parse("compose.yaml", "a: 1\n---\nb: 2\n...\n---\n");
        assertThat(file.documents()).hasSize(3);
        assertThat(file.documents().get(1).find("b")).isPresent();
    }

    @Test
    void readsAFileOfCommentsAsNoDocument() throws ComposeException {
        assertThat(YamlReader.parse("compose.yaml", "# nothing yet\n").documents())
                .isEmpty();
    }
}
