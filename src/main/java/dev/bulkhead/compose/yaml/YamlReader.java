package dev.bulkhead.compose.yaml;

import dev.bulkhead.compose.ComposeException;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reader of YAML text into nodes that keep their exact place, style, anchors and tags. */
public final class YamlReader {

    private YamlReader() {}

    /**
     * Reads a file's text.
     *
     * @param name the name that marks give the file
     * @throws ComposeException if the text is not YAML, repeats a key or passes {@link YamlLimits#DEFAULT}; the
     *     sentence names the place, what is wrong and what would be right
     */
    public static YamlFile parse(String name, String text) throws ComposeException {
        return parse(new SourceText(name, text), YamlLimits.DEFAULT);
    }

    /**
     * Reads a file's text within limits.
     *
     * @throws ComposeException if the text is not YAML, repeats a key or passes the limits
     */
    public static YamlFile parse(SourceText source, YamlLimits limits) throws ComposeException {
        OffsetMap offsets = new OffsetMap(source.text());
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.name())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        List<YamlDocument> documents = new ArrayList<>();
        try {
            ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
            TreeBuilder builder = new TreeBuilder(source, offsets, limits, parser);
            while (parser.hasNext()) {
                if (parser.next().getEventId() == Event.ID.DocumentStart) {
                    documents.add(new YamlDocument(builder.build()));
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw YamlFault.of(e, source, offsets);
        } catch (ReaderException e) {
            throw YamlFault.unprintable(e, source);
        } catch (YamlEngineException e) {
            throw new ComposeException(source.mark(0), "this is not YAML (" + e.getMessage() + "); correct the file.");
        }
        return new YamlFile(source, List.copyOf(documents));
    }
}
