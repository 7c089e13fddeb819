package dev.bulkhead.migrate.report;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Page of Markdown as one HTML file that needs nothing else: no script, no other file, light and dark as the reader has it. */
public final class HtmlPage {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1.05rem; }
            hr { border: 0; border-top: 1px solid #8886; }
            table { border-collapse: collapse; display: block; overflow-x: auto; }
            th, td { border: 1px solid #8886; padding: .3rem .7rem; text-align: left; }
            code { font: .9em ui-monospace, monospace; } pre { background: #8882; padding: .8rem; overflow-x: auto; }
            """;

    private HtmlPage() {}

    /** Returns the file; what looks like HTML in the Markdown is shown as text, for names of containers can be anything. */
    public static String of(String title, String markdown) {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build();
        String body =
                renderer.render(Parser.builder().extensions(TABLES).build().parse(markdown));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escaped(title), STYLE, body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
