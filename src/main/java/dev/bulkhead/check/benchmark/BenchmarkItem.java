package dev.bulkhead.check.benchmark;

/**
 * Item of a benchmark.
 *
 * @param number its number there
 * @param title what it demands, in words of ours
 * @param ruling what the files say of it
 */
record BenchmarkItem(String number, String title, Ruling ruling) {

    static BenchmarkItem of(String number, String title, Ruling ruling) {
        return new BenchmarkItem(number, title, ruling);
    }

    /** An item of which files never tell. */
    static BenchmarkItem open(String number, String title, String why, String command) {
        return new BenchmarkItem(number, title, _ -> ItemAnswer.open(why, command));
    }

    /** Looks a project's files through for one item. */
    @FunctionalInterface
    interface Ruling {

        /** Returns what they say. */
        ItemAnswer of(StatedProject look);
    }
}
