package dev.bulkhead.topology;

/** Numbers with their noun, one or many, as sentences for people need them. */
public final class Counted {

    private Counted() {}

    /** Returns for instance "1 file" and "3 files". */
    public static String of(long number, String noun) {
        return of(number, noun, noun + "s");
    }

    /** Returns a number with a noun whose plural has no s, or with words that go along, as in "1 rule breaks". */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
