package dev.bulkhead.check.benchmark;

import java.util.List;

/** Public list of what makes containers safe. */
public enum Benchmark {
    CIS("cis", "CIS Docker Benchmark 1.7.0"),
    OWASP("owasp", "OWASP Docker Security Cheat Sheet");

    private final String word;
    private final String title;

    Benchmark(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** Returns its name on the command line and in JSON. */
    public String word() {
        return word;
    }

    /** Returns its name for people, with the edition where it has one. */
    public String title() {
        return title;
    }

    List<BenchmarkItem> items() {
        return switch (this) {
            case CIS -> CisItems.ALL;
            case OWASP -> OwaspItems.ALL;
        };
    }
}
