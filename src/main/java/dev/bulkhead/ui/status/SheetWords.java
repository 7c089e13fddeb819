package dev.bulkhead.ui.status;

import dev.bulkhead.migrate.status.sheet.StatusSheet.Block;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Fact;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Mark;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Marked;
import dev.bulkhead.migrate.status.sheet.StatusSheet.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of a part of the sheet for those who hear it: heading, then everything below, signs as words. */
final class SheetWords {

    private SheetWords() {}

    static String of(Part part) {
        return Stream.concat(
                        Stream.of(part.title()),
                        part.blocks().stream().map(SheetWords::of).filter(words -> !words.isEmpty()))
                .collect(Collectors.joining(". "));
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Words(Marked words) -> of(words);
            case Block.Facts(List<Fact> facts) -> facts(facts);
            case Block.Figures(List<Fact> figures) -> facts(figures);
            case Block.Points(List<Marked> points) ->
                points.stream().map(SheetWords::of).collect(Collectors.joining("; "));
            case Block.Table(List<String> heads, List<List<Marked>> rows) ->
                rows.stream().map(row -> row(heads, row)).collect(Collectors.joining("; "));
            case Block.Commands(String text, var _) -> text;
        };
    }

    private static String facts(List<Fact> facts) {
        return facts.stream().map(fact -> fact.name() + ": " + of(fact.value())).collect(Collectors.joining("; "));
    }

    private static String row(List<String> heads, List<Marked> row) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(i == 0 || heads.get(i).isEmpty() ? "" : heads.get(i) + " ")
                    .append(of(row.get(i)));
        }
        return words.toString();
    }

    private static String of(Marked words) {
        return words.mark() == Mark.NONE
                ? words.text()
                : words.text() + " (" + words.mark().name().toLowerCase(Locale.ROOT) + ")";
    }
}
