package dev.bulkhead.ui.manual;

import dev.bulkhead.ui.markdown.MarkdownDocument.Reference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The manual: its pages are read when they are asked for, and found by the links from its first page. */
public final class Manual {

    private final ManualFiles files;
    private final Map<String, Optional<ManualPage>> read = new ConcurrentHashMap<>();

    /** Creates the manual; nothing is read yet. */
    public Manual(ManualFiles files) {
        this.files = files;
    }

    /** Returns a page; empty where the manual has none of that path. */
    public Optional<ManualPage> page(String path) {
        return read.computeIfAbsent(
                path,
                wanted -> files.read(wanted)
                        .map(bytes -> ManualPage.of(wanted, new String(bytes, StandardCharsets.UTF_8))));
    }

    /** Returns the bytes of a picture. */
    Optional<byte[]> picture(String path) {
        return files.read(path);
    }

    /**
     * Entry of the contents.
     *
     * @param title what the first page calls it
     * @param page the page
     */
    record Entry(String title, ManualPlace page) {}

    /** Returns the contents: the first page, and the pages it links to in their order. */
    List<Entry> contents() {
        List<Entry> entries = new ArrayList<>();
        page(ManualPlace.FIRST.path()).ifPresent(first -> {
            entries.add(new Entry(first.title(), ManualPlace.FIRST));
            for (Reference link : first.text().references()) {
                ManualPlace.FIRST.resolve(link.to()).ifPresent(to -> entries.add(new Entry(link.words(), to)));
            }
        });
        return entries;
    }

    /** Reads all pages and returns them: those of the contents first, then those that only others link to. */
    public List<ManualPage> pages() {
        Set<String> seen = new LinkedHashSet<>(List.of(ManualPlace.FIRST.path()));
        Deque<String> waiting = new ArrayDeque<>(seen);
        List<ManualPage> pages = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Optional<ManualPage> page = page(waiting.removeFirst());
            page.ifPresent(pages::add);
            page.stream()
                    .flatMap(known -> known.text().references().stream()
                            .map(link -> new ManualPlace(known.path(), "").resolve(link.to()))
                            .flatMap(Optional::stream))
                    .map(ManualPlace::path)
                    .filter(Manual::isText)
                    .filter(seen::add)
                    .forEach(waiting::addLast);
        }
        return pages;
    }

    private static boolean isText(String path) {
        return path.endsWith(".md") || path.endsWith(".yml");
    }
}
