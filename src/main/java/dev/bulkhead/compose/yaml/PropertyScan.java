package dev.bulkhead.compose.yaml;

/** Scan for the start of a node's content behind its anchor and tag. */
final class PropertyScan {

    private PropertyScan() {}

    static int contentStart(YamlNode node) {
        return switch (node) {
            case MappingNode map
            when !map.flow() && !map.entries().isEmpty() ->
                map.entries().getFirst().key().start();
            case SequenceNode list when !list.flow() && !list.items().isEmpty() -> firstDash(list);
            case MappingNode _, SequenceNode _, ScalarNode _, AliasNode _ -> afterProperties(node, node.end());
        };
    }

    private static int firstDash(SequenceNode list) {
        int first = list.items().getFirst().start();
        int afterProperties = afterProperties(list, first);
        return Math.min(afterProperties, first);
    }

    private static int afterProperties(YamlNode node, int limit) {
        String text = node.span().source().text();
        int at = node.start();
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '&' || c == '!') {
                while (at < limit && !Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            } else if (c == '#') {
                while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                    at++;
                }
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return limit;
    }
}
