package dev.bulkhead.check;

/** How findings name what they are about. */
public final class Subjects {

    private Subjects() {}

    /** Returns the name of a service. */
    public static String service(String key) {
        return "service:" + key;
    }

    /** Returns the name of a network. */
    public static String network(String key) {
        return "network:" + key;
    }
}
