package dev.bulkhead.migrate.run;

import dev.bulkhead.migrate.execute.FileOperations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Texts that a run gave files and that no plan holds, as its journal keeps them: each is written down before it is written. */
final class AsideTexts implements FileOperations.Rewritten {

    private final RunTools tools;
    private final Journal journal;
    private final Map<String, List<Optional<String>>> texts = new TreeMap<>();

    AsideTexts(RunTools tools, Journal journal) {
        this.tools = tools;
        this.journal = journal;
    }

    /** Takes up what an earlier process wrote. */
    void goOnFrom(RunRecord record) {
        record.rewritten().forEach((file, digests) -> texts.put(file, new ArrayList<>(digests)));
    }

    Map<String, List<Optional<String>>> all() {
        return Map.copyOf(texts);
    }

    @Override
    public boolean has(String file, Optional<String> digest) {
        return texts.getOrDefault(file, List.of()).contains(digest);
    }

    @Override
    public void add(String file, Optional<String> digest) throws IOException {
        journal.append(new JournalEntry.Rewrote(tools.now(), file, digest));
        texts.computeIfAbsent(file, key -> new ArrayList<>()).add(digest);
    }
}
